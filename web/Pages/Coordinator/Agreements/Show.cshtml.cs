using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Web.Access;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Coordinator.Agreements;

/// <summary>What is agreed, who has approved it and whose turn it is.</summary>
public sealed class ShowModel(Reading reading, AgreementService agreements) : AgreementPage(reading)
{
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public bool IsOwn => Case.Form.Row().Paper == Paper.OwnAgreement;
    public bool MayDraft => IsOwn && PlacementTakesIt && !Versions.IsOlder && !Versions.IsUnderWay;
    public bool MayVoid => Versions.IsUnderWay && !Versions.IsOlder;

    /// <summary>The button stands under the text that it binds to.</summary>
    public bool AsksUs => IsOwn && !Versions.IsOlder && PlacementTakesIt && Agreement?.Next == Approver.Municipality;

    public bool IsRunning => Facts.Status is PlacementStatus.Running or PlacementStatus.Paused;

    protected override bool NeedsAgreement => false;

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        if (Agreement is not null)
            History = await CaseHistory.ForStaffAsync(Db, Agreement.Id, Ct);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostDraftAsync()
    {
        await agreements.DraftAsync(Id, Ct);
        return Done("/Coordinator/Agreements/Edit", "Överenskommelsen är påbörjad. Skriv målet och skicka den sedan för godkännande.", new { Id });
    }

    public async Task<IActionResult> OnPostSendAsync()
    {
        await agreements.SendAsync(Id, Version, Ct);
        return DoneWithAgreement("Överenskommelsen är skickad. Arbetsplatsen har fått ett brev och godkänner först.");
    }

    public async Task<IActionResult> OnPostApproveAsync()
    {
        await agreements.ApproveAsync(Id, Version, Ct);
        return DoneWithAgreement(IsRunning
            ? $"Ändringen är godkänd av alla och gäller från {Agreement!.EffectiveOn.Written()}."
            : "Överenskommelsen är godkänd av alla, och allt är klart för start.");
    }
}
