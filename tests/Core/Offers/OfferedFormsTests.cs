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

    private static async Task<bool> IsOfferedAsync(CoreTest t, Workplace workplace, Form form)
    {
        var from = t.Clock.Today().AddDays(14);
        var details = new OfferDetails
        {
            WorkplaceId = workplace.Id, Form = form, Title = "Snickeri", Tasks = "Laga möbler.", From = from, To = from.AddMonths(2),
            Displacement = Displacement.None, Pattern = WeeklyPattern.Usual(Cells.OfficeWeek).Times,
        };
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
