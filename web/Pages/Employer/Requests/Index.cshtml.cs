using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Employer.Requests;

[AllowRoles(Role.EmployerAdmin, Role.EmployerSupervisor, Role.EmployerReader)]
public sealed class IndexModel(AppDb db, Viewer viewer, TimeProvider clock) : AppPage
{
    private const int Most = 200;

    public IReadOnlyList<EmployerView> Waiting { get; private set; } = [];

    protected override async Task LoadAsync() =>
        Waiting = await EmployerView.Of(db, EmployerView.Placements(db, viewer, clock.Today())
            .Where(p => p.Status == PlacementStatus.Requested).OrderBy(p => p.Answers.RequestedAt).Take(Most), clock.UtcNow()).ToListAsync(Ct);

    /// <summary>Whoever only reads is not asked for an answer.</summary>
    public bool MayAnswer => viewer.IsAny(PlacementTransitions.Table[PlacementAction.Accept].Who);

    public void OnGet()
    {
    }
}
