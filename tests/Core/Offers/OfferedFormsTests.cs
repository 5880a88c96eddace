using EnVagUt.Core.Cases.Arranged;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Offers;

/// <summary>One guard for every door: the employer's own offer, an own place, and what others have agreed.</summary>
public class OfferedFormsTests
{
    private static readonly RulesOfDay Shipped = RuleSet.Shipped.On(new DateOnly(2026, 11, 23));

    private static Form NotInUse => FormRegistry.All.First(f => !f.IsOnByDefault && f.RefusesOffers is null && !f.OwnOrganisationOnly).Form;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_form_is_offered_unless_one_thing_speaks_against_it()
    {
        foreach (var row in FormRegistry.All)
        {
            var isInUse = Shipped.Of(row.Form).IsInUse;
            Assert.Equal(isInUse && row.RefusesOffers is null && !row.OwnOrganisationOnly, OfferedForms.Refusal(row.Form, Shipped, isOwn: false) is null);
            Assert.Equal(isInUse && row.RefusesOffers is null, OfferedForms.Refusal(row.Form, Shipped, isOwn: true) is null);
            // Before a workplace is chosen nobody knows whose it is.
            Assert.Equal(isInUse && row.RefusesOffers is null, OfferedForms.Refusal(row.Form, Shipped, isOwn: null) is null);
            Assert.Equal(isInUse && !row.OwnOrganisationOnly, OfferedForms.Refusal(row.Form, Shipped, isOwn: false, byOthers: true) is null);
        }
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task The_own_workshops_form_is_offered_by_the_municipality_only(bool isOwn, bool isOffered)
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync();
        if (isOwn)
            await t.Db.Employers.ExecuteUpdateAsync(set => set.SetProperty(e => e.Sector, Sector.OwnMunicipality), Ct);
        await t.AsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        Assert.Equal(isOffered, await IsOfferedAsync(t, workplace, Form.EgenRegi));
    }

    [Fact]
    public async Task A_form_that_another_decides_on_or_nobody_uses_is_not_drafted()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync();
        await t.AsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        Assert.True(await IsOfferedAsync(t, workplace, Form.Praktik));
        Assert.False(await IsOfferedAsync(t, workplace, Form.AfPraktik));
        Assert.False(await IsOfferedAsync(t, workplace, NotInUse));
    }

    [Fact]
    public async Task What_others_have_agreed_may_be_of_their_form_but_not_of_one_that_nobody_uses()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync();
        await t.AsAsync(Role.Coordinator);
        Task Register(Form form) => t.Get<ArrangedByOthersService>().RegisterAsync(ArrangedStage.ByOthers(workplace, t.Clock.Today()) with { Form = form }, Ct);

        await Register(Form.AfPraktik);
        foreach (var form in new[] { Form.EgenRegi, NotInUse })
            Assert.Equal(Rule.FormRefusesOffers, (await Assert.ThrowsAsync<RuleBreachException>(() => Register(form))).Rule);
    }

    [Theory]
    [InlineData(Form.Prao, 8, true)]
    [InlineData(Form.Prao, 7, false)]
    // An adult may work it, and the form is for adults too.
    [InlineData(Form.Feriejobb, 8, false)]
    public async Task A_week_that_no_pupil_may_work_is_refused_when_it_is_offered(Form form, int hours, bool isRefused)
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync();
        await t.AsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        var week = WeeklyPattern.Usual(Cells.OfficeWeek).Times.Select(c => c.Cell % 3 == 1 ? c with { End = c.Start.AddHours(hours - 4) } : c);
        var details = Details(t, workplace, form) with { Pattern = [.. week], To = null };
        Task Draft(OfferDetails d) => t.Get<OfferService>().DraftAsync(d, submit: false, Ct);

        if (!isRefused)
        {
            await Draft(details);
            return;
        }
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => Draft(details));
        Assert.Equal((Rule.WeekForNoMinor, nameof(details.Pattern)), (refused.Rule, refused.Field));
        Assert.Equal("Prao", refused.Values[0]);
        Assert.Contains("högst 7 timmar", (string)refused.Values[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prao_of_more_hours_than_the_rules_of_its_first_day_is_refused()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync();
        await t.AsAsync(Role.Administrator);
        var details = Details(t, workplace, Form.Prao) with { Pattern = Form.Prao.Row().UsualWeek.Times };
        await t.Get<RulebookService>().SetAsync(new SetRule { Subject = nameof(Form.Prao), Limit = Limit.MinorTermWeekHours, From = details.From, Value = "30", Source = "Skolan" }, Ct);
        await t.AsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        await t.Get<OfferService>().DraftAsync(details with { From = details.From.AddDays(-1), To = details.From.AddDays(5) }, submit: true, Ct);
        Assert.Equal(Rule.WeekForNoMinor, (await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<OfferService>().DraftAsync(details, submit: true, Ct))).Rule);
    }

    [Theory]
    [InlineData(Sector.Private, false)]
    [InlineData(Sector.Association, false)]
    [InlineData(Sector.OwnMunicipality, true)]
    [InlineData(Sector.OtherPublic, true)]
    public async Task A_support_for_public_employers_is_named_by_those_only(Sector sector, bool isAllowed)
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync();
        await t.Db.Employers.ExecuteUpdateAsync(set => set.SetProperty(e => e.Sector, sector), Ct);
        await t.AsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        var details = Details(t, workplace, Form.Employment) with { Supports = [Lonestod.Nystartsjobb, Lonestod.Osa] };
        Assert.Equal(isAllowed, OfferedForms.Supports(details.From, sector.IsPublic()).Contains(Lonestod.Osa));
        if (isAllowed)
        {
            await t.Get<OfferService>().DraftAsync(details, submit: true, Ct);
            return;
        }
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<OfferService>().DraftAsync(details, submit: true, Ct));
        Assert.Equal((Rule.SupportForPublicEmployers, nameof(details.Supports), Lonestod.Osa.Label()), (refused.Rule, refused.Field, refused.Values[0]));
    }

    private static OfferDetails Details(CoreTest t, Workplace workplace, Form form)
    {
        var from = t.Clock.Today().AddDays(14);
        return new OfferDetails
        {
            WorkplaceId = workplace.Id, Form = form, Title = "Snickeri", Tasks = "Laga möbler.", From = from, To = from.AddMonths(2),
            Displacement = Displacement.None, Pattern = WeeklyPattern.Usual(Cells.OfficeWeek).Times,
        };
    }

    private static async Task<bool> IsOfferedAsync(CoreTest t, Workplace workplace, Form form)
    {
        var details = Details(t, workplace, form);
        try
        {
            await t.Get<OfferService>().DraftAsync(details, submit: true, Ct);
            return true;
        }
        catch (RuleBreachException e) when (e is { Rule: Rule.FormRefusesOffers, Field: nameof(details.Form) })
        {
            return false;
        }
        finally
        {
            t.NewScope();
        }
    }
}
