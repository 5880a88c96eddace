using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Core.Cases.Lives;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Tests.Core.Users;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Agreements;

/// <summary>A personal link approves one agreement once, for one party, and stops working when anything has changed.</summary>
public class ApprovalLinkTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<AgreementStage> AtParticipantAsync(string? email = "robin@exempel.se", DateOnly? birthDate = null)
    {
        var s = await AgreementStage.StartAsync(birthDate: birthDate);
        await s.SentAsync();
        await s.ApproveAsWorkplaceAsync();
        await s.Test.Db.Participants.ExecuteUpdateAsync(u => u.SetProperty(p => p.Email, email), Ct);
        return s;
    }

    private static async Task<string> LinkAsync(AgreementStage s, string? address = null)
    {
        s.Test.NewScope();
        // The letters are told apart by their time.
        s.Test.Clock.Advance(TimeSpan.FromMinutes(1));
        await s.Agreements.SendLinkAsync(s.PlacementId, (await s.ReadAsync()).Version, address, Ct);
        return await Links.SecretAsync(s.Test, "overenskommelse-personlig-lank");
    }

    private static async Task<LinkedAgreement?> ReadAsync(AgreementStage s, string? secret)
    {
        s.Test.AsVisitor();
        return await s.Test.Get<ApprovalLinkService>().ReadAsync(secret, Ct);
    }

    private static async Task ApproveAsync(AgreementStage s, string? secret, string? name = null)
    {
        s.Test.AsVisitor();
        await s.Test.Get<ApprovalLinkService>().ApproveAsync(secret, name, Ct);
        await s.AsCoordinatorAsync();
    }

    [Fact]
    public async Task It_ends_when_the_person_gets_protected_identity_and_stays_ended_when_that_is_lifted()
    {
        await using var s = await AtParticipantAsync();
        var secret = await LinkAsync(s);
        var id = (await s.Test.Db.Placements.Where(p => p.Id == s.PlacementId).Select(p => p.ParticipantId).SingleAsync(Ct))!.Value;
        await s.Test.Get<ProtectService>().ProtectAsync(id, Ct);
        Assert.Null(await ReadAsync(s, secret));
        await s.Test.AsAsync(Role.Coordinator, named: true);
        await s.Test.Get<ProtectService>().AskLiftAsync(id, Ct);
        await s.Test.AsAsync(Role.Consultant, named: true);
        await s.Test.Get<ProtectService>().LiftAsync(id, Ct);
        Assert.Null(await ReadAsync(s, secret));
    }

    [Fact]
    public async Task After_aterta_delning_the_workplace_reads_no_more_by_its_link_than_on_its_pages()
    {
        await using var s = await AgreementStage.StartAsync();
        await s.SentAsync();
        var secret = await LinkAsync(s, "kontakt@exempel.se");
        Assert.NotNull(await ReadAsync(s, secret));
        await s.AsCoordinatorAsync();
        await s.Test.Get<PlacementService>().WithdrawReleasesAsync(s.PlacementId, Ct);
        Assert.Null(await ReadAsync(s, secret));
    }

    [Fact]
    public async Task The_participant_reads_by_it_as_often_as_wanted_and_approves_once()
    {
        await using var s = await AtParticipantAsync();
        var secret = await LinkAsync(s);
        var read = await ReadAsync(s, secret);
        Assert.Equal((Approver.Participant, "Robin"), (read!.Approver, read.Agreement.PersonName));
        Assert.NotNull(await ReadAsync(s, secret));
        await ApproveAsync(s, secret);
        var approval = (await s.ReadAsync()).Approvals.Single(a => a.Approver == Approver.Participant);
        Assert.Equal((ApprovalWay.ByLink, (Guid?)null, Approver.Municipality), (approval.Way, approval.RecordedBy, (await s.ReadAsync()).Next!.Value));
        Assert.Equal("godkände 23 november 2026 med personlig länk", (await s.ViewAsync()).Lines[1].Given);
        Assert.Null(await ReadAsync(s, secret));
        await AgreementStage.RefusedAsync(Rule.LinkNotValid, () => ApproveAsync(s, secret));
    }

    [Fact]
    public async Task The_letter_goes_to_the_persons_own_address_and_says_nothing_of_whom_or_what()
    {
        await using var s = await AtParticipantAsync();
        var secret = await LinkAsync(s, "nagon-annan@exempel.se");
        var letter = await s.Test.Db.Mail.AsNoTracking().SingleAsync(m => m.Template == "overenskommelse-personlig-lank", Ct);
        Assert.Equal(("robin@exempel.se", "Något väntar på ditt godkännande"), (letter.To, letter.Subject));
        Assert.DoesNotMatch("(?i)Robin|Provperson|praktik|Butiken", letter.Subject + letter.Text);
        Assert.Contains("till och med den 6 december 2026", letter.Text, StringComparison.Ordinal);
        var row = await s.Test.Db.ApprovalLinks.AsNoTracking().SingleAsync(Ct);
        Assert.Equal(LinkSecret.HashOf(secret), row.Hash);
        Assert.DoesNotContain(secret, row.Hash, StringComparison.Ordinal);
        Assert.DoesNotContain(await s.Test.Db.History.Select(h => h.Codes).ToListAsync(Ct), c => c.Contains("exempel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_revised_agreement_a_newer_link_or_an_approval_given_otherwise_makes_it_useless()
    {
        await using var s = await AtParticipantAsync();
        var first = await LinkAsync(s);
        var second = await LinkAsync(s);
        Assert.Null(await ReadAsync(s, first));
        Assert.NotNull(await ReadAsync(s, second));
        await s.AsCoordinatorAsync();
        await s.ReviseAsync(w => w with { Goals = "Något annat" });
        Assert.Null(await ReadAsync(s, second));
        await AgreementStage.RefusedAsync(Rule.LinkNotValid, () => ApproveAsync(s, second));

        await using var other = await AtParticipantAsync();
        var link = await LinkAsync(other);
        await other.RecordAsync(Approver.Participant, new GivenApproval(ApprovalWay.OnScreen));
        await AgreementStage.RefusedAsync(Rule.LinkNotValid, () => ApproveAsync(other, link));
    }

    [Theory]
    [InlineData(13, true)]
    [InlineData(14, false)]
    public async Task It_holds_for_14_days(int days, bool holds)
    {
        await using var s = await AtParticipantAsync();
        var secret = await LinkAsync(s);
        s.Test.Clock.AdvanceDays(days);
        Assert.Equal(holds, await ReadAsync(s, secret) is not null);
    }

    [Fact]
    public async Task The_workplace_and_the_guardian_say_their_name_and_get_it_where_the_coordinator_writes()
    {
        await using var s = await AgreementStage.StartAsync(birthDate: new DateOnly(2009, 3, 1));
        await s.SentAsync();
        await AgreementStage.RefusedAsync(Rule.Required, () => LinkAsync(s, " "));
        var secret = await LinkAsync(s, "chefen@exempel.se");
        await AgreementStage.RefusedAsync(Rule.Required, () => ApproveAsync(s, secret));
        await ApproveAsync(s, secret, "Kim Kontakt");
        await s.RecordAsync(Approver.Participant, new GivenApproval(ApprovalWay.OnScreen));
        secret = await LinkAsync(s, "vardnadshavare@exempel.se");
        await ApproveAsync(s, secret, "Gun Vårdnadshavare");
        Assert.Equal(["Kim Kontakt", null, "Gun Vårdnadshavare"], (await s.ReadAsync()).Approvals.OrderBy(a => a.At).ThenBy(a => a.Seq).Select(a => a.GivenBy));
        s.Test.NewScope();
        await AgreementStage.RefusedAsync(Rule.ApprovalWayNotAllowed, () => LinkAsync(s, "nagon@exempel.se"));
    }

    [Fact]
    public async Task Nobody_without_an_address_or_with_protected_identity_gets_one()
    {
        await using var s = await AtParticipantAsync(email: null);
        await AgreementStage.RefusedAsync(Rule.PersonHasNoEmail, () => LinkAsync(s));
        await s.Test.Db.Participants.ExecuteUpdateAsync(u => u.SetProperty(p => p.Email, "robin@exempel.se"), Ct);
        var secret = await LinkAsync(s);
        s.Test.AsJob();
        await s.Test.Db.Agreements.ExecuteUpdateAsync(u => u.SetProperty(a => a.IsProtected, true), Ct);
        Assert.Null(await ReadAsync(s, secret));
        var user = await s.Test.AsAsync(Role.Coordinator);
        s.Test.AsJob();
        await s.Test.Db.Placements.ExecuteUpdateAsync(u => u.SetProperty(p => p.IsProtected, true), Ct);
        s.Test.As(v => v.BecomeUser(user, [new RoleGrant(user, Role.Coordinator, Verksamhetsgren.Arbetsmarknad, protectedIdentities: true)]));
        var version = (await s.ReadAsync()).Version;
        await AgreementStage.RefusedAsync(Rule.LinkNotForProtected, () => s.Agreements.SendLinkAsync(s.PlacementId, version, null, Ct));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("okand")]
    public async Task An_unknown_link_is_told_the_same_as_a_used_one(string? secret)
    {
        await using var s = await AtParticipantAsync();
        await LinkAsync(s);
        Assert.Null(await ReadAsync(s, secret));
        await AgreementStage.RefusedAsync(Rule.LinkNotValid, () => ApproveAsync(s, secret));
    }

    [Fact]
    public async Task When_the_placement_has_been_released_there_is_nothing_to_approve()
    {
        await using var s = await AtParticipantAsync();
        var secret = await LinkAsync(s);
        s.Test.NewScope();
        await s.Test.Get<PlacementService>().CancelAsync(s.PlacementId, NotHeldReason.Cancelled, Ct);
        Assert.Null(await ReadAsync(s, secret));
        await s.AsCoordinatorAsync();
        await AgreementStage.RefusedAsync(Rule.NotAllowedInStatus, () => LinkAsync(s));
    }

    [Fact]
    public async Task When_letters_have_been_stopped_no_link_leaves()
    {
        await using var s = await AtParticipantAsync();
        await s.Test.Db.Placements.Where(p => p.Id == s.PlacementId).ExecuteUpdateAsync(u => u.SetProperty(p => p.LettersStoppedAt, s.Test.Stamp.At), Ct);
        await AgreementStage.RefusedAsync(Rule.LettersStopped, () => LinkAsync(s));
    }

    [Fact]
    public async Task Nobody_is_sent_a_link_to_what_is_still_written()
    {
        await using var s = await AgreementStage.StartAsync();
        await s.Agreements.DraftAsync(s.PlacementId, Ct);
        await AgreementStage.RefusedAsync(Rule.AgreementNotSent, () => LinkAsync(s, "chefen@exempel.se"));
    }
}
