using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Suggestions;

/// <summary>Föreslå plats: published offers ranked for one person. Five statements, however many offers there are.</summary>
public sealed class SlotSuggestions(AppDb db, Viewer viewer, RulebookService rulebook, TimeProvider clock)
{
    /// <summary>How many offers are judged.</summary>
    public const int Judged = 100;

    public async Task<IReadOnlyList<Suggestion>> ForAsync(Guid participantId, string? words, OfferKind? kind, Form? form, CancellationToken ct)
    {
        var person = await PersonAsync(participantId, ct);
        var today = clock.Today();
        var offers = MostLikely(db, person.Swedish, person.DrivingLicence, today);
        if (kind is not null)
            offers = offers.Where(o => o.Kind == kind);
        if (form is not null)
            offers = offers.Where(o => o.Form == form);
        if (!string.IsNullOrWhiteSpace(words))
        {
            var found = SearchIndex.Find(db, SearchOwner.Offer, words);
            offers = offers.Where(o => found.Contains(o.Id));
        }
        var candidates = await ReadAsync(offers.Take(Judged), ct);
        var load = await LoadAsync(candidates, person.PersonId, ct);
        var rules = await rulebook.OnAsync(today, ct);
        return [.. candidates.GroupBy(c => c.OfferId).Select(g => Best(g, person, load, rules))
            .OrderBy(s => s.Fit.Rank).ThenBy(s => s.Fit.Period?.From ?? DateOnly.MaxValue).ThenBy(s => s.Title, StringComparer.Ordinal)];
    }

    /// <summary>Published offers, those first whose plain demands a person with this Swedish and licence meets, then the soonest.</summary>
    public static IQueryable<Offer> MostLikely(AppDb db, SwedishLevel swedish, bool drivingLicence, DateOnly today)
    {
        SwedishLevel[] enough = [.. Enum.GetValues<SwedishLevel>().Where(l => l <= swedish)];
        return db.Offers.AsNoTracking().Where(o => o.Status == OfferStatus.Published && (o.To == null || o.To >= today))
            .OrderBy(o => enough.Contains(o.Swedish) ? 0 : 1)
            .ThenBy(o => !o.DrivingLicence || drivingLicence ? 0 : 1)
            .ThenBy(o => o.From).ThenBy(o => o.SortKey);
    }

    /// <summary>One slot, however well it fits: what the proposal's form begins with.</summary>
    public async Task<Suggestion> ForSlotAsync(Guid participantId, Guid slotId, CancellationToken ct)
    {
        var person = await PersonAsync(participantId, ct);
        var candidates = await ReadAsync(
            db.Offers.AsNoTracking().Where(o => o.Slots.Any(s => s.Id == slotId) && o.ArrangedAt == null && (o.Status == OfferStatus.Published || o.Status == OfferStatus.Filled)), ct);
        candidates.RemoveAll(c => c.SlotId != slotId);
        if (candidates.Count == 0)
            throw new NotFoundException("Slot");
        return Best(candidates, person, await LoadAsync(candidates, person.PersonId, ct), await rulebook.OnAsync(clock.Today(), ct));
    }

    private static Suggestion Best(IEnumerable<Candidate> slots, PersonRow row, List<ClaimRow> load, RulesOfDay rules)
    {
        var person = new FitPerson(row.BirthDate, row.ExtentPercent, row.Swedish, row.DrivingLicence, row.Wish,
            Of(load.Where(c => c.PersonId == row.PersonId)));
        var judged = slots.Select(c => (Slot: c, Fit: Fit.Of(person, c.ToFitSlot(load, rules), rules.Day))).OrderBy(j => j.Fit.Rank).ToList();
        var (best, fit) = judged[0];
        return new(best.OfferId, best.Form, best.Kind, best.Title, best.Tasks, best.Requirements, best.Employer, best.Workplace, best.Area,
            new Period(best.From, best.To), best.Pattern, judged.Count(j => j.Fit.IsPossible), fit);
    }

    private async Task<PersonRow> PersonAsync(Guid participantId, CancellationToken ct) =>
        await db.Participants.AsNoTracking().Where(p => p.Id == participantId)
            .Select(p => new PersonRow(p.PersonId, p.BirthDate, p.ExtentPercent, p.Swedish, p.DrivingLicence, p.Wish))
            .SingleOrDefaultAsync(ct) ?? throw new NotFoundException("Participant");

