using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Calendars;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>
/// Letters about a placement. They say that there is something to read in the portal, and never who or which form:
/// mail is open on its way, and a name beside a measure is secret (OSL 26 and 28 kap.).
/// </summary>
public sealed class PlacementLetters(AppDb db, Letters letters, PortalAddress portal, StartFiles files)
{
    private const string SettledLetter = "plats-klar";

    /// <exception cref="RuleBreachException">No letters leave: the workplace would wait for a question that never comes.</exception>
    public async Task RequestedAsync(Placement p, Stamp stamp, CancellationToken ct)
    {
        RuleBreachException.When(p.LettersStoppedAt is not null, Rule.LettersStopped);
        var workplace = await db.Workplaces.AsNoTracking().Where(w => w.Id == p.WorkplaceId)
            .Select(w => new { w.Name, w.ContactEmail }).SingleAsync(ct);
        letters.Write("forfragan-till-arbetsplats", $"forfragan/{p.Id:N}", workplace.ContactEmail, stamp.At,
            new Dictionary<string, string>
            {
                ["arbetsplats"] = workplace.Name,
                ["period"] = p.Period.ToString(),
                ["lank"] = portal.Link($"/arbetsgivare/forfragningar/{p.Id}"),
            }, p.Id);
    }

    public async Task AnsweredAsync(Placement p, bool yes, Stamp stamp, CancellationToken ct)
    {
        if (p.LettersStoppedAt is not null)
            return;
        var to = await CaseMailbox.EmailAsync(db, p, stamp.Today, ct);
        if (to is null)
            return;
        letters.Write(yes ? "arbetsplatsen-tackar-ja" : "arbetsplatsen-tackar-nej", $"svar/{p.Id:N}", to, stamp.At,
            new Dictionary<string, string> { ["lank"] = portal.Link($"/placeringar/{p.Id}") }, p.Id);
    }

    /// <summary>Klar för start: the paper is done, and the first day comes along as a file for the calendar.</summary>
    public async Task SettledAsync(Placement p, Stamp stamp, CancellationToken ct)
    {
        // A paper recorded afterwards tells the workplace nothing; of persons with protected identity nothing goes to calendars.
        if (p.From < stamp.Today || p.IsProtected || p.LettersStoppedAt is not null)
            return;
        var workplace = await db.Workplaces.AsNoTracking().Where(w => w.Id == p.WorkplaceId)
            .Select(w => new { w.Name, w.ContactEmail }).SingleAsync(ct);
        var file = await files.AddAsync(p, CalendarMethod.Publish, stamp, ct);
        // Other times before the start make the paper undone, so this may be told once more.
        letters.Write(SettledLetter, $"klar/{p.Id:N}/{file.Sequence}", workplace.ContactEmail, stamp.At,
            new Dictionary<string, string>
            {
                ["arbetsplats"] = workplace.Name,
                ["dag"] = p.From.Written(),
                ["lank"] = portal.Link("/arbetsgivare/placeringar"),
            }, p.Id, file.DocumentId);
    }

    public async Task CancelledAsync(Placement p, Stamp stamp, CancellationToken ct)
    {
        if (p.LettersStoppedAt is not null)
            return;
        var workplace = await db.Workplaces.AsNoTracking().Where(w => w.Id == p.WorkplaceId)
            .Select(w => new { w.Name, w.ContactEmail }).SingleAsync(ct);
        if (await db.Mail.AnyAsync(m => m.CaseId == p.Id && m.Template == SettledLetter && (m.State == MailState.Sent || m.State == MailState.Sending), ct))
        {
            await CalledOffAsync(p, workplace.Name, workplace.ContactEmail, stamp, ct);
            return;
        }
        letters.Write("plats-slapps", $"slapp/{p.Id:N}", workplace.ContactEmail, stamp.At,
            new Dictionary<string, string>
            {
                ["arbetsplats"] = workplace.Name,
                ["period"] = p.Period.ToString(),
                ["lank"] = portal.Link("/arbetsgivare/oversikt"),
            }, p.Id);
    }

    /// <summary>The workplace has the first day in its calendar: it is told which day, with the file that takes it away.</summary>
    private async Task CalledOffAsync(Placement p, string workplace, string to, Stamp stamp, CancellationToken ct)
    {
        var file = await files.AddAsync(p, CalendarMethod.Cancel, stamp, ct);
        letters.Write("plats-installd", $"slapp/{p.Id:N}", to, stamp.At,
            new Dictionary<string, string>
            {
                ["arbetsplats"] = workplace,
                ["dag"] = p.From.Written(),
                ["lank"] = portal.Link("/arbetsgivare/oversikt"),
            }, p.Id, file.DocumentId);
    }
}
