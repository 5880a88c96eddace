using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Agreements;

/// <summary>An agreement from draft to concluded, each step by the right hands and in the form's order.</summary>
public class AgreementServiceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private static readonly GivenApproval OnScreen = new(ApprovalWay.OnScreen);

    [Fact]
    public async Task When_the_last_party_has_approved_the_placement_is_clear_for_start()
    {
        await using var s = await AgreementStage.StartAsync();
        await s.SentAsync();
        Assert.Equal(Approver.Workplace, (await s.ReadAsync()).Next);
        var sent = (await s.ReadAsync()).Version;
        await AgreementStage.RefusedAsync(Rule.NotAllowedInStatus, () => s.Agreements.SendAsync(s.PlacementId, sent, Ct));
        await s.ApproveAsWorkplaceAsync();
        Assert.Equal(Approver.Participant, (await s.ReadAsync()).Next);
        await s.RecordAsync(Approver.Participant, OnScreen);
        Assert.Equal(PlacementStatus.AwaitingPaper, (await s.PlacementAsync()).Status);
        await s.ApproveAsMunicipalityAsync();

        var (agreement, placement) = (await s.ReadAsync(), await s.PlacementAsync());
        Assert.Equal((AgreementStatus.Concluded, AgreementChange.First, 1), (agreement.Status, agreement.Change, agreement.Number));
        Assert.Equal((PlacementStatus.ReadyToStart, s.Test.Clock.Today(), "Test Coordinator"), (placement.Status, placement.Paper.DoneOn, placement.Paper.SeenBy));
        Assert.Equal(["Drafted", "Revised", "Sent", "ApprovedByWorkplace", "ApprovedByParticipant", "ApprovedByMunicipality"],
            await s.Test.Db.VerbsAsync(h => h.SubjectId == agreement.Id));
        Assert.DoesNotContain(await s.Test.Db.History.Where(h => h.SubjectId == agreement.Id).Select(h => h.Codes).ToListAsync(Ct), c => c.Contains("Test", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_approves_before_it_is_sent_or_before_those_who_come_first()
    {
        await using var s = await AgreementStage.StartAsync();
        await s.Agreements.DraftAsync(s.PlacementId, Ct);
        await AgreementStage.RefusedAsync(Rule.AgreementNotSent, () => s.RecordAsync(Approver.Participant, OnScreen));
        await s.ReviseAsync(w => w with { Goals = "Pröva på arbete" });
        await s.Agreements.SendAsync(s.PlacementId, (await s.ReadAsync()).Version, Ct);

        await AgreementStage.RefusedAsync(Rule.ApprovalOutOfOrder, () => s.RecordAsync(Approver.Participant, OnScreen));
        await AgreementStage.RefusedAsync(Rule.ApprovalOutOfOrder, s.ApproveAsMunicipalityAsync);
        await s.ApproveAsWorkplaceAsync();
        await AgreementStage.RefusedAsync(Rule.ApprovalOutOfOrder, s.ApproveAsWorkplaceAsync);
    }

    [Fact]
    public async Task A_change_before_all_have_approved_voids_what_was_approved_and_must_be_sent_again()
    {
        await using var s = await AgreementStage.StartAsync();
        await s.SentAsync();
        await s.ApproveAsWorkplaceAsync();
        await s.RecordAsync(Approver.Participant, OnScreen);

        await s.ReviseAsync(w => w with { Goals = "Pröva på arbete på lager" });
        var agreement = await s.ReadAsync();
        Assert.Equal((AgreementStatus.Draft, 0, 2), (agreement.Status, agreement.Given.Count, agreement.Approvals.Count));
        Assert.All(agreement.Approvals, a => Assert.NotNull(a.VoidedAt));
        Assert.Empty((await s.ViewAsync()).Approvals);
        Assert.Equal("ApprovalsVoided", await s.Test.Db.History.Where(h => h.SubjectId == agreement.Id).OrderByDescending(h => h.Seq).Select(h => h.Verb).FirstAsync(Ct));
        await AgreementStage.RefusedAsync(Rule.AgreementNotSent, s.ApproveAsMunicipalityAsync);

        s.Test.NewScope();
        await s.Agreements.SendAsync(s.PlacementId, (await s.ReadAsync()).Version, Ct);
        Assert.Equal(2, await s.Test.Db.Mail.CountAsync(m => m.CaseId == s.PlacementId && m.Template == "overenskommelse-vantar", Ct));
        Assert.Equal(Approver.Workplace, (await s.ReadAsync()).Next);
    }

    [Fact]
    public async Task The_same_words_again_void_nothing()
    {
        await using var s = await AgreementStage.StartAsync();
        await s.SentAsync();
        await s.ApproveAsWorkplaceAsync();
        var before = await s.ReadAsync();
        await s.ReviseAsync(w => w with { Introduction = w.Introduction!.Replace("\n", "\r\n", StringComparison.Ordinal) });
        Assert.Equal((before.Version, AgreementStatus.Sent, 1), ((await s.ReadAsync()).Version, (await s.ReadAsync()).Status, (await s.ReadAsync()).Given.Count));
    }

    [Fact]
    public async Task The_guardian_of_somebody_under_18_approves_after_the_person_and_before_the_municipality()
    {
        await using var s = await AgreementStage.StartAsync(birthDate: new DateOnly(2009, 3, 1));
        await s.SentAsync();
        await s.ApproveAsWorkplaceAsync();
        await s.RecordAsync(Approver.Participant, OnScreen);
        await AgreementStage.RefusedAsync(Rule.ApprovalOutOfOrder, s.ApproveAsMunicipalityAsync);
        await AgreementStage.RefusedAsync(Rule.Required, () => s.RecordAsync(Approver.Guardian, OnScreen));

        await s.RecordAsync(Approver.Guardian, OnScreen with { GivenBy = "Gun Vårdnadshavare" });
        await s.ApproveAsMunicipalityAsync();
        Assert.Equal(PlacementStatus.ReadyToStart, (await s.PlacementAsync()).Status);
        Assert.Equal([Approver.Workplace, Approver.Participant, Approver.Guardian, Approver.Municipality], (await s.ReadAsync()).Given);
    }

    [Fact]
    public async Task An_approval_on_paper_has_a_date_and_who_saw_it_and_one_on_somebodys_behalf_a_reason()
    {
        await using var s = await AgreementStage.StartAsync();
        await s.SentAsync();
        var paper = new GivenApproval(ApprovalWay.OnPaper) { GivenBy = "Kim Kontakt", SignedOn = s.Test.Clock.Today(), SeenBy = "Sam Samordnare" };
        await AgreementStage.RefusedAsync(Rule.SignedInFuture, () => s.RecordAsync(Approver.Workplace, paper with { SignedOn = s.Test.Clock.Today().AddDays(1) }));
        await AgreementStage.RefusedAsync(Rule.Required, () => s.RecordAsync(Approver.Workplace, paper with { SignedOn = null }));
        await AgreementStage.RefusedAsync(Rule.Required, () => s.RecordAsync(Approver.Workplace, paper with { SeenBy = " " }));
        await AgreementStage.RefusedAsync(Rule.Required, () => s.RecordAsync(Approver.Workplace, paper with { GivenBy = null }));
        await AgreementStage.RefusedAsync(Rule.ApprovalWayNotAllowed, () => s.RecordAsync(Approver.Workplace, paper with { Way = ApprovalWay.Portal }));
        await s.RecordAsync(Approver.Workplace, paper);

        await AgreementStage.RefusedAsync(Rule.BehalfReasonMissing, () => s.RecordAsync(Approver.Participant, new GivenApproval(ApprovalWay.OnBehalf)));
        await s.RecordAsync(Approver.Participant, new GivenApproval(ApprovalWay.OnBehalf) { Reason = BehalfReason.NoEid });
        var lines = (await s.ViewAsync()).Lines;
        Assert.Equal("Kim Kontakt, skrev under på papper 23 november 2026, sett av Sam Samordnare", lines[0].Given);
        Assert.Equal("godkände muntligt, antecknat 23 november 2026 (saknar e-legitimation)", lines[1].Given);
        Assert.Equal("godkände 23 november 2026", ((await s.ViewAsync()) with { ForEmployer = true }).Lines[1].Given);
    }

    [Fact]
    public async Task Without_goals_or_introduction_or_with_a_day_outside_the_period_it_is_refused_beside_the_field()
    {
        await using var s = await AgreementStage.StartAsync();
        await s.Agreements.DraftAsync(s.PlacementId, Ct);
        var draft = await s.ReadAsync();
        s.Test.NewScope();
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => s.Agreements.SendAsync(s.PlacementId, draft.Version, Ct));
        Assert.Equal((Rule.AgreementGoalsMissing, "Goals"), (refused.Rule, refused.Field));
        refused = await Assert.ThrowsAsync<RuleBreachException>(() => s.ReviseAsync(w => w with { Goals = "Mål" }, s.Offer.From.AddDays(-1)));
        Assert.Equal((Rule.EffectiveOutsidePeriod, "EffectiveOn"), (refused.Rule, refused.Field));
        refused = await Assert.ThrowsAsync<RuleBreachException>(() => s.ReviseAsync(w => w with { Goals = "Mål", Introduction = " \n" }));
        Assert.Equal((Rule.Required, "Introduction"), (refused.Rule, refused.Field));
    }

    [Fact]
    public async Task A_first_one_has_the_municipalitys_introduction_and_the_cases_own_coordinator()
    {
        await using var s = await AgreementStage.StartAsync();
        var owner = (await s.PlacementAsync()).CoordinatorId;
        await s.Test.Db.Users.Where(u => u.Id == owner).ExecuteUpdateAsync(u => u.SetProperty(x => x.DisplayName, "Sam Samordnare"), Ct);
        await s.Agreements.DraftAsync(s.PlacementId, Ct);
        var terms = (await s.ReadAsync()).Terms;
        Assert.StartsWith("Visa runt", terms.Introduction, StringComparison.Ordinal);
        Assert.StartsWith("Sam Samordnare, ", terms.MunicipalContact, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_one_agreement_under_way_and_the_next_version_is_an_essential_change()
    {
        await using var s = await AgreementStage.StartAsync();
        await s.Agreements.DraftAsync(s.PlacementId, Ct);
        s.Test.NewScope();
        await AgreementStage.RefusedAsync(Rule.AgreementUnderWay, () => s.Agreements.DraftAsync(s.PlacementId, Ct));
        await s.ReviseAsync(w => w with { Goals = "Pröva på arbete" });
        await s.Agreements.SendAsync(s.PlacementId, (await s.ReadAsync()).Version, Ct);
        await s.ApproveAsWorkplaceAsync();
        await s.RecordAsync(Approver.Participant, OnScreen);
        await s.ApproveAsMunicipalityAsync();
        await AgreementStage.RefusedAsync(Rule.AgreementConcluded, () => s.ReviseAsync(w => w with { Goals = "Annat" }));

        s.Test.Clock.SetStockholm(s.Offer.From);
        s.Test.NewScope();
        await s.Test.Get<PlacementService>().StartAsync(s.PlacementId, s.Offer.From, Ct, Answered.ToAll);
        s.Test.Clock.AdvanceDays(10);
        s.Test.NewScope();
        await s.Agreements.DraftAsync(s.PlacementId, Ct);
        var second = await s.ReadAsync();
        Assert.Equal((2, AgreementChange.Essential, s.Test.Clock.Today(), "Pröva på arbete"), (second.Number, second.Change, second.EffectiveOn, second.Terms.Goals));
        await s.ReviseAsync(w => w with { Goals = "Pröva på kassan" });
        await s.Agreements.SendAsync(s.PlacementId, (await s.ReadAsync()).Version, Ct);
        await s.ApproveAsWorkplaceAsync();
        await s.RecordAsync(Approver.Participant, OnScreen);
        await s.ApproveAsMunicipalityAsync();
        Assert.Equal(PlacementStatus.Running, (await s.PlacementAsync()).Status);
    }

    [Fact]
    public async Task A_form_with_somebody_elses_paper_has_no_agreement_of_ours()
    {
        await using var s = await AgreementStage.StartAsync(Form.Employment);
        await AgreementStage.RefusedAsync(Rule.AgreementNotOurs, () => s.Agreements.DraftAsync(s.PlacementId, Ct));
    }

    [Fact]
    public async Task What_was_changed_after_it_was_read_is_not_approved()
    {
        await using var s = await AgreementStage.StartAsync();
        await s.SentAsync();
        var read = (await s.ReadAsync()).Version;
        await s.ReviseAsync(w => w with { Goals = "Något annat" });
        await s.Agreements.SendAsync(s.PlacementId, (await s.ReadAsync()).Version, Ct);
        await s.AsEmployerAsync();
        await AgreementStage.RefusedAsync(Rule.ChangedByAnother, () => s.Test.Get<EmployerAgreementService>().ApproveAsync(s.PlacementId, read, Ct));
    }

    [Fact]
    public async Task A_released_placement_cannot_be_approved_any_more()
    {
        await using var s = await AgreementStage.StartAsync();
        await s.SentAsync();
        await s.Test.Get<PlacementService>().CancelAsync(s.PlacementId, NotHeldReason.Cancelled, Ct);
        await AgreementStage.RefusedAsync(Rule.NotAllowedInStatus, s.ApproveAsWorkplaceAsync);
    }

    [Fact]
    public async Task Nor_is_it_written_anew_or_sent()
    {
        await using var s = await AgreementStage.StartAsync();
        await s.Agreements.DraftAsync(s.PlacementId, Ct);
        await s.ReviseAsync(w => w with { Goals = "Pröva på arbete" });
        await s.Test.Get<PlacementService>().CancelAsync(s.PlacementId, NotHeldReason.Cancelled, Ct);
        await AgreementStage.RefusedAsync(Rule.NotAllowedInStatus, () => s.ReviseAsync(w => w with { Goals = "Något annat" }));
        s.Test.NewScope();
        var version = (await s.ReadAsync()).Version;
        await AgreementStage.RefusedAsync(Rule.NotAllowedInStatus, () => s.Agreements.SendAsync(s.PlacementId, version, Ct));
    }

    [Fact]
    public async Task Readers_other_employers_and_other_grenar_find_nothing_to_approve()
    {
        await using var s = await AgreementStage.StartAsync();
        await s.Agreements.DraftAsync(s.PlacementId, Ct);
        var version = (await s.ReadAsync()).Version;
        await s.AsEmployerAsync();
        await Assert.ThrowsAsync<NotFoundException>(() => s.Test.Get<EmployerAgreementService>().ApproveAsync(s.PlacementId, version, Ct));
        await s.AsEmployerAsync(Role.EmployerReader);
        await Assert.ThrowsAsync<NotFoundException>(() => s.Test.Get<EmployerAgreementService>().ApproveAsync(s.PlacementId, version, Ct));
        await s.Test.AsAsync(Role.EmployerAdmin, employerId: (await s.Test.Stage.WorkplaceAsync()).EmployerId);
        await Assert.ThrowsAsync<NotFoundException>(() => s.Test.Get<EmployerAgreementService>().ApproveAsync(s.PlacementId, version, Ct));
        Assert.False(await s.Test.Db.Agreements.AnyAsync(Ct));
        await s.Test.AsAsync(Role.Coordinator, Verksamhetsgren.Skola);
        await Assert.ThrowsAsync<NotFoundException>(() => s.Agreements.SendAsync(s.PlacementId, version, Ct));
        Assert.False(await s.Test.Db.Agreements.AnyAsync(Ct));
    }

    [Fact]
    public async Task Letters_say_that_something_waits_and_never_about_whom()
    {
        await using var s = await AgreementStage.StartAsync();
        await s.SentAsync();
        await s.ApproveAsWorkplaceAsync();
        var letters = await s.Test.Db.Mail.Where(m => m.CaseId == s.PlacementId && m.Template.StartsWith("overenskommelse")).OrderBy(m => m.CreatedAt).ThenBy(m => m.Seq).ToListAsync(Ct);
        Assert.Equal(["En överenskommelse väntar på ert godkännande", "Arbetsplatsen har godkänt en överenskommelse"], letters.Select(m => m.Subject));
        Assert.Equal("kontakt@exempel.se", letters[0].To);
        Assert.Contains($"/arbetsgivare/placeringar/{s.PlacementId}/overenskommelse", letters[0].Text, StringComparison.Ordinal);
        Assert.All(letters, m => Assert.DoesNotMatch("(?i)Robin|Provperson|praktik", m.Subject + m.Text));
    }
}
