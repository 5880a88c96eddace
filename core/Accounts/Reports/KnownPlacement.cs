using System.Globalization;
using EnVagUt.Core.Cases.Delivery;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Procurement;

namespace EnVagUt.Core.Accounts.Reports;

/// <summary>What of a placement never changes after it was proposed. A nameless one has no person, birth date or target group.</summary>
internal sealed record PlacementRow(
    Guid Id, long Seq, Guid? PersonId, Guid? ParticipantId, Verksamhetsgren Gren, Form Form, Guid SlotId, Guid EmployerId, Guid? ClauseId,
    DateOnly From, DateOnly? BirthDate, Sex Sex, TargetGroup? TargetGroup)
{
    /// <param name="moves">What was recorded later of whose it had been.</param>
    public PlacementRow Before(IEnumerable<IndicatorFact> moves)
    {
        Guid? First(FactKind kind) => moves.Where(f => f.Kind == kind).OrderBy(f => f.RecordedAt).ThenBy(f => f.Seq).Select(f => (Guid?)Guid.ParseExact(f.Value, "N")).FirstOrDefault();
        return this with { PersonId = First(FactKind.Person) ?? PersonId, ParticipantId = First(FactKind.Participant) ?? ParticipantId };
    }
}

/// <summary>
/// A placement as it was known at the cut-off: what had happened by the period's end, by what was registered by the lock.
/// </summary>
internal sealed record KnownPlacement(PlacementRow Row, DateOnly StartedOn)
{
    public DateOnly? EndedOn { get; private init; }
    public DateOnly? PlannedEnd { get; private init; }
    public InterruptedBy? InterruptedBy { get; private init; }
    public ExitReason? ExitReason { get; private init; }
    public Outcome? Outcome { get; private init; }
    public int ExtentPercent { get; private init; }
    public Sex Sex { get; init; }
    public TargetGroup? TargetGroup { get; init; }

    public bool IsNameless => Row.PersonId is null;

    public bool RanIn(Period period) => new Period(StartedOn, EndedOn).Overlaps(period);
    public bool EndedIn(Period period) => EndedOn is { } end && period.Contains(end);

    private IReadOnlyList<ExtentStep> Extents { get; init; } = [];
    private IReadOnlyList<Period> Pauses { get; init; } = [];

    public Fulfilment.Line Line => new(StartedOn, EndedOn, new Period(Row.From, PlannedEnd), Extents is [var first, ..] ? first.Percent : 100, InterruptedBy)
    {
        Steps = [.. Extents.Skip(1)],
        NotCounted = Row.Form.Row().PauseCounts ? [] : Pauses,
    };

    /// <param name="row">The placement.</param>
    /// <param name="facts">Its facts that were registered by the lock.</param>
    /// <param name="last">The period's last day.</param>
    /// <returns>Null when it had not started, or had been annulled.</returns>
    public static KnownPlacement? Of(PlacementRow row, IEnumerable<IndicatorFact> facts, DateOnly last)
    {
        // The newest registration corrects the earlier ones, whichever day it speaks of.
        var newest = facts.GroupBy(f => f.Kind).ToDictionary(g => g.Key, g => g.OrderBy(f => f.RecordedAt).ThenBy(f => f.Seq).ToList());
        // An annulled placement was never a fact, so the day on which that was found out does not matter.
        if (newest.ContainsKey(FactKind.Voided) || Last(FactKind.Start) is not { } start || start.Effective > last)
            return null;
        var ended = Last(FactKind.End) is { } end && end.Effective <= last ? end : null;
        return new KnownPlacement(row, start.Effective)
        {
            EndedOn = ended?.Effective,
            InterruptedBy = ended is null ? null : Enum.Parse<InterruptedBy>(ended.Value),
            ExitReason = ended is not null && Last(FactKind.ExitReason) is { } reason ? Enum.Parse<ExitReason>(reason.Value) : null,
            // A later answer does not correct an earlier one: the person was asked again. So the period's last counts.
            Outcome = ended is not null && Until(FactKind.Outcome) is { } outcome ? Enum.Parse<Outcome>(outcome.Value) : null,
            PlannedEnd = Last(FactKind.PlannedEnd) is { Value.Length: > 0 } planned ? DateOnly.ParseExact(planned.Value, "O", CultureInfo.InvariantCulture) : null,
            Extents = ExtentStep.Of(All(FactKind.Extent).Select(f => new ExtentStep(f.Effective, int.Parse(f.Value, CultureInfo.InvariantCulture)))),
            // An uppehåll that gets another last day is registered again from the same first day.
            Pauses = [.. All(FactKind.Pause).GroupBy(f => f.Effective).Select(g => new Period(g.Key, DateOnly.ParseExact(g.Last().Value, "O", CultureInfo.InvariantCulture)))],
            ExtentPercent = Until(FactKind.Extent) is { } extent ? int.Parse(extent.Value, CultureInfo.InvariantCulture) : 100,
        };

        IEnumerable<IndicatorFact> All(FactKind kind) => newest.GetValueOrDefault(kind) ?? [];
        IndicatorFact? Last(FactKind kind) => newest.GetValueOrDefault(kind)?[^1];
        IndicatorFact? Until(FactKind kind) => newest.GetValueOrDefault(kind)?.LastOrDefault(f => f.Effective <= last);
    }
}
