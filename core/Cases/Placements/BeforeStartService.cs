using EnVagUt.Core.Cases.BeforeStart;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Law.Rulebook;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>Före start: notes what is known of the workplace and of the placement, and says what is still missing.</summary>
public sealed class BeforeStartService(AppDb db, Viewer viewer, TimeProvider clock, RulebookService rulebook, SupervisionService supervision)
{
    /// <summary>Records what was filled in, in one save.</summary>
    public Task RecordAsync(Guid placementId, BeforeStartDetails input, CancellationToken ct) => BookingRetry.RunAsync(db, async () =>
    {
        var stamp = viewer.Stamp(clock);
        var grenar = viewer.Grenar;
        var placement = await db.Placements.SingleOrDefaultAsync(p => p.Id == placementId && grenar.Contains(p.Gren), ct)
            ?? throw new NotFoundException("Placement");
        PlacementTransitions.Table.RequireRole(PlacementAction.BeforeStart, viewer.RolesIn(placement.Gren));
        var workplace = await db.Workplaces.Include(w => w.Supervisors).SingleAsync(w => w.Id == placement.WorkplaceId, ct);
        RuleBreachException.When(input == new BeforeStartDetails(), Rule.NothingToRecord);
        EnsurePast(stamp.Today, input);

        if (input.RiskAssessedOn is { } assessed)
        {
            RuleBreachException.When(input.RiskAccepted is null, Rule.Required, nameof(input.RiskAccepted));
            RuleBreachException.When(string.IsNullOrWhiteSpace(input.RiskAssessedBy), Rule.Required, nameof(input.RiskAssessedBy));
            await AddAsync(placement, WorkplaceCheckKind.RiskAssessment, Limit.RiskMonths, new(null, assessed, input.RiskAccepted, input.RiskAssessedBy), stamp, ct);
        }
        if (input.UnionAskedOn is not null || input.UnionAnsweredOn is not null)
        {
            RuleBreachException.When(input.UnionAnsweredOn < input.UnionAskedOn, Rule.EarlierEventAfterLater, nameof(input.UnionAnsweredOn));
            RuleBreachException.When(input.UnionAnsweredOn is not null && input.UnionAccepted is null, Rule.Required, nameof(input.UnionAccepted));
            await AddAsync(placement, WorkplaceCheckKind.UnionStatement, Limit.UnionMonths,
                new(input.UnionAskedOn, input.UnionAnsweredOn, input.UnionAccepted, input.UnionAnsweredBy), stamp, ct);
        }
        if (input.SupervisorId is { } supervisorId)
        {
            var supervisor = workplace.Supervisors.FirstOrDefault(s => s.Id == supervisorId && s.IsActive);
            RuleBreachException.When(supervisor is null, Rule.SupervisorElsewhere, nameof(input.SupervisorId));
            RuleBreachException.When(placement.SupervisorId is { } named && named != supervisorId, Rule.ChangedByAnother);
            await supervision.NameAsync(placement, new ChosenSupervisor(supervisorId), placement.StartedOn ?? placement.From, stamp, ct);
        }
        placement.NoteBeforeStart(input, workplace.ExtractLegalBasis, stamp);
        await db.SaveChangesAsync(ct);
    });

    /// <summary>What is missing for a start on the day; told to <see cref="Placement.Start"/>.</summary>
    internal async Task<IReadOnlyList<MissingFact>> MissingAsync(Placement p, DateOnly start, CancellationToken ct)
    {
        var facts = await (
            from workplace in db.Workplaces
            where workplace.Id == p.WorkplaceId
            select new BeforeStartFacts(db.Participants.Where(x => x.Id == p.ParticipantId).Select(x => (DateOnly?)x.BirthDate).FirstOrDefault(), workplace.ExtractRequired,
                db.WorkplaceChecks.Where(c => c.WorkplaceId == p.WorkplaceId && c.Form == p.Form && c.Kind == WorkplaceCheckKind.RiskAssessment && c.AnsweredOn != null)
                    .OrderByDescending(c => c.AnsweredOn).ThenByDescending(c => c.Seq)
                    .Select(c => c.Accepted == true ? c.ValidThrough : null).FirstOrDefault(),
                p.BeforeStart.GuardianInformedOn, p.SupervisorId != null, p.BeforeStart.ForbiddenTasksShownOn, p.BeforeStart.ExtractShownOn)).SingleAsync(ct);
        return facts.Of(p.Form, p.IsNameless).MissingOn(start);
    }

    private async Task AddAsync(Placement placement, WorkplaceCheckKind kind, Limit months, CheckAnswer answer, Stamp stamp, CancellationToken ct)
    {
        var rules = await rulebook.OnAsync(answer.AnsweredOn ?? stamp.Today, ct);
        db.WorkplaceChecks.Add(WorkplaceCheck.Record(placement.WorkplaceId, placement.Form, kind, answer, rules.Number(months), stamp));
    }

    private static void EnsurePast(DateOnly today, BeforeStartDetails d)
    {
        foreach (var (day, field) in new[]
        {
            (d.RiskAssessedOn, nameof(d.RiskAssessedOn)), (d.UnionAskedOn, nameof(d.UnionAskedOn)), (d.UnionAnsweredOn, nameof(d.UnionAnsweredOn)),
            (d.GuardianInformedOn, nameof(d.GuardianInformedOn)), (d.ForbiddenTasksShownOn, nameof(d.ForbiddenTasksShownOn)), (d.ExtractShownOn, nameof(d.ExtractShownOn)),
        })
            RuleBreachException.When(day > today, Rule.DateInFuture, field);
    }
}
