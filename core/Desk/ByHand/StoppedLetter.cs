using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Post.Mail;

namespace EnVagUt.Core.Desk.ByHand;

/// <summary>A letter that was stopped before it left, as a case's page lists it: no address, no text.</summary>
public sealed record StoppedLetter(string Subject, DateTime WrittenAt, string Template, string? Reminder)
{
    /// <summary>A case has few letters; more than this are not listed.</summary>
    public const int Most = 50;

    public string To => LetterReceivers.Words(Reminder, Template);

    /// <param name="db">The database.</param>
    /// <param name="placements">Whose letters; the viewer's own.</param>
    /// <param name="waiting">Those that would be stopped now instead.</param>
    public static IQueryable<StoppedLetter> Of(AppDb db, IQueryable<Placement> placements, bool waiting = false)
    {
        var states = waiting ? OutgoingMail.Stoppable : [MailState.Stopped];
        return (
            from p in placements
            join m in db.Mail on (Guid?)p.Id equals m.CaseId
            where states.Contains(m.State)
            orderby m.SortKey
            select new StoppedLetter(m.Subject, m.CreatedAt, m.Template, db.Reminders.Where(e => e.MailId == m.Id).Select(e => e.Reminder).FirstOrDefault()))
            .Take(Most);
    }
}
