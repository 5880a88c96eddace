using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Parties.Organisation;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Core.Places.Procurement;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Accounts.Reports;

/// <summary>
/// Everything that the figures of a period are made of, as it was registered at an instant. Asked again with the same
/// two dates it gives the same, until rows are weeded out: what happened later is told by the facts' own dates.
/// </summary>
internal sealed class ReportFacts
{
    public required Period Period { get; init; }
    public required OrgTree Organisation { get; init; }
    public required IReadOnlyDictionary<Guid, Host> Hosts { get; init; }
    public required IReadOnlyList<OfferedSlot> Slots { get; init; }
    public required IReadOnlyList<KnownPlacement> Placements { get; init; }
    public required IReadOnlyList<SupportDecision> Supports { get; init; }
    public required IReadOnlyList<AwardedContract> Contracts { get; init; }

    /// <summary>Whose workplace it is.</summary>
    internal sealed record Host(Sector Sector, Guid? UnitId);

    /// <param name="IsArranged">Made behind a placement that was agreed elsewhere: there to be used by that one alone.</param>
    internal sealed record OfferedSlot(Guid Id, Guid EmployerId, OfferKind Kind, string SupportCodes, DateOnly From, DateOnly? To, bool IsArranged)
    {
        public IEnumerable<Lonestod> Supports => SupportCodes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Lonestod>);
    }

    internal sealed record AwardedContract(string DiaryNumber, string Title, Guid? UnitId, DateOnly To, IReadOnlyList<Clause> Clauses);

    /// <remarks>
    /// The filters of gren and protected identity are left out on purpose, whoever compiles: only counts leave this class,
    /// and a report that missed the persons of other grenar would be wrong. It is logged as a job's reading is (docs/model.md, Past the filters).
    /// </remarks>
    public static async Task<ReportFacts> LoadAsync(AppDb db, Period period, DateTime registeredAtLatest, CancellationToken ct)
    {
        var started = Started(db, period, registeredAtLatest);
        var rows = await started
            .SelectMany(p => db.Participants.IgnoreQueryFilters().Where(q => q.Id == p.ParticipantId).DefaultIfEmpty(), (p, q) => new { p, q })
            .Select(x => new PlacementRow(x.p.Id, x.p.Seq, x.p.PersonId, x.p.ParticipantId, x.p.Gren, x.p.Form, x.p.SlotId, x.p.EmployerId,
                x.p.ClauseId, x.p.From, (DateOnly?)x.q!.BirthDate, x.p.Sex, (TargetGroup?)x.q!.TargetGroup))
            .ToListAsync(ct);
        // Two who were found to be one after the lock were two at it.
        var moved = (await db.Facts.AsNoTracking().Where(f => f.RecordedAt > registeredAtLatest && (f.Kind == FactKind.Person || f.Kind == FactKind.Participant)
            && started.Any(p => p.Id == f.SubjectId)).ToListAsync(ct)).ToLookup(f => f.SubjectId);
        rows = rows.ConvertAll(r => r.Before(moved[r.Id]));
        var facts = await FactsAsync(db, started.Select(p => p.Id), registeredAtLatest, ct);
        var earlier = rows.Where(r => moved.Contains(r.Id)).Select(r => r.ParticipantId!.Value).ToList();
        var persons = await FactsAsync(db, db.Participants.IgnoreQueryFilters().Where(q => earlier.Contains(q.Id) || started.Any(p => p.ParticipantId == q.Id)).Select(q => q.Id), registeredAtLatest, ct);
        var placements = rows
            .Select(r => KnownPlacement.Of(r, facts[r.Id], period.Last))
            .OfType<KnownPlacement>()
            .Select(p => p.Row.ParticipantId is { } id ? p with { TargetGroup = TargetGroupAt(persons[id], p.StartedOn) ?? p.Row.TargetGroup } : p)
            .ToList();
        var sexes = placements.Where(p => !p.IsNameless).GroupBy(p => p.Row.PersonId!.Value)
            .ToDictionary(g => g.Key, g => SexOf(g.SelectMany(p => persons[p.Row.ParticipantId!.Value])) ?? g.First().Row.Sex);
        var inUse = placements.Where(p => p.RanIn(period)).Select(p => p.Row.SlotId).ToHashSet();
        return new ReportFacts
        {
            Period = period,
            Organisation = await OrgTree.LoadAsync(db, ct),
            Hosts = await db.Employers.AsNoTracking().Select(e => new { e.Id, e.Sector, e.UnitId }).ToDictionaryAsync(e => e.Id, e => new Host(e.Sector, e.UnitId), ct),
            Slots = await OfferedAsync(db, period, registeredAtLatest, started, inUse, ct),
            Placements = [.. placements.Select(p => p with { Sex = p.Row.PersonId is { } id ? sexes[id] : p.Row.Sex })],
            // Decisions are recorded once and never changed, so the rows are as good as facts, and tell two of a kind apart.
            Supports = await started.SelectMany(p => p.Supports).AsNoTracking()
                .Where(s => s.RecordedAt <= registeredAtLatest && s.From <= period.Last && s.To >= period.From).ToListAsync(ct),
            Contracts = await db.Contracts.AsNoTracking()
                .Where(c => c.AwardedOn <= period.Last && c.From <= period.Last && c.To >= period.From && c.Clauses.Count > 0)
                .OrderBy(c => c.SortKey)
                .Select(c => new AwardedContract(c.DiaryNumber, c.Title, c.UnitId, c.To, c.Clauses.OrderBy(k => k.Seq).ToList()))
                .ToListAsync(ct),
        };
    }

    /// <summary>
    /// Placements that had started by the period's end and were not known to have ended before it began; those that count
    /// toward a clause however long ago, for a clause is delivered over its contract's whole time.
    /// </summary>
    internal static IQueryable<Placement> Started(AppDb db, Period period, DateTime registeredAtLatest) =>
        db.Placements.IgnoreQueryFilters().Where(p =>
            db.Facts.Any(f => f.SubjectId == p.Id && f.Kind == FactKind.Start && f.Effective <= period.Last && f.RecordedAt <= registeredAtLatest)
            && (p.ClauseId != null
                || !db.Facts.Any(f => f.SubjectId == p.Id && f.Kind == FactKind.End && f.Effective < period.From && f.RecordedAt <= registeredAtLatest)
                || db.Facts.Any(f => f.SubjectId == p.Id && f.Kind == FactKind.End && f.Effective >= period.From && f.RecordedAt <= registeredAtLatest)));

    private static async Task<ILookup<Guid, IndicatorFact>> FactsAsync(AppDb db, IQueryable<Guid> subjects, DateTime registeredAtLatest, CancellationToken ct) =>
        (await db.Facts.AsNoTracking().Where(f => f.RecordedAt <= registeredAtLatest && subjects.Contains(f.SubjectId)).ToListAsync(ct))
        .ToLookup(f => f.SubjectId);

    // Publishing registers that the slots are there from their first day to their last; whether they lie in the period is
    // told by those days, and not by when AME published them. An offer that was closed before its slots began, or before the
    // period did, offered nothing in it, but for the place that somebody was on; nor does one that stands for a placement alone.
    private static async Task<IReadOnlyList<OfferedSlot>> OfferedAsync(
        AppDb db, Period period, DateTime registeredAtLatest, IQueryable<Placement> started, HashSet<Guid> inUse, CancellationToken ct)
    {
        var published = await db.Slots.AsNoTracking()
            .Join(db.Offers, s => s.OfferId, o => o.Id, (s, o) => new { s, o })
            .Where(x => (x.o.PublishedAt ?? x.o.ArrangedAt) <= registeredAtLatest
                && ((x.s.From <= period.Last && (x.s.To == null || x.s.To >= period.From)) || started.Any(p => p.SlotId == x.s.Id)))
            .Select(x => new { Slot = new OfferedSlot(x.s.Id, x.o.EmployerId, x.o.Kind, x.o.SupportCodes, x.s.From, x.s.To, x.o.ArrangedAt != null), x.o.ClosedAt })
            .ToListAsync(ct);
        return [.. published
            .Where(x => inUse.Contains(x.Slot.Id) || (!x.Slot.IsArranged && new Period(x.Slot.From, x.Slot.To).Overlaps(period)
                && (x.ClosedAt is not { } closed || closed > registeredAtLatest
                    || (closed.StockholmDate() is var day && day >= x.Slot.From && day >= period.From))))
            .Select(x => x.Slot)];
    }

    // As it was known at the start; what was registered later than that, when nothing was known then.
    private static TargetGroup? TargetGroupAt(IEnumerable<IndicatorFact> facts, DateOnly start)
    {
        var known = facts.Where(f => f.Kind == FactKind.TargetGroup).OrderBy(f => f.Effective).ThenBy(f => f.RecordedAt).ThenBy(f => f.Seq).ToList();
        return (known.LastOrDefault(f => f.Effective <= start) ?? known.FirstOrDefault()) is { } fact ? Enum.Parse<TargetGroup>(fact.Value) : null;
    }

    private static Sex? SexOf(IEnumerable<IndicatorFact> facts) =>
        facts.Where(f => f.Kind == FactKind.Sex).OrderBy(f => f.RecordedAt).ThenBy(f => f.Seq).LastOrDefault() is { } fact ? Enum.Parse<Sex>(fact.Value) : null;
}
