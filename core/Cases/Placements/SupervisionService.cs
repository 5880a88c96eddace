using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Employers;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>
/// Who is handledare, named with the workplace's yes or any day after it, and changed while the placement runs. Practical: it voids
/// no agreement, and is counted on the handledare's ceiling from its day on (docs/model.md, Paper).
/// </summary>
public sealed class SupervisionService(AppDb db, Viewer viewer, TimeProvider clock, Bookings bookings)
{
    /// <summary>By somebody of the employer, or by a case worker of the gren on its behalf.</summary>
    /// <exception cref="RuleBreachException">Nobody is named; the handledare is another workplace's or has too many; the day lies before the first or ahead.</exception>
    public Task ChangeAsync(Guid placementId, ChosenSupervisor chosen, DateOnly from, OnBehalf? said, CancellationToken ct) => BookingRetry.RunAsync(db, async () =>
    {
        var stamp = viewer.Stamp(clock);
        var placement = await FindAsync(placementId, said, ct);
        RuleBreachException.When(chosen.IsNobody, Rule.Required, nameof(chosen.Name));
        await NameAsync(placement, chosen, from, stamp, ct);
        if (said is not null)
            db.Behalves.Add(new Behalf(placement.Id, "SupervisorNamed", said, stamp));
        await db.SaveChangesAsync(ct);
    });

    /// <summary>In the caller's save.</summary>
    internal async Task NameAsync(Placement placement, ChosenSupervisor chosen, DateOnly from, Stamp stamp, CancellationToken ct)
    {
        var workplace = await db.Workplaces.Include(w => w.Supervisors).SingleAsync(w => w.Id == placement.WorkplaceId, ct);
        var supervisor = chosen.Id is { } id
            ? workplace.Supervisors.FirstOrDefault(s => s.Id == id && s.IsActive) ?? throw new RuleBreachException(Rule.SupervisorElsewhere, "SupervisorId")
            : workplace.Supervisors.FirstOrDefault(s => s.IsActive && Folding.Words(s.Name).SequenceEqual(Folding.Words(chosen.Name!)));
        if (supervisor is null)
            db.Add(supervisor = workplace.AddSupervisor(new SupervisorDetails { Name = chosen.Name!, Phone = chosen.Phone }, stamp));
        if (placement.SupervisorId is { } earlier && earlier != supervisor.Id)
            (await db.Supervisors.SingleAsync(s => s.Id == earlier, ct)).LoadChanged();
        placement.Supervise(supervisor.Id, from, stamp);
        await bookings.SuperviseAsync(placement, supervisor, from, stamp, ct);
    }

    private async Task<Placement> FindAsync(Guid id, OnBehalf? said, CancellationToken ct)
    {
        var row = PlacementTransitions.Table[PlacementAction.Supervise];
        var (mine, grenar) = (viewer.EmployersAs(row.Who), viewer.Grenar);
        var placements = db.Placements.Include(p => p.SupervisedBy).Where(p => p.Id == id);
        placements = said is null ? placements.Where(p => mine.Contains(p.EmployerId)) : placements.Where(p => grenar.Contains(p.Gren));
        var placement = await placements.SingleOrDefaultAsync(ct) ?? throw new NotFoundException(nameof(Placement));
        if (said is not null)
            PlacementTransitions.Table.RequireRole(PlacementAction.Supervise, viewer.RolesIn(placement.Gren), onBehalf: true);
        return placement;
    }
}
