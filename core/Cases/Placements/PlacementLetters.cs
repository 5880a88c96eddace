using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Calendars;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>Letters about a placement.</summary>
public sealed class PlacementLetters(AppDb db, CaseLetters about, StartFiles files, Municipality municipality)
{
    private const string SettledLetter = "plats-klar";

    /// <summary>With a personal link, so that nobody needs an account to answer.</summary>
    public async Task RequestedAsync(Placement p, Stamp stamp, CancellationToken ct)
    {
        CaseLetters.EnsureTheyLeave(p);
        // Of protected identity the workplace is asked by telephone, and its answer is recorded.
        if (p.IsProtected)
            return;
        var path = RequestLink.PathOf(db, p.Id, mayAnswerByLink: true, stamp.At);
        var contact = await db.Users.Where(u => u.Id == p.CoordinatorId).Select(u => u.DisplayName).SingleOrDefaultAsync(ct);
        await about.ToWorkplaceAsync(p, "forfragan-till-arbetsplats", $"forfragan/{p.Id:N}", path, stamp, ct,
            new() { ["period"] = p.Period.Written(), ["kontakt"] = municipality.ContactOf(contact) });
    }

    public Task AnsweredAsync(Placement p, AnswerKind answer, Stamp stamp, CancellationToken ct) =>
        about.ToCoordinatorAsync(p, answer switch
        {
            AnswerKind.Yes => "arbetsplatsen-tackar-ja",
            AnswerKind.No => "arbetsplatsen-tackar-nej",
            _ => "arbetsplatsen-vill-traffas",
        }, answer == AnswerKind.MeetFirst ? $"traffas/{p.Id:N}" : $"svar/{p.Id:N}", $"/placeringar/{p.Id}", stamp, ct);

    /// <summary>Klar för start: the paper is done, and the first day comes along as a file for the calendar.</summary>
    public async Task SettledAsync(Placement p, Stamp stamp, CancellationToken ct)
    {
        // A paper recorded afterwards tells the workplace nothing.
        if (p.From < stamp.Today || p.LettersStoppedAt is not null)
            return;
        var file = await files.AddAsync(p, CalendarMethod.Publish, stamp, ct);
        // Other times before the start make the paper undone, so this may be told once more.
        await about.ToWorkplaceAsync(p, SettledLetter, $"klar/{p.Id:N}/{file.Sequence}", "/arbetsgivare/placeringar", stamp, ct,
            new() { ["dag"] = p.From.Written() }, file.DocumentId);
    }

    public async Task CancelledAsync(Placement p, Stamp stamp, CancellationToken ct)
    {
        if (p.LettersStoppedAt is not null)
            return;
        const string path = "/arbetsgivare/oversikt";
        if (!await db.Mail.AnyAsync(m => m.CaseId == p.Id && m.Template == SettledLetter && (m.State == MailState.Sent || m.State == MailState.Sending), ct))
        {
            await about.ToWorkplaceAsync(p, "plats-slapps", $"slapp/{p.Id:N}", path, stamp, ct, new() { ["period"] = p.Period.Written() });
            return;
        }
        // The workplace has the first day in its calendar: it is told which day, with the file that takes it away.
        var file = await files.AddAsync(p, CalendarMethod.Cancel, stamp, ct);
        await about.ToWorkplaceAsync(p, "plats-installd", $"slapp/{p.Id:N}", path, stamp, ct, new() { ["dag"] = p.From.Written() }, file.DocumentId);
    }
}
