using EnVagUt.Core.Accounts.Reports;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace EnVagUt.Tests.Core.Reports;

/// <summary>
/// The hiding of small numbers, tried by <see cref="Attacker"/>: every hidden number keeps at least four possible values.
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
    public void Every_hidden_number_of_a_table_keeps_four_possible_values() =>
        Prop.ForAll(OneTable.ToArbitrary(), cells => Attack([Table(cells).Shown("Totalt")], [cells]) is null)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(600));

    [Fact]
    public void So_it_does_when_two_tables_show_the_same_persons() =>
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

    /// <returns>The first number that has fewer than four possible values, or null.</returns>
    private static string? Attack(IReadOnlyList<IReadOnlyList<ShownLine>> shown, IReadOnlyList<(int Women, int Men)[]> truth)
    {
        var attacker = new Attacker();
        var tables = truth.Select((table, t) => table.Select((line, l) => (
            Women: attacker.Number($"{t}/{l}/kvinnor", line.Women, shown[t][l].Women is null),
            Men: attacker.Number($"{t}/{l}/män", line.Men, shown[t][l].Men is null))).ToList()).ToList();
        for (var t = 0; t < truth.Count; t++)
        {
            for (var l = 0; l < truth[t].Length; l++)
                attacker.SumOf($"{t}/{l}/totalt", [tables[t][l].Women, tables[t][l].Men], shown[t][l].Total is null);
            attacker.SumOf($"{t}/kvinnor", tables[t].Select(x => x.Women), shown[t][^1].Women is null);
            attacker.SumOf($"{t}/män", tables[t].Select(x => x.Men), shown[t][^1].Men is null);
            attacker.SumOf($"{t}/totalt", tables[t].SelectMany(x => new[] { x.Women, x.Men }), shown[t][^1].Total is null);
            attacker.AreEqual(tables[0].Select(x => x.Women), tables[t].Select(x => x.Women));
            attacker.AreEqual(tables[0].Select(x => x.Men), tables[t].Select(x => x.Men));
        }
        return attacker.Finds(SmallCells.PossibleValues);
    }

    private static IEnumerable<int?> Cells(ShownLine line) => [line.Women, line.Men, line.Total];

    private static PersonTable Table((int Women, int Men)[] lines) =>
        PersonTable.Of(lines.Select((l, i) => new PersonLine($"{i}", l.Women, l.Men)));
}
