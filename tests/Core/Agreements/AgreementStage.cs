using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Agreements;

/// <summary>A placement that the workplace has said yes to, seen by its coordinator, and the hands that write and approve.</summary>
internal sealed class AgreementStage : IAsyncDisposable
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private AgreementStage(CoreTest test) => Test = test;

    public CoreTest Test { get; }
    public Offer Offer { get; private set; } = null!;
    public Guid PlacementId { get; private set; }
    public AgreementService Agreements => Test.Get<AgreementService>();

    public static async Task<AgreementStage> StartAsync(Form form = Form.Praktik, DateOnly? birthDate = null, string? needs = "Behöver korta pauser")
    {
        var s = new AgreementStage(await CoreTest.StartAsync());
        s.Offer = await s.Test.Stage.OfferAsync(await s.Test.Stage.WorkplaceAsync(supervisorCeiling: 3), o => o with { Form = form });
        var participant = await s.Test.Stage.ParticipantAsync(birthDate: birthDate);
        await s.AsCoordinatorAsync();
        var placements = s.Test.Get<PlacementService>();
        s.PlacementId = await placements.ProposeAsync(
            new ProposePlacement { ParticipantId = participant.Id, SlotId = s.Offer.Slots[0].Id, From = s.Offer.From, To = s.Offer.To }, Ct);
        await placements.ParticipantAnsweredAsync(s.PlacementId, true, Ct);
        await placements.ReleaseAsync(s.PlacementId, needs, Ct);
        await placements.RequestAsync(s.PlacementId, Ct);
        await s.AsEmployerAsync();
        await s.Test.Get<EmployerAnswerService>().AnswerAsync(s.PlacementId, true, null, Ct);
        await s.AsCoordinatorAsync();
        return s;
    }

    public Task AsCoordinatorAsync() => Test.AsAsync(Role.Coordinator);
    public Task AsEmployerAsync(Role role = Role.EmployerAdmin) => Test.AsAsync(role, employerId: Offer.EmployerId);

    /// <summary>Version 1, with goals, sent to the workplace.</summary>
    public async Task SentAsync(string goals = "Pröva på arbete i butik")
    {
        await Agreements.DraftAsync(PlacementId, Ct);
        await ReviseAsync(w => w with { Goals = goals });
        await Agreements.SendAsync(PlacementId, await VersionAsync(), Ct);
        Test.NewScope();
    }

    public async Task ReviseAsync(Func<AgreementWords, AgreementWords> change, DateOnly? effectiveOn = null)
    {
        var a = await ReadAsync();
        var words = change(new AgreementWords(a.Terms.Goals, a.Terms.Adaptations, a.Terms.Introduction));
        Test.NewScope();
        await Agreements.ReviseAsync(PlacementId, new ReviseAgreement(a.Version, words, effectiveOn), Ct);
        Test.NewScope();
    }

    public async Task ApproveAsWorkplaceAsync()
    {
        await AsEmployerAsync();
        await Test.Get<EmployerAgreementService>().ApproveAsync(PlacementId, await VersionAsync(), Ct);
        await AsCoordinatorAsync();
    }

    public async Task RecordAsync(Approver approver, GivenApproval given)
    {
        Test.NewScope();
        await Agreements.RecordApprovalAsync(PlacementId, new RecordApproval(await VersionAsync(), approver, given), Ct);
    }

    public async Task ApproveAsMunicipalityAsync()
    {
        Test.NewScope();
        await Agreements.ApproveAsync(PlacementId, await VersionAsync(), Ct);
    }

    public async Task ConcludeAsync()
    {
        await SentAsync();
        await ApproveAsWorkplaceAsync();
        await RecordAsync(Approver.Participant, new GivenApproval(ApprovalWay.OnScreen));
        await ApproveAsMunicipalityAsync();
    }

    public Task<Agreement> ReadAsync() => Test.Db.Agreements.AsNoTracking().Include(a => a.Approvals)
        .Where(a => a.PlacementId == PlacementId).OrderByDescending(a => a.Number).FirstAsync(Ct);

    public Task<AgreementView> ViewAsync() => AgreementView.Of(Test.Db.Agreements.AsNoTracking()
        .Where(a => a.PlacementId == PlacementId).OrderByDescending(a => a.Number)).FirstAsync(Ct);

    public Task<Placement> PlacementAsync() => Test.Db.Placements.AsNoTracking().SingleAsync(p => p.Id == PlacementId, Ct);

    public static async Task RefusedAsync(Rule rule, Func<Task> command) =>
        Assert.Equal(rule, (await Assert.ThrowsAsync<RuleBreachException>(command)).Rule);

    public ValueTask DisposeAsync() => Test.DisposeAsync();

    private async Task<Guid> VersionAsync() => (await ReadAsync()).Version;
}
