using EnVagUt.Core.Law.Forms;

namespace EnVagUt.Core.Accounts.Reports;

/// <summary>
/// Employments with a support decision are persons, so what the table of lönestöd shows of them is decided over the whole
/// municipality at once: every nämnd's report prints the municipality's sums, and all reports are public.
/// </summary>
internal static class SupportCells
{
    /// <summary>Employments of one förvaltning with one support.</summary>
    /// <param name="Kind">Null: with any support.</param>
    internal readonly record struct Cell(Guid? NamndId, string Section, Lonestod? Kind);

    public static readonly Guid Municipality = Guid.Empty;

    /// <param name="leaves">The number of each förvaltning and kind, and of each förvaltning in all.</param>
    /// <param name="hasTotal">Whether the nämnd's own total is printed; of a single förvaltning it is the same number once more.</param>
    /// <returns>The cells that may not be shown: of förvaltningar, of nämnder and of the municipality.</returns>
    public static IReadOnlySet<Cell> Hidden(IReadOnlyDictionary<Cell, int> leaves, Func<Guid?, bool> hasTotal)
    {
        var (cells, edges, nodes) = (new List<Cell>(), new List<SmallCells.Edge>(), new Dictionary<object, int>());
        foreach (var (cell, value) in leaves)
            Add(cell, value, Sum(hasTotal(cell.NamndId) ? cell.NamndId : Municipality, cell.Kind), Node((cell.NamndId, cell.Section)), loss: 0);
        foreach (var namnd in leaves.GroupBy(l => (l.Key.NamndId, l.Key.Kind)).Where(g => hasTotal(g.Key.NamndId)))
            Add(new(namnd.Key.NamndId, PlaceTables.WholeNamnd, namnd.Key.Kind), namnd.Sum(l => l.Value), Sum(Municipality, namnd.Key.Kind), Sum(namnd.Key.NamndId, namnd.Key.Kind), 10_000);
        foreach (var kind in leaves.GroupBy(l => l.Key.Kind))
            Add(new(Municipality, PlaceTables.WholeMunicipality, kind.Key), kind.Sum(l => l.Value), Node("all"), Sum(Municipality, kind.Key), 50_000);
        var hidden = SmallCells.Hide(edges);
        return cells.Where((_, i) => hidden[i]).ToHashSet();

        // From the sums down to the förvaltning run its kinds, and from there back up the number with any of them. Who has
        // two kinds stands in both and in the last once: that changes no difference that a reader could work out.
        void Add(Cell cell, int value, int above, int below, int loss)
        {
            cells.Add(cell);
            var weight = loss + value + (cell.Kind is null ? 1_000 : 0);
            edges.Add(cell.Kind is null ? new(below, above, value, weight) : new(above, below, value, weight));
        }

        int Sum(Guid? unit, Lonestod? kind) => Node((unit, kind));
        int Node(object key) => nodes.TryGetValue(key, out var known) ? known : nodes[key] = nodes.Count;
    }
}
