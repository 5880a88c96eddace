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

    /// <summary>Beside it stands a neighbour's, with an agreement that is sent: whatever forgets which case it is about finds that one first.</summary>
    public static async Task<AgreementStage> StartAsync(Form form = Form.Praktik, DateOnly? birthDate = null, string? needs = "Behöver korta pauser")
    {
        var s = new AgreementStage(await CoreTest.StartAsync());
        await s.BringAsync(Form.Praktik, "Nils Granne", "Grannen", null, null);
        await s.SentAsync("Grannens mål");
        await s.BringAsync(form, "Sam Handledare", "Robin", birthDate, needs);
        return s;
    }

    private async Task BringAsync(Form form, string supervisor, string firstName, DateOnly? birthDate, string? needs)
    {
        Offer = await Test.Stage.OfferAsync(await Test.Stage.WorkplaceAsync(supervisorCeiling: 3, supervisor: supervisor), o => o with { Form = form });
        var participant = await Test.Stage.ParticipantAsync(birthDate: birthDate, firstName: firstName);
        await AsCoordinatorAsync();
        var placements = Test.Get<PlacementService>();
        PlacementId = await placements.ProposeAsync(
            new ProposePlacement { ParticipantId = participant.Id, SlotId = Offer.Slots[0].Id, From = Offer.From, To = Offer.To }, Ct);
        await placements.ParticipantAnsweredAsync(PlacementId, true, Ct);
        await placements.ReleaseAsync(PlacementId, needs, Ct);
        await placements.RequestAsync(PlacementId, Ct);
        await AsEmployerAsync();
        await Test.Get<EmployerAnswerService>().AnswerAsync(PlacementId, true, null, Ct);
        await AsCoordinatorAsync();
    }

    /// <summary>Each supervisor gets a number of its own.</summary>
    public Task GivePhonesAsync() =>
        Test.Db.Supervisors.ExecuteUpdateAsync(u => u.SetProperty(x => x.Phone, x => x.Name == "Sam Handledare" ? "013-20 60 12" : "013-20 60 13"), Ct);

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
