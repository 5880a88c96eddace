
namespace EnVagUt.Core.Accounts.Reports;

/// <summary>One line of persons: kvinnor, män, totalt.</summary>
public sealed record PersonLine(string Label, int Women, int Men)
{
    public int Total => Women + Men;
}

/// <summary>The same line as it may be shown; null is hidden.</summary>
public sealed record ShownLine(string Label, int? Women, int? Men, int? Total);

/// <summary>
/// Persons (or cases, one person each) in kvinnor, män and totalt, every one on exactly one line, so that the lines add
/// up to the total and it is known what gives what away.
/// </summary>
public sealed class PersonTable
{
    private PersonTable(IReadOnlyList<PersonLine> lines) => Lines = lines;

    public IReadOnlyList<PersonLine> Lines { get; }
    public int Women => Lines.Sum(l => l.Women);
    public int Men => Lines.Sum(l => l.Men);

    public static PersonTable Of(IEnumerable<PersonLine> lines) => new([.. lines]);

    /// <summary>The fine lines when none of them is small; else the wide ones, which are merged from them.</summary>
    public static PersonTable Of(IEnumerable<PersonLine> fine, IEnumerable<PersonLine> wide)
    {
        var table = Of(fine);
        return table.Lines.Any(l => SmallCells.IsSmall(l.Women) || SmallCells.IsSmall(l.Men)) ? Of(wide) : table;
    }

    public PersonTable WithoutEmptyLines() => Of(Lines.Where(l => l.Total > 0));

    /// <summary>The table's lines and, last, its total.</summary>
    public IReadOnlyList<ShownLine> Shown(string totalLabel) => Shown(this, null, totalLabel)[0];

    /// <summary>Two tables of the same persons: what one of them shows must not give away what the other hides.</summary>
    public static IReadOnlyList<IReadOnlyList<ShownLine>> Shown(PersonTable one, PersonTable? other, string totalLabel)
    {
        if (other is not null && (one.Women, one.Men) != (other.Women, other.Men))
            throw new InvalidOperationException("The tables do not count the same persons.");
        // The persons flow from the first table's total through its lines into women and men, and back the same way
        // through the other table, or at once when there is none.
        var edges = new List<SmallCells.Edge>();
        AddLines(edges, one, total: 0, women: 1, men: 2, forward: true);
        var (women, men, back) = other is null ? (3, 3, 3) : (4, 5, 3);
        var totals = edges.Count;
        edges.Add(Total(1, women, one.Women));
        edges.Add(Total(2, men, one.Men));
        edges.Add(Total(back, 0, one.Women + one.Men));
        if (other is not null)
            AddLines(edges, other, total: 3, women: 4, men: 5, forward: false);
        var hidden = SmallCells.Hide(edges);

        var total = new ShownLine(totalLabel, Value(totals), Value(totals + 1), Value(totals + 2));
        var tables = new List<IReadOnlyList<ShownLine>> { Table(one, 0) };
        if (other is not null)
            tables.Add(Table(other, totals + 3));
        return tables;

        int? Value(int edge) => hidden[edge] ? null : edges[edge].Value;
        List<ShownLine> Table(PersonTable table, int first) =>
            [.. table.Lines.Select((l, i) => new ShownLine(l.Label, Value(first + 3 * i), Value(first + 3 * i + 1), Value(first + 3 * i + 2))), total];
    }

    // Hiding a sum takes more from the reader than hiding one of its parts, and the total of all most of all.
    private static SmallCells.Edge Total(int from, int to, int value) => new(from, to, value, 100_000 + value);

    private static void AddLines(List<SmallCells.Edge> edges, PersonTable table, int total, int women, int men, bool forward)
    {
        for (var i = 0; i < table.Lines.Count; i++)
        {
            var (line, node) = (table.Lines[i], 1_000 + edges.Count);
            Add(node, women, line.Women, line.Women);
            Add(node, men, line.Men, line.Men);
            Add(total, node, line.Total, 1_000 + line.Total);
        }

        void Add(int from, int to, int value, int loss) =>
            edges.Add(forward ? new(from, to, value, loss) : new(to, from, value, loss));
    }
}
