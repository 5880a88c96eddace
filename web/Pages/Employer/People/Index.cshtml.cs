using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Employer.People;

/// <summary>Who is at the employer's workplaces, who is on the way, and who has lately been.</summary>
[AllowRoles(Role.EmployerAdmin, Role.EmployerSupervisor, Role.EmployerReader)]
public sealed class IndexModel(AppDb db, Viewer viewer, TimeProvider clock) : AppPage
{
    private const int Most = 200;
    private static readonly PlacementStatus[] Shown =
        [PlacementStatus.AwaitingPaper, PlacementStatus.ReadyToStart, PlacementStatus.Running, PlacementStatus.Paused, PlacementStatus.Ended, PlacementStatus.Interrupted];

    public IReadOnlyList<EmployerView> Present { get; private set; } = [];
    public IReadOnlyList<EmployerView> Past { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        var people = await EmployerView.Of(db, EmployerView.Placements(db, viewer, clock.Today())
            .Where(p => Shown.Contains(p.Status)).OrderBy(p => p.Ending.EndedOn != null).ThenBy(p => p.From).Take(Most), clock.UtcNow()).ToListAsync(Ct);
        Present = people.FindAll(p => p.EndedOn is null);
        Past = people.FindAll(p => p.EndedOn is not null);
    }

    public void OnGet()
    {
    }
}
