using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Declarations;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Employers;

public class EmployerDeclarationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_employer_declares_is_kept_word_for_word_with_who_and_until_when()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync();
        var user = await t.AsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        await t.Get<EmployerDeclarationService>().DeclareAsync(workplace.EmployerId, confirmed: true, Ct);

        var kept = await t.Db.EmployerDeclarations.AsNoTracking().SingleAsync(Ct);
        Assert.Equal((DeclarationWay.Portal, t.Clock.Today(), t.Clock.Today().AddMonths(12).AddDays(-1), user), (kept.Way, kept.DeclaredOn, kept.ValidThrough, kept.NotedBy));
        Assert.Equal(t.Get<EmployerDeclarationService>().Statements(isPublic: false), kept.Statements!.Split('\n'));
        Assert.Contains("näringsförbud", kept.Statements, StringComparison.Ordinal);
        Assert.NotEqual("", kept.DeclaredBy);
    }

    [Theory]
    [InlineData(Sector.OwnMunicipality)]
    [InlineData(Sector.OtherPublic)]
    public async Task A_public_employer_affirms_nothing_of_bankruptcy_or_of_its_taxes(Sector sector)
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync();
        await t.Db.Employers.ExecuteUpdateAsync(set => set.SetProperty(e => e.Sector, sector), Ct);
        await t.AsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        await t.Get<EmployerDeclarationService>().DeclareAsync(workplace.EmployerId, confirmed: true, Ct);
        var kept = (await t.Db.EmployerDeclarations.AsNoTracking().SingleAsync(Ct)).Statements!;
        Assert.Contains("arbetsmiljön", kept, StringComparison.Ordinal);
        Assert.All(["konkurs", "näringsförbud", "Skatteverket"], word => Assert.DoesNotContain(word, kept, StringComparison.Ordinal));
        Assert.Equal(t.Get<EmployerDeclarationService>().Statements(isPublic: true), t.Get<EmployerDeclarationService>().Statements(isPublic: false).SkipLast(2));
    }

    [Fact]
    public async Task Nothing_is_declared_without_a_tick_and_for_nobody_else()
    {
        await using var t = await CoreTest.StartAsync();
        var (own, others) = (await t.Stage.WorkplaceAsync(), await t.Stage.WorkplaceAsync());
        await t.AsAsync(Role.EmployerAdmin, employerId: own.EmployerId);
        var service = t.Get<EmployerDeclarationService>();
        Assert.Equal(Rule.DeclarationNotConfirmed, (await Assert.ThrowsAsync<RuleBreachException>(() => service.DeclareAsync(own.EmployerId, false, Ct))).Rule);
        await Assert.ThrowsAsync<NotFoundException>(() => service.DeclareAsync(others.EmployerId, true, Ct));
        await Assert.ThrowsAsync<NotFoundException>(() => service.NoteOnPaperAsync(own.EmployerId, t.Clock.Today(), "Kim", Ct));
        await t.AsAsync(Role.EmployerReader, employerId: own.EmployerId);
        await Assert.ThrowsAsync<NotFoundException>(() => t.Get<EmployerDeclarationService>().DeclareAsync(own.EmployerId, true, Ct));
        Assert.Equal(0, await t.Db.EmployerDeclarations.CountAsync(Ct));
    }

    [Fact]
    public async Task One_on_paper_holds_from_the_day_that_stands_on_it_by_the_rules_of_that_day()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync();
        await t.AsAsync(Role.Administrator);
        var changed = t.Clock.Today().AddDays(1);
        await t.Get<RulebookService>().SetAsync(new SetRule { Subject = ShippedRules.All, Limit = Limit.DeclarationMonths, From = changed, Value = "6", Source = "AMN § 12" }, Ct);
        t.Clock.AdvanceDays(2);
        await t.AsAsync(Role.BusinessContact);
        await t.Get<EmployerDeclarationService>().NoteOnPaperAsync(workplace.EmployerId, changed.AddDays(-1), "Kim Firmatecknare", Ct);
        await t.Get<EmployerDeclarationService>().NoteOnPaperAsync(workplace.EmployerId, changed, "Kim Firmatecknare", Ct);
        var through = await t.Db.EmployerDeclarations.AsNoTracking().OrderBy(d => d.DeclaredOn).Select(d => d.ValidThrough).ToListAsync(Ct);
        Assert.Equal([changed.AddDays(-1).AddMonths(12).AddDays(-1), changed.AddMonths(6).AddDays(-1)], through);

        async Task<Rule> RefusalAsync(DateOnly on, string by) => (await Assert.ThrowsAsync<RuleBreachException>(
            () => t.Get<EmployerDeclarationService>().NoteOnPaperAsync(workplace.EmployerId, on, by, Ct))).Rule;
        Assert.Equal(Rule.DateInFuture, await RefusalAsync(t.Clock.Today().AddDays(1), "Kim"));
        Assert.Equal(Rule.Required, await RefusalAsync(t.Clock.Today(), " "));
    }

    [Theory]
    [InlineData(null, DeclarationState.Missing, true)]
    [InlineData(-1, DeclarationState.Expired, true)]
    [InlineData(0, DeclarationState.Valid, false)]
    public void It_warns_when_it_has_run_out_or_was_never_made(int? daysLeft, DeclarationState state, bool warns)
    {
        var today = new DateOnly(2027, 3, 1);
        var now = new DeclarationNow(daysLeft is { } d ? today.AddDays(d) : null, today);
        Assert.Equal((state, warns), (now.State, now.Warns));
    }
}
