using EnVagUt.Core.Data;
using EnVagUt.Core.Mail;
using EnVagUt.Core.Reminders;
using EnVagUt.Core.Rules;
using EnVagUt.Core.Settings;

namespace EnVagUt.Core.Placements.Reminders;

/// <summary>The workplace has not answered «Fråga arbetsplatsen».</summary>
public sealed class RequestUnanswered() : Reminder("forfragan-obesvarad", "Obesvarad förfrågan", ReminderReceiver.Workplace,
    ReminderStep.InWorkingDays(3, "paminnelse-forfragan"),
    ReminderStep.InWorkingDays(7, "paminnelse-forfragan"))
{
    public override IQueryable<DueCase> Due(AppDb db, ReminderDays days) =>
        from p in Requests.Unanswered(db, days)
        join w in db.Workplaces on p.WorkplaceId equals w.Id
        select new DueCase
        {
            CaseId = p.Id,
            Day = DateOnly.FromDateTime(p.RequestedAt!.Value),
            Email = w.ContactEmail,
            Workplace = w.Name,
            From = p.From,
            To = p.To,
            ClosedWeeks = w.ClosedWeeks,
        };

    public override Dictionary<string, string> Values(DueCase due, PortalAddress portal, Municipality municipality) => new()
    {
        ["arbetsplats"] = due.Workplace,
        ["period"] = new Period(due.From, due.To).ToString(),
        ["lank"] = portal.Link($"/arbetsgivare/forfragningar/{due.CaseId}"),
    };
}

/// <summary>After ten working days the request is lost time: the coordinator calls, or lets the slot go.</summary>
public sealed class RequestLapses() : Reminder("forfragan-forfaller", "Förfrågan utan svar, till samordnaren", ReminderReceiver.Coordinator,
    ReminderStep.InWorkingDays(10, "forfragan-utan-svar"))
{
    public override IQueryable<DueCase> Due(AppDb db, ReminderDays days) =>
        from p in Requests.Unanswered(db, days)
        select new DueCase
        {
            CaseId = p.Id,
            Day = DateOnly.FromDateTime(p.RequestedAt!.Value),
            Email = db.Users.Where(u => u.Id == p.CoordinatorId).Select(u => u.Email).FirstOrDefault(),
        };

    public override Dictionary<string, string> Values(DueCase due, PortalAddress portal, Municipality municipality) => new()
    {
        ["lank"] = portal.Link($"/placeringar/{due.CaseId}"),
    };
}

file static class Requests
{
    public static IQueryable<Placement> Unanswered(AppDb db, ReminderDays days)
    {
        var (from, before) = (days.Oldest.StartOfDayUtc(), days.Reach.AddDays(1).StartOfDayUtc());
        return db.Placements.Where(p => p.RequestedAt >= from && p.RequestedAt < before
            && p.EmployerAnsweredAt == null && p.NotHeldAt == null && p.VoidedAt == null);
    }
}
