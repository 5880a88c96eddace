using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Law.Rulebook;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Compensation;

/// <summary>Notes that compensation has been asked for: the employer of its own employees, a case worker of anybody's.</summary>
public sealed class CompensationService(AppDb db, Viewer viewer, TimeProvider clock, RulebookService rulebook)
{
    public async Task NoteAsync(NoteCompensation input, CancellationToken ct)
    {
        var placement = await LoadAsync(input.DecisionId, staffOnly: false, ct);
        var requested = await db.CompensationRequests.AsNoTracking().Where(r => r.SupportDecisionId == input.DecisionId)
            .ToDictionaryAsync(r => r.Month, r => r.RequestedOn, ct);
        var request = placement.NoteCompensation(input.DecisionId, input.Month, input.RequestedOn, requested, await rulebook.ReadAsync(ct), viewer.Stamp(clock));
        db.CompensationRequests.Add(request);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>«Arbetsförmedlingen har uppgifterna redan», on or off.</summary>
    public async Task SetAfHasDataAsync(Guid decisionId, bool has, CancellationToken ct)
    {
        var placement = await LoadAsync(decisionId, staffOnly: true, ct);
        placement.NoteAfHasData(decisionId, has, viewer.Stamp(clock));
        await db.SaveChangesAsync(ct);
    }

    private async Task<Placement> LoadAsync(Guid decisionId, bool staffOnly, CancellationToken ct)
    {
        var mine = staffOnly ? [] : viewer.EmployersAs(Role.EmployerAdmin);
        var grenar = viewer.Grenar;
        var placement = await db.Placements.Include(p => p.Supports)
            .SingleOrDefaultAsync(p => p.Supports.Any(s => s.Id == decisionId) && (mine.Contains(p.EmployerId) || grenar.Contains(p.Gren)), ct)
            ?? throw new NotFoundException("SupportDecision");
        if (!mine.Contains(placement.EmployerId))
            PlacementTransitions.Table.RequireRole(PlacementAction.Support, viewer.RolesIn(placement.Gren));
        return placement;
    }
}

public sealed record NoteCompensation
{
    public required Guid DecisionId { get; init; }

    /// <summary>Any day of the calendar month.</summary>
    public required DateOnly Month { get; init; }
    public required DateOnly RequestedOn { get; init; }
}
