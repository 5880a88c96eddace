using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Offers;

public class DisplacementTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, YesOrNo.No, YesOrNo.Yes, "ReplacesLeaver")]
    [InlineData(YesOrNo.No, null, YesOrNo.Yes, "ReemploymentRight")]
    [InlineData(YesOrNo.No, YesOrNo.No, null, "BeyondStaffing")]
    public async Task A_draft_may_leave_a_question_open_and_is_not_sent_in_until_it_is_answered(YesOrNo? replaces, YesOrNo? right, YesOrNo? beyond, string field)
    {
        await using var t = await CoreTest.StartAsync();
        var details = await DetailsAsync(t);
        var open = details with { Displacement = new(replaces, right, beyond) };
        await t.Get<OfferService>().DraftAsync(open, submit: false, Ct);
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<OfferService>().DraftAsync(open, submit: true, Ct));
        Assert.Equal((Rule.DisplacementUnanswered, field), (refused.Rule, refused.Field));
    }

    [Fact]
    public async Task Answers_that_speak_against_are_kept_and_refuse_nothing()
    {
        await using var t = await CoreTest.StartAsync();
        var against = new Displacement(YesOrNo.Yes, YesOrNo.Yes, YesOrNo.No);
        var details = await DetailsAsync(t) with { Displacement = against };
        var id = await t.Get<OfferService>().DraftAsync(details, submit: true, Ct);
        t.NewScope();
        var kept = await t.Db.Offers.AsNoTracking().SingleAsync(o => o.Id == id, Ct);
        Assert.Equal(against, kept.Displacement);
        Assert.Equal(3, kept.Displacement.Warnings().Count);
        Assert.Empty(Displacement.None.Warnings());
        Assert.Empty(Displacement.Unanswered.Warnings());
    }

    [Theory]
    [InlineData(Form.Praktik, OfferKind.Praktik, false, true)]
    [InlineData(Form.Prao, OfferKind.Praktik, false, false)]
    [InlineData(Form.AplGymnasium, OfferKind.Praktik, false, false)]
    [InlineData(Form.Lia, OfferKind.Praktik, false, false)]
    [InlineData(Form.Feriejobb, OfferKind.Praktik, false, false)]
    [InlineData(Form.Praktik, OfferKind.Clause, false, true)]
    [InlineData(Form.Employment, OfferKind.SupportedEmployment, false, true)]
    [InlineData(Form.Employment, OfferKind.Clause, true, true)]
    [InlineData(Form.Employment, OfferKind.Clause, false, false)]
    public void School_summer_jobs_and_an_ordinary_employment_are_not_asked(Form form, OfferKind kind, bool openToSupport, bool asked) =>
        Assert.Equal(asked, Displacement.IsAskedOf(form, kind, openToSupport));

    [Fact]
    public async Task A_place_for_pupils_is_sent_in_without_an_answer()
    {
        await using var t = await CoreTest.StartAsync();
        var details = await DetailsAsync(t) with { Form = Form.Prao, Pattern = Form.Prao.Row().UsualWeek.Times };
        var id = await t.Get<OfferService>().DraftAsync(details, submit: true, Ct);
        var kept = await t.Db.Offers.AsNoTracking().SingleAsync(o => o.Id == id, Ct);
        Assert.Equal((OfferStatus.Submitted, Displacement.Unanswered), (kept.Status, kept.Displacement));
    }

    [Fact]
    public async Task The_months_in_the_questions_are_those_of_the_rules()
    {
        await using var t = await CoreTest.StartAsync();
        await t.AsAsync(Role.Administrator);
        var day = t.Clock.Today().AddDays(1);
        foreach (var (limit, value) in new[] { (Limit.DisplacementMonths, "18"), (Limit.ReemploymentMonths, "7") })
            await t.Get<RulebookService>().SetAsync(new SetRule { Subject = ShippedRules.All, Limit = limit, From = day, Value = value, Source = "SFS 2027:1" }, Ct);
        var rules = await t.Get<RulebookService>().ReadAsync(Ct);
        Assert.Contains("de senaste 12 månaderna", Displacement.ReplacesQuestion(rules.On(day.AddDays(-1))), StringComparison.Ordinal);
        Assert.Contains("de senaste 18 månaderna", Displacement.ReplacesQuestion(rules.On(day)), StringComparison.Ordinal);
        Assert.Contains("i 9 månader", Displacement.RightHint(rules.On(day.AddDays(-1))), StringComparison.Ordinal);
        Assert.Contains("i 7 månader", Displacement.RightHint(rules.On(day)), StringComparison.Ordinal);
    }

    private static async Task<OfferDetails> DetailsAsync(CoreTest t)
    {
        var workplace = await t.Stage.WorkplaceAsync();
        await t.AsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        var from = t.Clock.Today().AddDays(14);
        return new OfferDetails
        {
            WorkplaceId = workplace.Id, Form = Form.Praktik, Title = "Butiksbiträde", Tasks = "Plocka upp varor.",
            From = from, To = from.AddMonths(3), Pattern = WeeklyPattern.Usual(Cells.OfficeWeek).Times,
        };
    }
}
