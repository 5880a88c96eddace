using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Cases.BeforeStart;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

/// <summary>Före start: notes what is known. A field left empty changes nothing.</summary>
public sealed class BeforeStartModel(Reading reading, BeforeStartService service, RulebookService rulebook) : PlacementPage(reading)
{
    public sealed record BeforeStartInput
    {
        public DateOnly? RiskAssessedOn { get; init; }
        public bool? RiskAccepted { get; init; }
        [StringLength(80)] public string? RiskAssessedBy { get; init; }
        public DateOnly? UnionAskedOn { get; init; }
        public DateOnly? UnionAnsweredOn { get; init; }
        public bool? UnionAccepted { get; init; }
        [StringLength(80)] public string? UnionAnsweredBy { get; init; }
        public DateOnly? GuardianInformedOn { get; init; }
        [StringLength(80)] public string? GuardianInformedBy { get; init; }
        public Guid? SupervisorId { get; init; }
        public DateOnly? ForbiddenTasksShownOn { get; init; }
        public DateOnly? ExtractShownOn { get; init; }
    }

    public static readonly SelectListItem[] RiskAnswers = [new("Ja, arbetet går bra", "true"), new("Nej, inte som det är nu", "false")];
    public static readonly SelectListItem[] UnionAnswers = [new("Ja", "true"), new("Nej", "false")];

    [BindProperty] public BeforeStartInput Input { get; set; } = new();

    public override PlacementAction? Verb => PlacementAction.BeforeStart;

    public bool IsMinor => Case.Before.IsMinorOn(StartDay);
    public bool AsksUnion => Case.Form.Row().Requires.HasFlag(RequiredFacts.UnionStatement);
    public string ForbiddenTasks { get; private set; } = "";
    public IReadOnlyList<SelectListItem> Supervisors { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        ForbiddenTasks = (await rulebook.OnAsync(StartDay, Ct)).Find(ShippedRules.All, Limit.MinorForbiddenTasks)?.Value ?? "";
        Supervisors = await Db.Supervisors.AsNoTracking().Where(s => s.WorkplaceId == Case.Before.WorkplaceId && s.DeactivatedAt == null)
            .OrderBy(s => s.Name).Select(s => new SelectListItem(s.Name, s.Id.ToString())).ToListAsync(Ct);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await service.RecordAsync(Id, new BeforeStartDetails
        {
            RiskAssessedOn = Input.RiskAssessedOn,
            RiskAccepted = Input.RiskAccepted,
            RiskAssessedBy = Input.RiskAssessedBy,
            UnionAskedOn = Input.UnionAskedOn,
            UnionAnsweredOn = Input.UnionAnsweredOn,
            UnionAccepted = Input.UnionAccepted,
            UnionAnsweredBy = Input.UnionAnsweredBy,
            GuardianInformedOn = Input.GuardianInformedOn,
            GuardianInformedBy = Input.GuardianInformedBy,
            SupervisorId = Input.SupervisorId,
            ForbiddenTasksShownOn = Input.ForbiddenTasksShownOn,
            ExtractShownOn = Input.ExtractShownOn,
        }, Ct);
        return DoneHere("Uppgifterna före start är antecknade.");
    }
}