    private async Task<List<Candidate>> ReadAsync(IQueryable<Offer> offers, CancellationToken ct) => await (
        from o in offers
        from s in o.Slots
        join w in db.Workplaces on o.WorkplaceId equals w.Id
        join e in db.Employers on o.EmployerId equals e.Id
        select new Candidate(s.Id, o.Id, o.Form, o.Kind, o.Title, o.Tasks, o.Requirements, o.Swedish, o.DrivingLicence,
            e.Name, w.Name, w.Area, s.From, s.To, s.Pattern, s.Number, w.Id, w.Ceiling, w.CeilingIsHard, w.Employees, w.ClosedWeeks, s.SupervisorId,
            db.Supervisors.Where(v => v.Id == s.SupervisorId).Select(v => v.Ceiling).FirstOrDefault(),
            db.Supervisors.Where(v => v.Id == s.SupervisorId).Select(v => v.CeilingIsHard).FirstOrDefault()))
        .ToListAsync(ct);

    // A supervisor belongs to one workplace, so the workplaces' claims hold the supervisors' too.
    private Task<List<ClaimRow>> LoadAsync(List<Candidate> candidates, Guid personId, CancellationToken ct)
    {
        var (now, today) = (viewer.Stamp(clock).At, clock.Today());
        var workplaces = candidates.Select(c => c.WorkplaceId).Distinct().ToList();
        return db.Claims.AsNoTracking()
            .Where(c => c.ReleasedAt == null && (c.ExpiresAt == null || c.ExpiresAt > now) && (c.To == null || c.To >= today)
                && (workplaces.Contains(c.WorkplaceId) || c.PersonId == personId))
            .Select(c => new ClaimRow(c.SlotId, c.WorkplaceId, c.SupervisorId, c.PersonId, c.From, c.To, c.CellMask))
            .ToListAsync(ct);
    }

    private static List<Busy> Of(IEnumerable<ClaimRow> claims) => [.. claims.Select(c => new Busy(new Period(c.From, c.To), new Cells(c.CellMask)))];

    private sealed record PersonRow(Guid PersonId, DateOnly BirthDate, int ExtentPercent, SwedishLevel Swedish, bool DrivingLicence, string? Wish);

    private sealed record ClaimRow(Guid SlotId, Guid WorkplaceId, Guid? SupervisorId, Guid? PersonId, DateOnly From, DateOnly? To, int CellMask);

    private sealed record Candidate(
        Guid SlotId, Guid OfferId, Form Form, OfferKind Kind, string Title, string Tasks, string? Requirements, SwedishLevel Swedish, bool DrivingLicence,
        string Employer, string Workplace, string? Area, DateOnly From, DateOnly? To, WeeklyPattern Pattern, int Number,
        Guid WorkplaceId, int? Ceiling, bool CeilingIsHard, int Employees, ClosedWeeks? ClosedWeeks, Guid? SupervisorId, int? SupervisorCeiling, bool SupervisorCeilingIsHard)
    {
        public FitSlot ToFitSlot(List<ClaimRow> load, RulesOfDay rules) => new(SlotId, rules.Of(Form), Title, Swedish, DrivingLicence, new Period(From, To), Pattern)
        {
            ClosedWeeks = ClosedWeeks,
            WorkplaceCeiling = Ceiling ?? Parties.Employers.Workplace.DefaultCeiling(Employees),
            WorkplaceCeilingIsHard = CeilingIsHard,
            SupervisorCeiling = SupervisorCeiling,
            SupervisorCeilingIsHard = SupervisorCeilingIsHard,
            Taken = Of(load.Where(c => c.SlotId == SlotId)),
            AtWorkplace = Of(load.Where(c => c.WorkplaceId == WorkplaceId)),
            AtSupervisor = Of(load.Where(c => SupervisorId is not null && c.SupervisorId == SupervisorId)),
        };
    }
}

/// <param name="FreeSlots">Slots of the offer that the person could take.</param>
/// <param name="Fit">Of the offer's best slot.</param>
public sealed record Suggestion(
    Guid OfferId, Form Form, OfferKind Kind, string Title, string Tasks, string? Requirements, string Employer, string Workplace, string? Area,
    Period Period, WeeklyPattern Pattern, int FreeSlots, Fit Fit);
