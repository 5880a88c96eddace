using EnVagUt.Core.Desk.ByHand;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Admin.Mail;

[AllowRoles(Role.Administrator)]
public sealed class IndexModel(AppDb db, MailService mail, MailRoute route) : AppPage
{
    private const int MostErrors = 3;

    public sealed record Row(Guid Id, string Subject, string Address, string Template, string? Reminder, DateTime CreatedAt, MailState State, int Attempts, DateTime NextAttemptAt, string? LastError)
    {
        /// <summary>The address; of a person's letter only that it is a person's.</summary>
        public string To => LetterReceivers.IsPersons(Reminder, Template) ? LetterReceivers.Words(Reminder, Template) : Address;
    }

    /// <param name="Error">What is wrong and the mail server's answer, without addresses.</param>
    public sealed record Waiting(string? Error, int Count);

    [BindProperty(SupportsGet = true)] public MailState? State { get; set; }
    [BindProperty(SupportsGet = true, Name = "fore")] public string? Before { get; set; }
    [BindProperty(SupportsGet = true, Name = "efter")] public string? After { get; set; }
    [BindProperty] public List<Guid> Chosen { get; set; } = [];

    public KeyPage<Row> Letters { get; private set; } = KeyPage<Row>.None;

    /// <summary>Letters that have been tried in vain and are tried again, by the answer they got; the commonest first.</summary>
    public IReadOnlyList<Waiting> Retried { get; private set; } = [];

    public int Dead { get; private set; }
    public string Route => route.Name;
    public IEnumerable<Waiting> CommonestErrors => Retried.Take(MostErrors);

    protected override async Task LoadAsync()
    {
        Retried = await db.Mail.Where(m => m.State == MailState.Queued && m.Attempts > 0)
            .GroupBy(m => m.LastError).OrderByDescending(g => g.Count()).ThenBy(g => g.Key)
            .Select(g => new Waiting(g.Key, g.Count())).ToListAsync(Ct);
        Dead = await db.Mail.CountAsync(m => m.State == MailState.Dead, Ct);
        Letters = await db.Mail.AsNoTracking().Where(m => State == null || m.State == State)
            .ReadPageAsync(m => m.SortKey,
                m => new Row(m.Id, m.Subject, m.To, m.Template, db.Reminders.Where(e => e.MailId == m.Id).Select(e => e.Reminder).FirstOrDefault(), m.CreatedAt, m.State, m.Attempts, m.NextAttemptAt, m.LastError), Before, After, Ct);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var sent = await mail.ResendAsync(Chosen, Ct);
        return Done("/Admin/Mail/Index", $"{sent} brev skickas igen inom en minut.", new { State });
    }
}
