using EnVagUt.Core.Access;
using EnVagUt.Core.Data;
using EnVagUt.Core.Mail;
using EnVagUt.Core.Reminders;
using EnVagUt.Core.Rules;
using EnVagUt.Core.Settings;

namespace EnVagUt.Core.Placements.Reminders;

/// <summary>Avsluta, förläng eller gå vidare?</summary>
public sealed class EndSoonForWorkplace() : Reminder("slut-arbetsplats", "Slut närmar sig, till arbetsplatsen", ReminderReceiver.Workplace,
    ReminderStep.InWorkingDays(-15, "paminnelse-slut-arbetsplats"),
    ReminderStep.InWorkingDays(-5, "paminnelse-slut-arbetsplats"))
{
    public override IQueryable<DueCase> Due(AppDb db, ReminderDays days) =>
        from p in Ends.Coming(db, days)
        join w in db.Workplaces on p.WorkplaceId equals w.Id
        select new DueCase
        {
            CaseId = p.Id,
            Day = p.To!.Value,
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

public sealed class EndSoonForParticipant() : Reminder("slut-deltagare", "Slut närmar sig, till deltagaren", ReminderReceiver.Participant,
    ReminderStep.InWorkingDays(-15, "paminnelse-slut-deltagare"),
    ReminderStep.InWorkingDays(-5, "paminnelse-slut-deltagare"))
{
    public override IQueryable<DueCase> Due(AppDb db, ReminderDays days) =>
        from p in Ends.Coming(db, days)
        join deltagare in db.Participants on p.ParticipantId equals (Guid?)deltagare.Id
        select new DueCase
        {
            CaseId = p.Id,
            Day = p.To!.Value,
            Email = deltagare.Person.Email,
            IsProtected = p.IsProtected || deltagare.IsProtected,
        };

    public override Dictionary<string, string> Values(DueCase due, PortalAddress portal, Municipality municipality) => new()
    {
        ["dag"] = due.Day.Written(),
        ["kontakt"] = municipality.Contact,
    };
}

/// <summary>The last day has passed, and either the end or the outcome is missing.</summary>
public sealed class EndWithoutOutcome() : Reminder("resultat-saknas", "Avslut utan resultat, till samordnaren", ReminderReceiver.Coordinator,
    ReminderStep.InWorkingDays(5, "resultat-saknas"))
{
    public override IQueryable<DueCase> Due(AppDb db, ReminderDays days) =>
        from p in Ends.WithoutOutcome(db, days)
        select new DueCase
        {
            CaseId = p.Id,
            Day = p.EndedOn ?? p.To!.Value,
            Email = db.Users.Where(u => u.Id == p.CoordinatorId).Select(u => u.Email).FirstOrDefault(),
        };

    public override Dictionary<string, string> Values(DueCase due, PortalAddress portal, Municipality municipality) => new()
    {
        ["lank"] = portal.Link($"/placeringar/{due.CaseId}"),
    };
}

public sealed class EndWithoutOutcomeForManager() : Reminder("resultat-saknas-chef", "Avslut utan resultat, till enhetschefen", ReminderReceiver.UnitManager,
    ReminderStep.InWorkingDays(15, "resultat-saknas-chef"))
{
    public override IQueryable<DueCase> Due(AppDb db, ReminderDays days) =>
        from p in Ends.WithoutOutcome(db, days)
        select new DueCase
        {
            CaseId = p.Id,
            Day = p.EndedOn ?? p.To!.Value,
            Email = (from g in db.RoleGrants
                     join u in db.Users on g.UserId equals u.Id
                     where g.Role == Role.UnitManager && g.Gren == p.Gren
                     orderby u.CreatedAt, u.Id
                     select u.Email).FirstOrDefault(),
        };

    public override Dictionary<string, string> Values(DueCase due, PortalAddress portal, Municipality municipality) => new()
    {
        ["lank"] = portal.Link($"/placeringar/{due.CaseId}"),
    };
}

file static class Ends
{
    public static IQueryable<Placement> Coming(AppDb db, ReminderDays days) =>
        db.Placements.Where(p => p.To >= days.Today && p.To <= days.Reach
            && p.StartedOn != null && p.EndedOn == null && p.VoidedAt == null);

    // Of a nameless placement only the end is asked for.
    public static IQueryable<Placement> WithoutOutcome(AppDb db, ReminderDays days) =>
        db.Placements.Where(p => p.StartedOn != null && p.Outcome == null && p.VoidedAt == null && (p.PersonId != null || p.EndedOn == null)
            && (p.EndedOn ?? p.To) >= days.Oldest && (p.EndedOn ?? p.To) <= days.Reach);
}
