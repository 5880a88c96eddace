using EnVagUt.Core.Accounts.Reports;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace EnVagUt.Tests.Core.Reports;

/// <summary>
/// The hiding against an attacker who knows every shown number, that hidden ones are at least 1, and how the sums are
/// made, and who tries every way of filling in the hidden ones near the truth.
/// </summary>
public class SmallCellsTests
{
    private static readonly Gen<int> Counts = Gen.Frequency((2, Gen.Constant(0)), (5, Gen.Choose(1, 4)), (3, Gen.Choose(5, 9)), (1, Gen.Choose(10, 40)));
    private static readonly Gen<(int, int)[]> OneTable =
        from lines in Gen.Choose(1, 3)
        from cells in Counts.Two().ArrayOf(lines)
        select cells;

    // Two ways of dividing the same persons: the second table gets the first one's persons line by line anew.
    private static readonly Gen<((int, int)[], (int, int)[])> TwoTables =
        from first in Counts.Two().ArrayOf(2)
        from women in Gen.Choose(0, first.Sum(l => l.Item1))
        from men in Gen.Choose(0, first.Sum(l => l.Item2))
        select (first, new[] { (women, men), (first.Sum(l => l.Item1) - women, first.Sum(l => l.Item2) - men) });

    [Fact]
    public void No_hidden_number_can_be_worked_out_from_its_table() =>
        Prop.ForAll(OneTable.ToArbitrary(), cells => Attack([Table(cells).Shown("Totalt")], [cells]) is null)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(600));

    [Fact]
    public void No_hidden_number_can_be_worked_out_from_two_tables_of_the_same_persons() =>
        Prop.ForAll(TwoTables.ToArbitrary(), pair =>
            Attack(PersonTable.Shown(Table(pair.Item1), Table(pair.Item2), "Totalt"), [pair.Item1, pair.Item2]) is null)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void What_is_shown_is_zero_or_at_least_five_and_true() =>
        Prop.ForAll(OneTable.ToArbitrary(), cells =>
        {
            var shown = Table(cells).Shown("Totalt");
            return shown.SelectMany(Cells).All(c => c is null or 0 or >= 5)
                && shown.Take(cells.Length).Zip(cells).All(x => (x.First.Women ?? x.Second.Item1, x.First.Men ?? x.Second.Item2) == x.Second);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(600));

    [Fact]
    public void Zeros_are_shown_and_nothing_is_hidden_without_need() =>
        Prop.ForAll(OneTable.ToArbitrary(), cells =>
        {
            var table = Table(cells);
            var shown = table.Shown("Totalt");
            var small = table.Lines.SelectMany(l => new[] { l.Women, l.Men, l.Total }).Append(table.Women).Append(table.Men).Any(v => SmallCells.IsSmall(v));
            return table.Lines.Zip(shown).All(x => (x.First.Women > 0 || x.Second.Women == 0) && (x.First.Men > 0 || x.Second.Men == 0))
                && (small || shown.SelectMany(Cells).All(c => c is not null));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(600));

    [Fact]
    public void One_small_number_takes_its_row_and_its_column_with_it_but_not_the_totals()
    {
        var shown = Table([(2, 10), (30, 8), (20, 40)]).Shown("Totalt");

        Assert.Equal(new ShownLine("0", null, null, 12), shown[0]);
        Assert.Equal(new ShownLine("1", null, null, 38), shown[1]);
        Assert.Equal(new ShownLine("2", 20, 40, 60), shown[2]);
        Assert.Equal(new ShownLine("Totalt", 52, 58, 110), shown[3]);
    }

    [Fact]
    public void Several_ones_whose_sum_would_tell_that_each_is_one_hide_one_more()
    {
        // 32 in all less 10 and 20 leaves 2 for two hidden women, who are at least one each.
        var shown = Table([(1, 0), (1, 0), (10, 0), (20, 0)]).Shown("Totalt");
        Assert.Equal(new ShownLine("2", null, 0, null), shown[2]);
        Assert.Equal(32, shown[4].Women);
    }

    /// <returns>The first number that has only one possible value, or null.</returns>
    private static string? Attack(IReadOnlyList<IReadOnlyList<ShownLine>> shown, IReadOnlyList<(int Women, int Men)[]> truth)
    {
        var unknown = new List<(int Table, int Line, bool Women)>();
        var values = truth.Select(t => t.Select(l => new[] { l.Women, l.Men }).ToArray()).ToArray();
        for (var t = 0; t < truth.Count; t++)
            for (var l = 0; l < truth[t].Length; l++)
            {
                if (shown[t][l].Women is null)
                    unknown.Add((t, l, true));
                if (shown[t][l].Men is null)
                    unknown.Add((t, l, false));
            }
        var seen = new Dictionary<string, HashSet<int>>();
        foreach (var (name, cell, _) in All(shown, values))
            if (cell is null)
                seen[name] = [];
        Try(0);
        return seen.FirstOrDefault(s => s.Value.Count < 2).Key;

        void Try(int index)
        {
            if (seen.Values.All(s => s.Count > 1))
                return;
            if (index == unknown.Count)
            {
                if (!SameTotals(values) || All(shown, values).Any(c => c.Shown is { } s ? s != c.Value : c.Value < 1))
                    return;
                foreach (var cell in All(shown, values).Where(c => c.Shown is null))
                    seen[cell.Name].Add(cell.Value);
                return;
            }
            var (t, l, women) = unknown[index];
            ref var cellValue = ref values[t][l][women ? 0 : 1];
            var real = cellValue;
            for (var guess = Math.Max(1, real - 1); guess <= real + 1; guess++)
            {
                values[t][l][women ? 0 : 1] = guess;
                Try(index + 1);
            }
            values[t][l][women ? 0 : 1] = real;
        }
    }

    private static bool SameTotals(int[][][] values) =>
        values.Length == 1 || (values[0].Sum(l => l[0]) == values[1].Sum(l => l[0]) && values[0].Sum(l => l[1]) == values[1].Sum(l => l[1]));

    private static IEnumerable<(string Name, int? Shown, int Value)> All(IReadOnlyList<IReadOnlyList<ShownLine>> shown, int[][][] values)
    {
        for (var t = 0; t < values.Length; t++)
        {
            int[][] lines = [.. values[t], [values[t].Sum(l => l[0]), values[t].Sum(l => l[1])]];
            for (var l = 0; l < lines.Length; l++)
            {
                yield return ($"{t}/{l}/kvinnor", shown[t][l].Women, lines[l][0]);
                yield return ($"{t}/{l}/män", shown[t][l].Men, lines[l][1]);
                yield return ($"{t}/{l}/totalt", shown[t][l].Total, lines[l][0] + lines[l][1]);
            }
        }
    }

    private static IEnumerable<int?> Cells(ShownLine line) => [line.Women, line.Men, line.Total];

    private static PersonTable Table((int Women, int Men)[] lines) =>
        PersonTable.Of(lines.Select((l, i) => new PersonLine($"{i}", l.Women, l.Men)));
}
