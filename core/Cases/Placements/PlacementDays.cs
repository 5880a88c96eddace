using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Days;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Post.Calendars;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>
/// What the calendars read of an agreed placement: days, counts and a workplace, no person. Their days are made from it
/// here, so that a feed and a file sent by mail agree on what is the same day.
/// </summary>
public sealed record PlacementDays
{
    public required Guid Id { get; init; }
    public required Form Form { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; init; }
    public DateOnly? StartedOn { get; init; }
    public DateOnly? EndedOn { get; init; }
    public bool NotHeld { get; init; }
    public bool Voided { get; init; }
    public required DateTime ChangedAt { get; init; }

    /// <summary>How often the end or the times were changed.</summary>
    public required int PlanChanges { get; init; }

    public required string Workplace { get; init; }
    public required string OrgNumberDigits { get; init; }
    public ClosedWeeks? ClosedWeeks { get; init; }

    /// <summary>How often what is known of the workplace was changed, its closed weeks among it: they move follow-ups.</summary>
    public required int WorkplaceChanges { get; init; }

    public required DateTime WorkplaceChangedAt { get; init; }

    private bool Cancelled => NotHeld || Voided;

    /// <summary>Counts facts that are never taken back; each that moves a day or cancels it adds one.</summary>
    private int Sequence => PlanChanges + (StartedOn is null ? 0 : 1) + (EndedOn is null ? 0 : 1) + (NotHeld ? 1 : 0) + (Voided ? 1 : 0);

    public static IQueryable<PlacementDays> Of(AppDb db, IQueryable<Placement> placements) =>
        from p in placements
        join w in db.Workplaces on p.WorkplaceId equals w.Id
        join e in db.Employers on p.EmployerId equals e.Id
        select new PlacementDays
        {
            Id = p.Id,
            Form = p.Form,
            From = p.From,
            To = p.To,
            StartedOn = p.StartedOn,
            EndedOn = p.Ending.EndedOn,
            NotHeld = p.Ending.NotHeldAt != null,
            Voided = p.Ending.VoidedAt != null,
            ChangedAt = p.ChangedAt,
            PlanChanges = p.PlanChanges.Count,
            Workplace = w.Name,
            OrgNumberDigits = e.OrgNumberDigits,
            ClosedWeeks = w.ClosedWeeks,
            WorkplaceChanges = db.History.Count(h => h.SubjectId == w.Id && h.Verb == "Described"),
            WorkplaceChangedAt = w.ChangedAt,
        };

    public CalendarEvent Start(string link) => Event("start", StartedOn ?? From, "Start på plats", link);

    /// <summary>Null as long as no end is known.</summary>
    public CalendarEvent? End(string link) => (EndedOn ?? To) is { } last ? Event("slut", last, "Sista dag på plats", link) : null;

    /// <summary>By the same days as the agreement names; those that an early end overtook are cancelled.</summary>
    public IEnumerable<CalendarEvent> FollowUps(string link) =>
        from day in FollowUpDays.Of(Form.Row(), new Period(From, To), ClosedWeeks)
        let planned = Event($"uppfoljning-{Slug(day.What)}", day.On, "Uppföljning", link)
        select planned with
        {
            Sequence = planned.Sequence + WorkplaceChanges,
            Cancelled = planned.Cancelled || day.On > EndedOn,
            ChangedAt = ChangedAt > WorkplaceChangedAt ? ChangedAt : WorkplaceChangedAt,
        };

    private CalendarEvent Event(string kind, DateOnly day, string what, string link) => new()
    {
        Uid = $"{Id:N}-{kind}@envagut",
        Sequence = Sequence,
        Day = day,
        // A sole trader's workplace may bear a person's name.
        Summary = OrgNumber.Stored(OrgNumberDigits).IsSoleTrader ? what : $"{what}: {Workplace}",
        Link = link,
        Cancelled = Cancelled,
        ChangedAt = ChangedAt,
    };

    private static string Slug(string what) =>
        Folding.Fold(what).Replace('å', 'a').Replace('ä', 'a').Replace('ö', 'o').Replace(' ', '-');
}
