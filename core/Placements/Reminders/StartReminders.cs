using EnVagUt.Core.Data;
using EnVagUt.Core.Mail;
using EnVagUt.Core.Reminders;
using EnVagUt.Core.Rules;
using EnVagUt.Core.Settings;

namespace EnVagUt.Core.Placements.Reminders;

/// <summary>Somebody begins soon at the workplace.</summary>
public sealed class StartSoonForWorkplace() : Reminder("start-arbetsplats", "Start närmar sig, till arbetsplatsen", ReminderReceiver.Workplace,
    ReminderStep.InDays(-7, "paminnelse-start-arbetsplats"),
    ReminderStep.InDays(-1, "paminnelse-start-arbetsplats"))
{
    public override IQueryable<DueCase> Due(AppDb db, ReminderDays days) =>
        from p in Starts.Agreed(db, days)
        join w in db.Workplaces on p.WorkplaceId equals w.Id
        select new DueCase
        {
            CaseId = p.Id,
            Day = p.From,
            Email = w.ContactEmail,
            Workplace = w.Name,
            ClosedWeeks = w.ClosedWeeks,
        };

    public override Dictionary<string, string> Values(DueCase due, PortalAddress portal, Municipality municipality) => new()
    {
        ["arbetsplats"] = due.Workplace,
        ["dag"] = due.Day.Written(),
        ["lank"] = portal.Link("/arbetsgivare/placeringar"),
    };
}

/// <summary>Soon the person's first day. Neither workplace nor form is named: a letter may be read by others.</summary>
public sealed class StartSoonForParticipant() : Reminder("start-deltagare", "Start närmar sig, till deltagaren", ReminderReceiver.Participant,
    ReminderStep.InDays(-7, "paminnelse-start-deltagare"),
    ReminderStep.InDays(-1, "paminnelse-start-deltagare"))
{
    public override IQueryable<DueCase> Due(AppDb db, ReminderDays days) =>
        from p in Starts.Agreed(db, days)
        join deltagare in db.Participants on p.ParticipantId equals (Guid?)deltagare.Id
        select new DueCase
        {
            CaseId = p.Id,
            Day = p.From,
            Email = deltagare.Person.Email,
            IsProtected = p.IsProtected || deltagare.IsProtected,
        };

    public override Dictionary<string, string> Values(DueCase due, PortalAddress portal, Municipality municipality) => new()
    {
        ["dag"] = due.Day.Written(),
        ["kontakt"] = municipality.Contact,
    };
}

file static class Starts
{
    public static IQueryable<Placement> Agreed(AppDb db, ReminderDays days) =>
        db.Placements.Where(p => p.From >= days.Today && p.From <= days.Reach
            && p.EmployerSaidYes == true && p.StartedOn == null && p.NotHeldAt == null && p.VoidedAt == null);
}
