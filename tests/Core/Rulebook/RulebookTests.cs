using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Desk.RuleEffects;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Rulebook;

public class RulebookTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_value_holds_from_its_day_until_the_next()
    {
        await using var t = await CoreTest.StartAsync();
        var today = t.Clock.Today();
        await SetAsync(t, Limit.LongestMonths, today.AddDays(10), "4");
        await SetAsync(t, Limit.LongestMonths, today.AddDays(20), "3");

        var rules = await t.Get<RulebookService>().ReadAsync(Ct);
        int? On(int days) => rules.On(today.AddDays(days)).Of(Form.Praktik).LongestMonths;
        Assert.Equal([6, 4, 4, 3, 3], [On(9), On(10), On(19), On(20), On(900)]);
        Assert.Equal(["6", "4", "3"], rules.History(nameof(Form.Praktik), Limit.LongestMonths).Select(v => v.Value));
    }

    [Fact]
    public async Task An_insurance_that_is_only_from_memory_stands_in_no_agreement_before_the_municipality_has_written_it()
    {
        await using var t = await CoreTest.StartAsync();
        string Said(RuleSet rules, int days) => rules.On(t.Clock.Today().AddDays(days)).Of(Form.Feriejobb).InsuranceText;
        Assert.Equal(SourceMark.FromMemory, RuleSet.Shipped.On(t.Clock.Today()).Find(nameof(Form.Feriejobb), Limit.InsuranceText)!.Mark);
        Assert.Equal(ShippedRules.AskAboutInsurance, Said(RuleSet.Shipped, 0));

        await SetAsync(t, Form.Feriejobb, Limit.InsuranceText, t.Clock.Today().AddDays(1), "Kommunens olycksfallsförsäkring gäller.");
        var rules = await t.Get<RulebookService>().ReadAsync(Ct);
        Assert.Equal((ShippedRules.AskAboutInsurance, "Kommunens olycksfallsförsäkring gäller."), (Said(rules, 0), Said(rules, 1)));
    }

    [Fact]
    public async Task A_case_is_judged_by_the_rule_of_its_own_first_day()
    {
        await using var t = await CoreTest.StartAsync();
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync(), o => o with { To = o.From.AddMonths(12), Slots = 2 });
        await SetAsync(t, Limit.LongestMonths, offer.From.AddDays(7), "1");
        await ProposeAsync(t, offer, offer.From, months: 3);

        Assert.Equal(Rule.PeriodTooLong, (await Assert.ThrowsAsync<RuleBreachException>(() => ProposeAsync(t, offer, offer.From.AddDays(7), months: 3))).Rule);
        await ProposeAsync(t, offer, offer.From.AddDays(7), months: 1);
    }

    [Fact]
    public async Task A_placement_of_five_years_ago_under_rules_and_supports_that_are_gone_is_followed_up_and_closed()
    {
        foreach (var abolished in new[] { Lonestod.Extratjanst, Lonestod.Yrkesintroduktion, Lonestod.Instegsjobb })
        {
            await using var t = await CoreTest.StartAsync();
            t.Clock.SetStockholm(abolished.Row().LastNewDay!.Value.AddMonths(-6));
            var id = await RunningEmploymentAsync(t);
            await t.Get<PlacementService>().RecordSupportAsync(id, Support(abolished, t.Clock.Today()), Ct);

            // Five years later the support is gone and the form has other ages.
            t.Clock.SetStockholm(t.Clock.Today().AddYears(5));
            await SetAsync(t, Form.Employment, Limit.MinAge, t.Clock.Today().AddDays(1), "60");
            t.Clock.AdvanceDays(2);
            await t.AsAsync(Role.Coordinator);
            Assert.Equal(Rule.SupportAbolished, (await Assert.ThrowsAsync<RuleBreachException>(
                () => t.Get<PlacementService>().RecordSupportAsync(id, Support(abolished, t.Clock.Today()), Ct))).Rule);
            t.NewScope();
            await t.Get<PlacementService>().EndAsync(id, new EndPlacement(t.Clock.Today(), ExitReason.Work, InterruptedBy.Nobody), Ct);
            await t.Get<PlacementService>().RecordOutcomeAsync(id, Outcome.Work, t.Clock.Today(), Ct);
            Assert.Equal(PlacementStatus.Ended, await t.Db.Placements.Where(p => p.Id == id).Select(p => p.Status).SingleAsync(Ct));
        }
    }

    [Fact]
    public async Task Holidays_are_written_so_that_they_can_be_read()
    {
        await using var t = await CoreTest.StartAsync();
        await t.AsAsync(Role.Administrator);
        var subject = ShippedRules.Rows.First(r => r.Limit == Limit.SchoolHolidays).Subject;
        var rule = new SetRule { Subject = subject, Limit = Limit.SchoolHolidays, From = t.Clock.Today().AddDays(1), Value = "hela sommaren", Source = "AMN § 12" };
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<RulebookService>().SetAsync(rule, Ct));
        Assert.Equal((Rule.SchoolHolidaysWrong, "Value"), (refused.Rule, refused.Field));
        await t.Get<RulebookService>().SetAsync(rule with { Value = "06-15–08-15" }, Ct);
    }

    [Fact]
    public void A_value_whose_day_has_come_is_never_corrected()
    {
        var day = new DateOnly(2027, 1, 1);
        Stamp On(DateOnly today) => new(null, today.StartOfDayUtc());
        var version = RuleVersion.Set(nameof(Form.Praktik), Limit.LongestMonths, day, "4", "AMN § 12", On(day.AddDays(-2)));
        version.Replace("5", "AMN § 13", On(day.AddDays(-1)));
        Assert.Equal(Rule.RuleHasBegun, Assert.Throws<RuleBreachException>(() => version.Replace("6", "AMN § 14", On(day))).Rule);
        Assert.Equal("5", version.Value);
    }

    [Theory]
    [InlineData(0, "4", "AMN § 12", Rule.RuleDayPassed)]
    [InlineData(1, "", "AMN § 12", Rule.Required)]
    [InlineData(1, "4,5", "AMN § 12", Rule.RuleNotANumber)]
    [InlineData(1, "-4", "AMN § 12", Rule.RuleNotANumber)]
    [InlineData(1, "10001", "AMN § 12", Rule.RuleNotANumber)]
    [InlineData(1, "3000000000", "AMN § 12", Rule.RuleNotANumber)]
    [InlineData(1, "4", " ", Rule.Required)]
    public async Task A_value_is_refused(int days, string value, string source, Rule rule)
    {
        await using var t = await CoreTest.StartAsync();
        await t.AsAsync(Role.Administrator);
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<RulebookService>().SetAsync(new SetRule
        {
            Subject = nameof(Form.Praktik), Limit = Limit.LongestMonths, From = t.Clock.Today().AddDays(days), Value = value, Source = source,
        }, Ct));
        Assert.Equal(rule, refused.Rule);
        Assert.Equal(0, await t.Db.RuleVersions.CountAsync(Ct));
    }

    [Theory]
    [InlineData("sommaren")]
    [InlineData("31-28")]
    [InlineData("0-4")]
    [InlineData("30-54")]
    [InlineData("1-27")]
    public async Task Weeks_in_which_employers_rest_are_refused(string value)
    {
        await using var t = await CoreTest.StartAsync();
        await t.AsAsync(Role.Administrator);
        Task Set(string weeks) => t.Get<RulebookService>().SetAsync(new SetRule
        {
            Subject = ShippedRules.All, Limit = Limit.IndustryHolidayWeeks, From = t.Clock.Today().AddDays(1), Value = weeks, Source = "AMN § 12",
        }, Ct);
        Assert.Equal(Rule.ClosedWeeksWrong, (await Assert.ThrowsAsync<RuleBreachException>(() => Set(value))).Rule);
        Assert.Equal(0, await t.Db.RuleVersions.CountAsync(Ct));
        await Set("27-52");
        Assert.Equal("27-52", (await t.Db.RuleVersions.SingleAsync(Ct)).Value);
    }

    [Fact]
    public async Task The_preview_counts_who_begins_after_the_day_and_who_does_not_fit()
    {
        await using var t = await CoreTest.StartAsync();
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync(), o => o with { To = o.From.AddMonths(12) });
        await ProposeAsync(t, offer, offer.From, months: 1);
        await ProposeAsync(t, offer, offer.From, months: 3);

        Task<RuleEffect> Effect(DateOnly from, string value) => RuleEffect.OfAsync(t.Db, RuleSet.Shipped, nameof(Form.Praktik), Limit.LongestMonths, from, value, Ct);
        Assert.Equal(new RuleEffect(2, 1), await Effect(offer.From, "2"));
        Assert.Equal(new RuleEffect(0, 0), await Effect(offer.From.AddDays(1), "2"));
    }

    private static Task SetAsync(CoreTest t, Limit limit, DateOnly from, string value) => SetAsync(t, Form.Praktik, limit, from, value);

    private static async Task SetAsync(CoreTest t, Form form, Limit limit, DateOnly from, string value)
    {
        await t.AsAsync(Role.Administrator);
        await t.Get<RulebookService>().SetAsync(new SetRule { Subject = form.ToString(), Limit = limit, From = from, Value = value, Source = "AMN § 12" }, Ct);
    }

    private static async Task<Guid> ProposeAsync(CoreTest t, Offer offer, DateOnly from, int months)
    {
        var participant = await t.Stage.ParticipantAsync();
        await t.AsAsync(Role.Coordinator);
        return await t.Get<PlacementService>().ProposeAsync(new ProposePlacement
        {
            ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = from, To = from.AddMonths(months).AddDays(-1),
        }, Ct);
    }

    private static async Task<Guid> RunningEmploymentAsync(CoreTest t)
    {
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync(), o => o with { Form = Form.Employment, To = null, From = t.Clock.Today() });
        var participant = await t.Stage.ParticipantAsync();
        await t.AsAsync(Role.Coordinator);
        var placements = t.Get<PlacementService>();
        var id = await placements.ProposeAsync(new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = offer.From }, Ct);
        await placements.ParticipantAnsweredAsync(id, true, Ct);
        await placements.ReleaseAsync(id, null, Ct);
        await placements.RequestAsync(id, Ct);
        await t.AsAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        await t.Get<EmployerAnswerService>().AnswerAsync(id, true, null, Ct);
        await t.AsAsync(Role.Coordinator);
        await t.Get<PlacementService>().RecordPaperAsync(id, new RecordPaper(t.Clock.Today(), "Sam Samordnare", "Avtal 1"), Ct);
        await t.Get<PlacementService>().StartAsync(id, t.Clock.Today(), Ct, Answered.ToAll);
        return id;
    }

    private static SupportDetails Support(Lonestod kind, DateOnly from) =>
        new() { Kind = kind, From = from, To = from.AddMonths(6), DecidedOn = from, Reference = "AF 1" };
}
