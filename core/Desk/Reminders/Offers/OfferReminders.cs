using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Places.Offers;
using static EnVagUt.Core.Desk.Reminders.ReminderStep;

namespace EnVagUt.Core.Desk.Reminders.Offers;

/// <summary>A draft that nobody has touched is closed after twelve weeks: a week and a day before, its owner is told.</summary>
public sealed class DraftForgotten() : OfferReminder("utkast", "Utkast till platsanmälan som snart tas bort", ReminderReceiver.Workplace, "att utkastet senast ändrades",
    DaysAfter(77, "utkast-tas-bort"),
    DaysAfter(83, "utkast-tas-bort"))
{
    public override string Condition => "platsanmälan är ett utkast som ingen har ändrat";

    public override IQueryable<DueCase> Cases(AppDb db, ReminderWindow window)
    {
        var (since, before) = (window.FromUtc, window.BeforeUtc);
        return Of(db, db.Offers.Where(o => o.Status == OfferStatus.Draft && o.ArrangedAt == null && o.TouchedAt >= since && o.TouchedAt < before), timed: true);
    }
}

/// <summary>Approval within two working days (docs/vardag.md, Promises).</summary>
public sealed class OfferWaits() : OfferReminder("platsanmalan-vantar", "Platsanmälan som väntar på besked", ReminderReceiver.Ame, "att den skickades in",
    WorkingDaysAfter(2, "platsanmalan-vantar"))
{
    public override string Condition => "platsanmälan väntar på besked från AME";

    public override string PathOf(Guid caseId) => $"/platser/{caseId}";

    public override IQueryable<DueCase> Cases(AppDb db, ReminderWindow window)
    {
        var (since, before) = (window.FromUtc, window.BeforeUtc);
        return from o in db.Offers
               where o.Status == OfferStatus.Submitted && o.SubmittedAt >= since && o.SubmittedAt < before
               select new DueCase { CaseId = o.Id, At = o.SubmittedAt };
    }
}

/// <summary>Nobody is found and the first day draws near: the employer chooses to keep the place or to close it (docs/vardag.md, Promises).</summary>
public sealed class NobodyFound() : OfferReminder("plats-utan-person", "Plats utan person", ReminderReceiver.Workplace, "platsens första dag",
    DaysBefore(10, "plats-utan-person"))
{
    public override string Condition => "platsen är publicerad och ingen är bokad eller föreslagen för arbetsgivaren";

    /// <summary>Every letter has a link of its own; one that is read out leads into the portal.</summary>
    public override IReadOnlyDictionary<string, string> Prepare(AppDb db, DueCase due, PortalAddress portal, DateTime now) => new Dictionary<string, string>
    {
        ["svarslank"] = portal.Link(OfferLink.PathOf(db, due.CaseId, mayAnswerByLink: !string.IsNullOrWhiteSpace(due.Email), now)),
    };

    public override IQueryable<DueCase> Cases(AppDb db, ReminderWindow window) =>
        // A candidate who has been proposed to the employer holds nothing, and is somebody all the same.
        Of(db, db.Offers.Where(o => o.Status == OfferStatus.Published && o.From >= window.From && o.From <= window.Through && o.FreeSlots == o.SlotCount
            && !db.Placements.Any(p => p.OfferId == o.Id && p.Answers.RequestedAt != null && p.Ending.NotHeldAt == null && p.Ending.VoidedAt == null)), timed: false);
}

/// <summary>A reminder about a platsanmälan.</summary>
public abstract class OfferReminder(string id, string label, ReminderReceiver receiver, string factLabel, params ReminderStep[] steps)
    : Reminder(id, label, receiver, factLabel, steps)
{
    public sealed override CaseKind Kind => CaseKind.Offer;

    public override string PathOf(Guid caseId) => $"/arbetsgivare/platser/{caseId}";

    /// <param name="timed">Counted from when it was last touched; else from its first day.</param>
    protected static IQueryable<DueCase> Of(AppDb db, IQueryable<Offer> offers, bool timed) =>
        from o in offers
        join w in db.Workplaces on o.WorkplaceId equals w.Id
        select new DueCase
        {
            CaseId = o.Id,
            On = timed ? null : o.From,
            At = timed ? o.TouchedAt : null,
            // As for the letters: before AME knows the employer, its own confirmed address.
            Email = db.Employers.Any(e => e.Id == o.EmployerId && e.Status == EmployerStatus.Approved)
                ? w.ContactEmail
                : db.RoleGrants.Where(g => g.EmployerId == o.EmployerId && g.Role == Role.EmployerAdmin)
                    .Join(db.Users.Where(u => u.EmailConfirmed && u.DeactivatedAt == null), g => g.UserId, u => u.Id, (g, u) => u)
                    .OrderBy(u => u.CreatedAt).Select(u => u.Email).FirstOrDefault(),
            Workplace = w.Name,
            From = o.From,
            To = o.To,
            Form = o.Form,
            ClosedWeeks = w.ClosedWeeks,
        };
}
