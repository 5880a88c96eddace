using EnVagUt.Core.Desk.ByHand;
using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Admin.Mail;

[AllowRoles(Role.Administrator)]
public sealed class LetterModel(AppDb db, Viewer viewer, ReadLog readLog, MailService mail) : AppPage
{
    public sealed record Shown(string Subject, string Text, string Address, string Template, string? Reminder, Guid? CaseId, MailState State, DateTime CreatedAt, DateTime? SentAt,
        int Attempts, DateTime NextAttemptAt, string? LastError, string? FileName)
    {
        /// <summary>The address; of a person's letter only that it is a person's.</summary>
        public string To => LetterReceivers.IsPersons(Reminder, Template) ? LetterReceivers.Words(Reminder, Template) : Address;
    }

    [FromRoute] public Guid Id { get; set; }

    public Shown Letter { get; private set; } = null!;

    /// <summary>What the letter reminds of: several cases in a daily one.</summary>
    public IReadOnlyList<(Reminder Reminder, Guid CaseId, DateOnly Day)> Cases { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        Letter = await db.Mail.AsNoTracking().Where(m => m.Id == Id)
            .Select(m => new Shown(m.Subject, m.Text, m.To, m.Template, db.Reminders.Where(e => e.MailId == m.Id).Select(e => e.Reminder).FirstOrDefault(), m.CaseId, m.State, m.CreatedAt, m.SentAt, m.Attempts, m.NextAttemptAt, m.LastError,
                db.FrozenDocuments.Where(d => d.Id == m.DocumentId).Select(d => d.FileName).FirstOrDefault()))
            .SingleOrDefaultAsync(Ct) ?? throw new NotFoundException(nameof(OutgoingMail));
        // What a letter about a case says is read of the case, whoever may open it.
        if (HttpMethods.IsGet(Request.Method) && Letter.CaseId is { } caseId)
            readLog.Note(viewer, nameof(OutgoingMail), caseId);
        Cases = [.. (await db.Reminders.AsNoTracking().Where(e => e.MailId == Id).OrderBy(e => e.Day).Select(e => new { e.Reminder, e.CaseId, e.Day }).ToListAsync(Ct))
            .Where(e => ReminderCatalogue.Find(e.Reminder) is not null).Select(e => (ReminderCatalogue.Find(e.Reminder)!, e.CaseId, e.Day))];
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await mail.ResendAsync(Id, Ct);
        return Done("/Admin/Mail/Letter", "Brevet skickas igen inom en minut.", new { Id });
    }
}
