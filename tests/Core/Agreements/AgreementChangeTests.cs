using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Law.Forms;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Agreements;

/// <summary>What a new version changes is stated and true; practical words void nothing; a version under way can be annulled.</summary>
public class AgreementChangeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<AgreementStage> WithSecondDraftAsync()
    {
        var s = await AgreementStage.StartAsync();
        await s.ConcludeAsync();
        s.Test.NewScope();
        await s.Agreements.DraftAsync(s.PlacementId, Ct);
        s.Test.NewScope();
        return s;
    }

    private static async Task StateAsync(AgreementStage s, AgreementChange change, string goals)
    {
        var a = await s.ReadAsync();
        s.Test.NewScope();
        await s.Agreements.ReviseAsync(s.PlacementId, new ReviseAgreement(a.Version, new(goals, a.Terms.Adaptations, a.Terms.Introduction), null, change), Ct);
        s.Test.NewScope();
    }

    private static async Task SendAsync(AgreementStage s) => await s.Agreements.SendAsync(s.PlacementId, (await s.ReadAsync()).Version, Ct);

    [Fact]
    public async Task A_version_that_changes_nothing_essential_is_not_sent()
    {
        await using var s = await WithSecondDraftAsync();
        await AgreementStage.RefusedAsync(Rule.AgreementNothingChanged, () => SendAsync(s));
    }

    [Fact]
    public async Task What_somebody_else_has_changed_meanwhile_is_not_sent()
    {
        await using var s = await WithSecondDraftAsync();
        await StateAsync(s, AgreementChange.Goals, "Andra mål");
        await AgreementStage.RefusedAsync(Rule.ChangedByAnother, () => s.Agreements.SendAsync(s.PlacementId, Guid.NewGuid(), default));
    }

    [Fact]
    public async Task Nothing_is_sent_about_somebody_whose_letters_have_been_stopped()
    {
        await using var s = await WithSecondDraftAsync();
        await StateAsync(s, AgreementChange.Goals, "Andra mål");
        await s.Test.Db.Placements.Where(p => p.Id == s.PlacementId).ExecuteUpdateAsync(u => u.SetProperty(p => p.LettersStoppedAt, s.Test.Clock.GetUtcNow().UtcDateTime), Ct);
        await AgreementStage.RefusedAsync(Rule.LettersStopped, () => SendAsync(s));
    }

    [Fact]
    public async Task What_is_stated_must_be_what_differs()
    {
        await using var s = await WithSecondDraftAsync();
        await StateAsync(s, AgreementChange.Period, "Andra mål");
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => SendAsync(s));
        Assert.Equal((Rule.AgreementChangeNotMade, "Change"), (refused.Rule, refused.Field));
        Assert.Contains("Ändrade mål, anpassningar eller introduktion", refused.Values);
        await StateAsync(s, AgreementChange.Goals, "Andra mål");
        await SendAsync(s);
        Assert.Equal((AgreementStatus.Sent, AgreementChange.Goals), ((await s.ReadAsync()).Status, (await s.ReadAsync()).Change));
    }

    [Fact]
    public async Task A_first_agreement_is_first_and_a_later_one_is_not()
    {
        await using var s = await WithSecondDraftAsync();
        await AgreementStage.RefusedAsync(Rule.AgreementChangeMissing, () => StateAsync(s, AgreementChange.First, "Andra mål"));
    }

    [Fact]
    public async Task Another_contact_or_supervisor_voids_nothing()
    {
        await using var s = await AgreementStage.StartAsync();
        await s.SentAsync();
        await s.ApproveAsWorkplaceAsync();
        await s.Test.Db.Workplaces.ExecuteUpdateAsync(u => u.SetProperty(w => w.ContactName, "Nya Kontakten"), Ct);
        await s.Test.Db.Supervisors.ExecuteUpdateAsync(u => u.SetProperty(w => w.Name, "Ny Handledare"), Ct);
        await s.ReviseAsync(w => w);
        var agreement = await s.ReadAsync();
        Assert.Equal((AgreementStatus.Sent, 1, "Nya Kontakten", "Ny Handledare"), (agreement.Status, agreement.Given.Count, agreement.Terms.WorkplaceContact, agreement.Terms.Supervisor));
        Assert.Equal("PracticalRevised", await s.Test.Db.History.Where(h => h.SubjectId == agreement.Id).OrderByDescending(h => h.Seq).Select(h => h.Verb).FirstAsync(Ct));
    }

    [Fact]
    public async Task A_version_under_way_is_annulled_and_the_one_before_goes_on_holding()
    {
        await using var s = await WithSecondDraftAsync();
        await StateAsync(s, AgreementChange.Goals, "Andra mål");
        await SendAsync(s);
        await s.ApproveAsWorkplaceAsync();
        s.Test.NewScope();
        await s.Agreements.VoidAsync(s.PlacementId, (await s.ReadAsync()).Version, Ct);
        var voided = await s.ReadAsync();
        Assert.Equal((AgreementStatus.Voided, 0, 2), (voided.Status, voided.Given.Count, voided.Number));
        Assert.Equal(1, await s.Test.Db.Mail.CountAsync(m => m.Template == "overenskommelse-makulerad", Ct));
        Assert.Equal(PlacementStatus.ReadyToStart, (await s.PlacementAsync()).Status);
        await AgreementStage.RefusedAsync(Rule.AgreementNotSent, () => s.RecordAsync(Approver.Participant, new GivenApproval(ApprovalWay.OnScreen)));
        await AgreementStage.RefusedAsync(Rule.NotAllowedInStatus, () => s.ReviseAsync(w => w with { Goals = "Mer" }));

        s.Test.NewScope();
        await s.Agreements.DraftAsync(s.PlacementId, Ct);
        Assert.Equal((3, AgreementChange.Essential), ((await s.ReadAsync()).Number, (await s.ReadAsync()).Change));
    }

    [Fact]
    public async Task What_all_have_approved_is_not_annulled_and_a_first_one_that_was_may_be_written_again()
    {
        await using var s = await AgreementStage.StartAsync();
        await s.SentAsync();
        await s.Agreements.VoidAsync(s.PlacementId, (await s.ReadAsync()).Version, Ct);
        s.Test.NewScope();
        await s.Agreements.DraftAsync(s.PlacementId, Ct);
        var second = await s.ReadAsync();
        Assert.Equal((2, AgreementChange.First, "Pröva på arbete i butik"), (second.Number, second.Change, second.Terms.Goals));
        s.Test.NewScope();
        await SendAsync(s);
        await s.ApproveAsWorkplaceAsync();
        await s.RecordAsync(Approver.Participant, new GivenApproval(ApprovalWay.OnScreen));
        await s.ApproveAsMunicipalityAsync();
        s.Test.NewScope();
        var version = (await s.ReadAsync()).Version;
        await AgreementStage.RefusedAsync(Rule.AgreementConcluded, () => s.Agreements.VoidAsync(s.PlacementId, version, Ct));
    }
}
