using EnVagUt.Core.Cases.Placements;
using EnVagUt.Web.Access;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

/// <summary>Whom the workplace has named as handledare, or changed to, as it has told a case worker.</summary>
public sealed class SuperviseModel(Reading reading, SupervisionService supervision) : PlacementPage(reading)
{
    public sealed record SupervisedRow(string Name, DateOnly From);

    [BindProperty] public SuperviseForm Input { get; set; } = new();
    [BindProperty] public BehalfForm Said { get; set; } = new();

    public override PlacementAction? Verb => PlacementAction.Supervise;
    public SupervisorChoices Choices { get; private set; } = SupervisorChoices.None;
    public IReadOnlyList<SupervisedRow> Earlier { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        Choices = await SupervisorChoices.AtAsync(Db, Case.Before.WorkplaceId, Ct);
        Earlier = await Db.Placements.AsNoTracking().Where(p => p.Id == Id).SelectMany(p => p.SupervisedBy).OrderByDescending(s => s.RecordedAt).ThenByDescending(s => s.Seq)
            .Select(s => new SupervisedRow(Db.Supervisors.Where(x => x.Id == s.SupervisorId).Select(x => x.Name).First(), s.From)).Take(20).ToListAsync(Ct);
    }

    public void OnGet() => Input = new() { From = Case.StartedOn is null ? Case.From : Today };

    public async Task<IActionResult> OnPostAsync()
    {
        await supervision.ChangeAsync(Id, Input.ToChosen(), Input.From!.Value, Said.ToSaid(), Ct);
        return DoneHere("Handledaren är sparad.");
    }
}
