using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Absences;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.Absences;

/// <summary>Who is away and who stands in, now and from now on; and choosing.</summary>
[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class IndexModel(AppDb db, Viewer viewer, TimeProvider clock, AbsenceService absences) : AppPage
{
    public const int Most = 100;

    public sealed record AbsenceInput
    {
        [Required] public Guid? UserId { get; init; }
        [Required] public Guid? SubstituteId { get; init; }
        [Required] public DateOnly? From { get; init; }
        [Required] public DateOnly? To { get; init; }
    }

    [BindProperty] public AbsenceInput Input { get; set; } = new();

    public IReadOnlyList<AbsenceRow> Rows { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Colleagues { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        var today = clock.Today();
        Rows = await AbsenceRow.Of(db, absences.Open().Where(a => a.To >= today)).Take(Most).ToListAsync(Ct);
        Colleagues = [.. (await absences.Colleagues().AsNoTracking().Select(u => new { u.Id, u.DisplayName }).ToListAsync(Ct))
            .OrderBy(u => Folding.SortKey(u.DisplayName, u.Id), StringComparer.Ordinal).Select(u => new SelectListItem(u.DisplayName, u.Id.ToString()))];
    }

    public void OnGet() => Input = new() { UserId = viewer.UserId, From = clock.Today() };

    public async Task<IActionResult> OnPostAsync()
    {
        await absences.AddAsync(new NewAbsence(Input.UserId!.Value, Input.SubstituteId!.Value, Input.From!.Value, Input.To!.Value), Ct);
        return Done("/Coordinator/Absences/Index", "Ersättaren är vald.");
    }
}
