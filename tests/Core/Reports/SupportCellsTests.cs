using EnVagUt.Core.Accounts.Reports;
using EnVagUt.Core.Law.Forms;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static EnVagUt.Core.Accounts.Reports.SupportCells;

namespace EnVagUt.Tests.Core.Reports;

/// <summary>What all nämnder's reports together give away about employments with a support decision.</summary>
public class SupportCellsTests
{
    private static readonly Guid One = Guid.CreateVersion7();
    private static readonly Guid Other = Guid.CreateVersion7();
    private static readonly Lonestod[] Kinds = [Lonestod.Nystartsjobb, Lonestod.Introduktionsjobb, Lonestod.LonebidragAnstallning];

    // Two förvaltningar of one nämnd, and a nämnd with a single one, whose total is not printed.
    private static readonly (Guid Namnd, string Section)[] Units = [(One, "Ett"), (One, "Två"), (Other, "Tre")];

    private static readonly Gen<int> Counts = Gen.Frequency((3, Gen.Constant(0)), (5, Gen.Choose(1, 4)), (3, Gen.Choose(5, 9)), (1, Gen.Choose(10, 40)));

    /// <summary>Nine counts, and of how many of each förvaltning it is known that they have had two supports.</summary>
    private static readonly Gen<(int[], int[])> Municipalities =
        from counts in Counts.ArrayOf(Units.Length * Kinds.Length)
        from twice in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Constant(1))).ArrayOf(Units.Length)
        select (counts, twice);

    [Fact]
    public void Every_hidden_number_keeps_four_possible_values_for_a_reader_of_all_reports() =>
        Prop.ForAll(Municipalities.ToArbitrary(), m => Attack(m.Item1, m.Item2) is null).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void What_is_shown_is_zero_or_at_least_five() =>
        Prop.ForAll(Municipalities.ToArbitrary(), m =>
        {
            var leaves = Leaves(m.Item1, m.Item2);
            var hidden = Hide(leaves);
            return leaves.All(l => hidden.Contains(l.Key) || l.Value >= 5)
                && Kinds.Select(k => (Lonestod?)k).Append(null).All(k => hidden.Contains(new(Municipality, PlaceTables.WholeMunicipality, k))
                    || leaves.Where(l => l.Key.Kind == k).Sum(l => l.Value) is 0 or >= 5);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void Nothing_is_hidden_where_nothing_is_small() => Assert.Empty(Hide(Leaves([5, 6, 0, 9, 12, 0, 5, 0, 8], [0, 0, 0])));

    [Fact]
    public void One_small_number_hides_others_in_its_row_and_its_column_and_leaves_the_municipalitys_sums()
    {
        var hidden = Hide(Leaves([2, 8, 0, 9, 12, 0, 20, 30, 0], [0, 0, 0]));
        Assert.Contains(new Cell(One, "Ett", Lonestod.Nystartsjobb), hidden);
        Assert.True(hidden.Count >= 4);
        Assert.DoesNotContain(hidden, c => c.NamndId == Municipality);
    }

    private static IReadOnlySet<Cell> Hide(Dictionary<Cell, int> leaves) => Hidden(leaves, id => id == One);

    // As the table makes them: what nobody has is not there, and one with two supports stands once among all.
    private static Dictionary<Cell, int> Leaves(int[] counts, int[] twice)
    {
        var leaves = new Dictionary<Cell, int>();
        for (var u = 0; u < Units.Length; u++)
        {
            var of = counts.AsSpan(u * Kinds.Length, Kinds.Length).ToArray();
            for (var k = 0; k < Kinds.Length; k++)
                if (of[k] > 0)
                    leaves[new(Units[u].Namnd, Units[u].Section, Kinds[k])] = of[k];
            if (of.Sum() > 0)
                leaves[new(Units[u].Namnd, Units[u].Section, null)] = of.Sum() - Twice(of, twice[u]);
        }
        return leaves;
    }

    private static int Twice(int[] of, int twice) => of.Count(c => c > 0) > 1 ? twice : 0;

    private static string? Attack(int[] counts, int[] twice)
    {
        var hidden = Hide(Leaves(counts, twice));
        var attacker = new Attacker();
        var numbers = new Dictionary<(int Unit, int Kind), int>();
        for (var u = 0; u < Units.Length; u++)
            for (var k = 0; k < Kinds.Length; k++)
                numbers[(u, k)] = attacker.Number($"{Units[u].Section}/{Kinds[k]}", counts[u * Kinds.Length + k], hidden.Contains(new(Units[u].Namnd, Units[u].Section, Kinds[k])));
        int Less(params int[] units) => units.Sum(u => Twice(counts.AsSpan(u * Kinds.Length, Kinds.Length).ToArray(), twice[u]));
        void Print(Guid id, string section, params int[] units)
        {
            for (var k = 0; k < Kinds.Length && units.Length > 1; k++)
                attacker.SumOf($"{section}/{Kinds[k]}", units.Select(u => numbers[(u, k)]), hidden.Contains(new(id, section, Kinds[k])));
            attacker.SumOf($"{section}/alla", units.SelectMany(u => Kinds.Select((_, k) => numbers[(u, k)])), hidden.Contains(new(id, section, null)), Less(units));
        }
        for (var u = 0; u < Units.Length; u++)
            Print(Units[u].Namnd, Units[u].Section, u);
        Print(One, PlaceTables.WholeNamnd, 0, 1);
        Print(Municipality, PlaceTables.WholeMunicipality, 0, 1, 2);
        return attacker.Finds(SmallCells.PossibleValues);
    }
}
