using EnVagUt.Core.Access;
using EnVagUt.Core.Data;
using EnVagUt.Core.Mail;
using EnVagUt.Web.Access;
using EnVagUt.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Admin.Mail;

[AllowRoles(Role.Administrator)]
public sealed class IndexModel(AppDb db, IMailTransport transport) : AppPage
{
    public sealed record Row(Guid Id, string Subject, string To, DateTime CreatedAt, MailState State, int Attempts);

    [BindProperty(SupportsGet = true)] public MailState? State { get; set; }
    [BindProperty(SupportsGet = true, Name = "fore")] public string? Before { get; set; }
    [BindProperty(SupportsGet = true, Name = "efter")] public string? After { get; set; }

    public KeyPage<Row> Letters { get; private set; } = KeyPage<Row>.None;
    public string Transport => transport.Name;

    protected override async Task LoadAsync() =>
        Letters = await db.Mail.AsNoTracking().Where(m => State == null || m.State == State)
            .ReadPageAsync(m => m.SortKey, m => new Row(m.Id, m.Subject, m.To, m.CreatedAt, m.State, m.Attempts), Before, After, Ct);

    public void OnGet()
    {
    }
}
