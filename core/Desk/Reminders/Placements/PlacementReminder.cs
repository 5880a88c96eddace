using System.Diagnostics;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Absences;
using EnVagUt.Core.Parties.Participants;

namespace EnVagUt.Core.Desk.Reminders.Placements;

/// <summary>
/// A placement and the day that a reminder counts from. Whatever a query left out would be asked of the whole placement
/// when its rows have been read: therefore all is required.
/// </summary>
public sealed class PlacementDay
{
    public required Placement Placement { get; init; }
    public required DateOnly? On { get; init; }
    public required DateTime? At { get; init; }
}

/// <summary>A reminder about a placement: each says which placements and which day, and the receiver's address is found here.</summary>
public abstract class PlacementReminder(string id, string label, ReminderReceiver receiver, string factLabel, params ReminderStep[] steps)
    : Reminder(id, label, receiver, factLabel, steps)
{
    public sealed override CaseKind Kind => CaseKind.Placement;

    protected abstract IQueryable<PlacementDay> Days(AppDb db, ReminderWindow window);

    public override string PathOf(Guid caseId) => Receiver == ReminderReceiver.Workplace ? "/arbetsgivare/placeringar" : $"/placeringar/{caseId}";

    /// <summary>Placements about which letters are sent at all: not annulled, not come to nothing, nobody who has died or moved.</summary>
    protected static IQueryable<Placement> Live(AppDb db) =>
        db.Placements.Where(p => p.Ending.VoidedAt == null && p.Ending.NotHeldAt == null && p.LettersStoppedAt == null);

    public sealed override IQueryable<DueCase> Cases(AppDb db, ReminderWindow window) =>
        from a in Addressed(db, window)
        let p = a.Day.Placement
        select new DueCase
        {
            CaseId = p.Id,
            On = a.Day.On,
            At = a.Day.At,
            Email = a.Email,
            ByHand = a.ByHand,
            IsProtected = p.IsProtected || a.IsProtected,
            Workplace = a.Workplace,
            From = p.From,
            To = p.To,
            Form = p.Form,
            ClosedWeeks = a.ClosedWeeks,
            PausedFrom = p.PausedFrom,
            PausedTo = p.PausedTo,
        };

    private IQueryable<AddressedDay> Addressed(AppDb db, ReminderWindow window) => Receiver switch
    {
        ReminderReceiver.Workplace => ToWorkplace(db, Days(db, window), ToSupervisor),
        ReminderReceiver.Participant => ToParticipant(db, Days(db, window)),
        ReminderReceiver.Coordinator => ToCoordinator(db, Days(db, window), window.Today),
        ReminderReceiver.UnitManager => ToManager(Days(db, window), Manager.On(db, window.Today)),
        _ => throw new UnreachableException($"No placement's letter goes to {Receiver}"),
    };

    /// <summary>The workplace's supervisor rather than its contact, where one with an address is named.</summary>
    protected virtual bool ToSupervisor => false;

    /// <summary>Counted from a time and not from a day.</summary>
    public virtual bool HasTime => false;

    /// <summary>Its day for one placement, in columns that are alike for every reminder, so that many can be read together.</summary>
    /// <param name="index">Told with the row. In a sum with a column, since a set operation takes no value that is not the database's.</param>
    internal IQueryable<DueCase> OfCase(AppDb db, ReminderWindow window, Guid placementId, int index)
    {
        var toPerson = Receiver == ReminderReceiver.Participant;
        var cases = from c in Cases(db, window)
                    where c.CaseId == placementId
                    join p in db.Placements on c.CaseId equals p.Id
                    select new { Case = c, Index = p.ExtentPercent - p.ExtentPercent + index, HasAddress = c.Email != null && c.Email != "" && !(toPerson && c.IsProtected) };
        return HasTime
            ? cases.Select(c => new DueCase { CaseId = c.Case.CaseId, Index = c.Index, HasAddress = c.HasAddress, At = c.Case.At })
            : cases.Select(c => new DueCase { CaseId = c.Case.CaseId, Index = c.Index, HasAddress = c.HasAddress, On = c.Case.On });
    }

    /// <summary>Some placements have several days, counted when the rows have been read.</summary>
    internal virtual Task<List<DueCase>> ExpandAsync(AppDb db, ReminderWindow window, List<DueCase> cases, CancellationToken ct) => Task.FromResult(cases);

    public sealed override async Task<List<DueCase>> FindAsync(AppDb db, ReminderWindow window, Guid? caseId, CancellationToken ct) =>
        await ExpandAsync(db, window, await base.FindAsync(db, window, caseId, ct), ct);

    private static IQueryable<AddressedDay> ToWorkplace(AppDb db, IQueryable<PlacementDay> days, bool toSupervisor) =>
        from d in days
        join w in db.Workplaces on d.Placement.WorkplaceId equals w.Id
        select new AddressedDay
        {
            Day = d,
            Email = toSupervisor
                ? db.Supervisors.Where(s => s.Id == d.Placement.SupervisorId && s.DeactivatedAt == null && s.Email != "").Select(s => s.Email).FirstOrDefault() ?? w.ContactEmail
                : w.ContactEmail,
            ByHand = null,
            IsProtected = false,
            Workplace = w.Name,
            ClosedWeeks = w.ClosedWeeks,
        };

    // A person's letter says neither where nor what: it may be read by others.
    private static IQueryable<AddressedDay> ToParticipant(AppDb db, IQueryable<PlacementDay> days) =>
        from d in days
        join deltagare in db.Participants on d.Placement.ParticipantId equals (Guid?)deltagare.Id
        select new AddressedDay
        {
            Day = d,
            Email = deltagare.ByHand == null ? deltagare.Email : null,
            ByHand = deltagare.ByHand,
            IsProtected = deltagare.IsProtected,
            Workplace = "",
            ClosedWeeks = null,
        };

    private static IQueryable<AddressedDay> ToCoordinator(AppDb db, IQueryable<PlacementDay> days, DateOnly today)
    {
        var mailboxes = CaseMailbox.Of(db, db.Placements, today);
        return from d in days
               join w in db.Workplaces on d.Placement.WorkplaceId equals w.Id
               select new AddressedDay
               {
                   Day = d,
                   Email = mailboxes.Where(m => m.PlacementId == d.Placement.Id).Select(m => m.Email).FirstOrDefault(),
                   ByHand = null,
                   IsProtected = false,
                   Workplace = "",
                   ClosedWeeks = w.ClosedWeeks,
               };
    }

    private static IQueryable<AddressedDay> ToManager(IQueryable<PlacementDay> days, IQueryable<Manager> managers) =>
        days.Select(d => new AddressedDay
        {
            Day = d,
            Email = managers.Where(m => m.Gren == d.Placement.Gren).Select(m => m.Email).FirstOrDefault(),
            ByHand = null,
            IsProtected = false,
            Workplace = "",
            ClosedWeeks = null,
        });

    /// <summary>What depends on who receives the letter.</summary>
    private sealed class AddressedDay
    {
        public required PlacementDay Day { get; init; }
        public required string? Email { get; init; }
        public required ByHandReason? ByHand { get; init; }

        /// <summary>Of the person, when the person receives it.</summary>
        public required bool IsProtected { get; init; }
        public required string Workplace { get; init; }
        public required ClosedWeeks? ClosedWeeks { get; init; }
    }
}
