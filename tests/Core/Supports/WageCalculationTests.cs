using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Law.Supports;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Core.Supports;

public class WageCalculationTests
{
    private static readonly DateOnly Start = new(2027, 3, 1);

    private static WageCalculation Of(Lonestod kind, int wage, int extent = 100, Func<WageQuestion, WageQuestion>? change = null, RuleSet? rules = null)
    {
        var question = new WageQuestion(kind, wage, extent, Start);
        return WageCalculation.Of(rules ?? RuleSet.Shipped, change?.Invoke(question) ?? question);
    }

    [Fact]
    public void Pay_and_fees_less_support_is_the_net_cost()
    {
        var monthly = Of(Lonestod.Introduktionsjobb, 18_000).Monthly;
        // 18 000 × 31,42 % = 5 655,60; 80 % of 23 655,60 = 18 924,48.
        Assert.Equal((18_000, 5_656, 18_924, 4_732), (monthly.Pay, monthly.Fees, monthly.Support, monthly.Net));
    }

    [Theory]
    [InlineData(19_999, 21_026)]
    [InlineData(20_000, 21_027)]
    [InlineData(20_001, 21_027)]
    [InlineData(35_000, 21_027)]
    public void Support_grows_with_pay_up_to_the_ceiling_and_not_beyond(int wage, int support) =>
        Assert.Equal(support, Of(Lonestod.Introduktionsjobb, wage).Monthly.Support);

    [Theory]
    [InlineData(100, 21_027)]
    [InlineData(50, 10_514)]
    [InlineData(75, 15_770)]
    public void The_ceiling_follows_the_extent(int extent, int support)
    {
        var monthly = Of(Lonestod.Introduktionsjobb, 30_000, extent).Monthly;
        Assert.Equal((300 * extent, support), (monthly.Pay, monthly.Support));
    }

    [Theory]
    [InlineData(Absence.Shorter, 6_284)]
    [InlineData(Absence.Longer, 12_568)]
    [InlineData(Absence.Longest, 15_710)]
    public void Nystartsjobb_gives_the_fees_back_once_twice_or_two_and_a_half_times(Absence absence, int support) =>
        Assert.Equal(support, Of(Lonestod.Nystartsjobb, 25_000, change: q => q with { Absence = absence }).Monthly.Support);

    [Fact]
    public void The_share_and_the_fees_that_are_typed_go_before_the_rules_and_say_so()
    {
        var calculation = Of(Lonestod.LonebidragAnstallning, 10_000, change: q => q with { SharePercent = 60, FeePercent = 10.21m });
        Assert.Equal((1_021, 6_613), (calculation.Monthly.Fees, calculation.Monthly.Support));
        Assert.Equal(["Arbetsgivaravgift 10,21 procent", "Andel av lönekostnaden, procent 60"],
            calculation.Parameters.Where(p => p.Source == "Eget värde i kalkylen").Select(p => $"{p.Name} {p.Value}"));
    }

    [Theory]
    [InlineData(Lonestod.LonebidragUtveckling, "hur mycket arbetsförmågan är nedsatt")]
    [InlineData(Lonestod.Osa, "hur mycket arbetsförmågan är nedsatt")]
    [InlineData(Lonestod.Etableringsjobb, "betalas till den som är anställd")]
    [InlineData(Lonestod.KommunalAnstallning, "Kommunen bestämmer själv")]
    [InlineData(Lonestod.Instegsjobb, "avskaffat")]
    public void Where_no_honest_amount_exists_words_stand_in_its_place(Lonestod kind, string words)
    {
        var calculation = Of(kind, 20_000);
        Assert.Equal((null, null, 26_284), (calculation.Monthly.Support, calculation.Monthly.Net, calculation.Monthly.WithoutSupport));
        Assert.Contains(words, calculation.Unknown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Lonestod.Nystartsjobb, 24, false)]
    [InlineData(Lonestod.LonebidragAnstallning, 96, false)]
    [InlineData(Lonestod.LonebidragTrygghet, 48, true)]
    [InlineData(Lonestod.Osa, 24, true)]
    public void The_whole_time_is_the_longest_of_all_decisions_or_of_one(Lonestod kind, int months, bool perDecision)
    {
        var calculation = Of(kind, 20_000, change: q => q with { SharePercent = 50 });
        Assert.Equal((months, perDecision), (calculation.Months, calculation.IsPerDecision));
        Assert.Equal(calculation.Monthly.Net * months, calculation.Altogether!.Net);
    }

    [Fact]
    public async Task The_rules_of_the_start_day_count_and_every_one_is_shown_with_its_source()
    {
        await using var t = await CoreTest.StartAsync();
        await t.AsAsync(Role.Administrator);
        await t.Get<RulebookService>().SetAsync(new SetRule { Subject = nameof(Lonestod.Introduktionsjobb), Limit = Limit.WageCeiling, From = Start, Value = "25000", Source = "SFS 2027:1" }, TestContext.Current.CancellationToken);
        var set = await t.Get<RulebookService>().ReadAsync(TestContext.Current.CancellationToken);
        var after = Of(Lonestod.Introduktionsjobb, 25_000, rules: set);
        var before = Of(Lonestod.Introduktionsjobb, 25_000, change: q => q with { Start = Start.AddDays(-1) }, rules: set);
        Assert.Equal((26_284, 21_027), (after.Monthly.Support, before.Monthly.Support));
        Assert.Equal("25 000: SFS 2027:1", after.Parameters.Where(p => p.Name.StartsWith("Högsta lön", StringComparison.Ordinal)).Select(p => $"{p.Value}: {p.Source}").Single().Replace('\u00A0', ' '));
        Assert.All(after.Parameters, p => Assert.NotEqual("", p.Source));
    }

    [Theory]
    [InlineData(0, "0 kr")]
    [InlineData(999, "999 kr")]
    [InlineData(20_000, "20 000 kr")]
    [InlineData(1_234_567, "1 234 567 kr")]
    [InlineData(-1_500, "−1 500 kr")]
    public void Money_is_written_the_Swedish_way(int kronor, string written) =>
        Assert.Equal(written, kronor.InKronor().Replace('\u00A0', ' '));

    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(1.49, 1)]
    [InlineData(2.5, 3)]
    public void Half_a_krona_is_rounded_upward(double kronor, int rounded) => Assert.Equal(rounded, ((decimal)kronor).Rounded());
}
