using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EnVagUt.Web.Pages.Coordinator.Agreements;

/// <summary>Records the approval of whose turn it is, when it is not given in the portal by themselves.</summary>
public sealed class RecordModel(Reading reading, AgreementService agreements) : AgreementPage(reading)
{
    public sealed record ApprovalInput
    {
        [Required] public ApprovalWay? Way { get; init; }
        [StringLength(200)] public string? GivenBy { get; init; }
        public DateOnly? SignedOn { get; init; }
        [StringLength(200)] public string? SeenBy { get; init; }
        public BehalfReason? Reason { get; init; }
    }

    [BindProperty] public ApprovalInput Input { get; set; } = new();

    /// <summary>Whose turn it was when the page was opened.</summary>
    [BindProperty] public Approver? Approver { get; set; }

    public IReadOnlyList<ApprovalWay> Ways => Approver is { } approver ? ApprovalOrder.Recordable(approver) : [];
    public IEnumerable<SelectListItem> Choices => Ways.Select(w => new SelectListItem(w.Label(), w.ToString()));
    public bool ShowsWays => PlacementTakesIt && Ways.Count > 0;

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        Approver ??= Agreement!.Next;
    }

    public void OnGet() => Input = new() { SeenBy = Case.Coordinator };

    public async Task<IActionResult> OnPostAsync()
    {
        RuleBreachException.When(Approver is null, Rule.AgreementNotSent);
        await agreements.RecordApprovalAsync(Id, new(Version, Approver!.Value, new(Input.Way!.Value)
        {
            GivenBy = Input.GivenBy,
            SignedOn = Input.SignedOn,
            SeenBy = Input.SeenBy,
            Reason = Input.Reason,
        }), Ct);
        return DoneWithAgreement("Godkännandet är registrerat.");
    }
}
