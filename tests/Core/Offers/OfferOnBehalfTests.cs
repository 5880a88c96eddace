using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Offers;

/// <summary>An employer tells staff on the telephone what it would otherwise do itself: who said it, and how, stays with what was done.</summary>
public class OfferOnBehalfTests
{
    private static readonly OnBehalf Said = new(BehalfChannel.Phone, "Kim Kontakt");
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static OfferDetails Details(CoreTest t, Workplace workplace) => new()
    {
        WorkplaceId = workplace.Id, Form = Form.Praktik, Title = "Butiksbiträde", Tasks = "Plocka upp varor.",
        From = t.Clock.Today().AddDays(14), To = t.Clock.Today().AddMonths(3), Pattern = WeeklyPattern.Usual(Cells.OfficeWeek).Times, Displacement = Displacement.None,
    };

    private static async Task<Offer> TellAsync(CoreTest t, Role role, bool approved = true)
    {
        var workplace = await t.Stage.WorkplaceAsync(approved: approved);
        await t.AsAsync(role);
        var id = await t.Get<OfferService>().DraftAsync(Details(t, workplace), submit: true, Ct, Said);
        t.NewScope();
        return await t.Db.Offers.AsNoTracking().SingleAsync(o => o.Id == id, Ct);
    }

    [Theory]
    [InlineData(Role.BusinessContact, true, OfferStatus.Published, "platsanmalan-publicerad")]
    [InlineData(Role.Coordinator, true, OfferStatus.Published, "platsanmalan-publicerad")]
    [InlineData(Role.Consultant, true, OfferStatus.Submitted, "platsanmalan-mottagen")]
    [InlineData(Role.Coordinator, false, OfferStatus.Submitted, "platsanmalan-mottagen")]
    public async Task Whoever_may_publish_publishes_what_an_approved_employer_has_told(Role role, bool approved, OfferStatus leadsTo, string letter)
    {
        await using var t = await CoreTest.StartAsync();
        var offer = await TellAsync(t, role, approved);
        Assert.Equal(leadsTo, offer.Status);
        Assert.Equal([letter], await t.Db.Mail.Where(m => m.CaseId == offer.Id).Select(m => m.Template).ToListAsync(Ct));
        var behalf = await t.Db.Behalves.SingleAsync(b => b.CaseId == offer.Id, Ct);
        Assert.Equal(("Submitted", BehalfChannel.Phone, "Kim Kontakt", t.Viewer.UserId), (behalf.Act, behalf.Channel, behalf.SaidBy, behalf.RecordedBy));
        Assert.True(await t.Db.History.AnyAsync(h => h.SubjectId == offer.Id && h.Verb == "Submitted" && h.At == behalf.RecordedAt, Ct));
    }

    [Fact]
    public async Task A_period_that_is_over_is_refused_and_its_last_day_is_not()
    {
        await using var t = await CoreTest.StartAsync();
        var details = Details(t, await t.Stage.WorkplaceAsync()) with { From = t.Clock.Today().AddMonths(-12) };
        await t.AsAsync(Role.Coordinator);
        var breach = await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<OfferService>().DraftAsync(details with { To = t.Clock.Today().AddDays(-1) }, submit: true, Ct, Said));
        Assert.Equal((Rule.PeriodPassed, "To"), (breach.Rule, breach.Field));
        t.NewScope();
        await t.Get<OfferService>().DraftAsync(details with { To = t.Clock.Today() }, submit: true, Ct, Said);
        Assert.Equal(OfferStatus.Published, await t.Db.Offers.Select(o => o.Status).SingleAsync(Ct));
    }

    [Fact]
    public async Task Nobody_writes_for_an_employer_without_saying_who_told_it()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync();
        await t.AsAsync(Role.Coordinator);
        async Task RefusedAsync(Rule rule, OnBehalf? said)
        {
            t.NewScope();
            Assert.Equal(rule, (await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<OfferService>().DraftAsync(Details(t, workplace), submit: true, Ct, said))).Rule);
        }
        await RefusedAsync(Rule.NotYours, null);
        await RefusedAsync(Rule.Required, Said with { SaidBy = " " });
        await t.AsAsync(Role.Referrer);
        await RefusedAsync(Rule.NotForYourRole, Said);
        t.NewScope();
        Assert.Empty(await t.Db.Offers.ToListAsync(Ct));
    }

    [Fact]
    public async Task What_was_paused_gone_on_with_and_closed_by_telephone_is_told_with_it()
    {
        await using var t = await CoreTest.StartAsync();
        var offer = await TellAsync(t, Role.Coordinator);
        await t.Get<OfferService>().PauseAsync(offer.Id, true, Ct, Said);
        await t.Get<OfferService>().PauseAsync(offer.Id, false, Ct, Said);
        await t.Get<OfferService>().CloseAsync(offer.Id, Ct, Said);
        Assert.Equal(["Closed", "Paused", "Resumed", "Submitted"], await t.Db.Behalves.OrderBy(b => b.Act).Select(b => b.Act).ToListAsync(Ct));
    }

    [Fact]
    public async Task A_workplace_and_its_supervisors_are_written_down_too()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync();
        await t.AsAsync(Role.BusinessContact);
        var service = t.Get<EmployerService>();
        var supervisor = await service.AddSupervisorAsync(workplace.Id, new SupervisorDetails { Name = "Sam Handledare" }, Ct, Said);
        await service.SetSupervisorActiveAsync(workplace.Id, supervisor, false, Ct, Said);
        await service.SetSupervisorActiveAsync(workplace.Id, supervisor, true, Ct, Said);
        Assert.Equal(["SupervisorAdded", "SupervisorBack", "SupervisorLeft"], await t.Db.Behalves.Where(b => b.CaseId == workplace.Id).OrderBy(b => b.Act).Select(b => b.Act).ToListAsync(Ct));
    }
}
