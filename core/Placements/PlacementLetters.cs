using EnVagUt.Core.Data;
using EnVagUt.Core.FirstDays;
using EnVagUt.Core.Mail;
using EnVagUt.Core.Rules;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Placements;

/// <summary>
/// Letters about a placement. They say that there is something to read in the portal, and never who or which form:
/// mail is open on its way, and a name beside a measure is secret (OSL 26 and 28 kap.).
/// </summary>
public sealed class PlacementLetters(AppDb db, Letters letters, PortalAddress portal)
{
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
        var to = await db.Users.AsNoTracking().Where(u => u.Id == p.CoordinatorId).Select(u => u.Email).SingleOrDefaultAsync(ct);
        if (to is null)
            return;
        letters.Write(yes ? "arbetsplatsen-tackar-ja" : "arbetsplatsen-tackar-nej", $"svar/{p.Id:N}", to, stamp.At,
            new Dictionary<string, string> { ["lank"] = portal.Link($"/placeringar/{p.Id}") }, p.Id);
    }

    /// <summary>The one who should have begun did not come.</summary>
    public async Task DidNotComeAsync(Placement p, FirstDayQuestion question, Stamp stamp, CancellationToken ct)
    {
        var key = $"kom-inte/{question.Id:N}";
        var to = await db.Users.AsNoTracking().Where(u => u.Id == p.CoordinatorId).Select(u => u.Email).SingleOrDefaultAsync(ct);
        // Told once, however often the answer is changed.
        if (to is null || await db.Mail.AnyAsync(m => m.Key == key, ct))
            return;
        letters.Write("kom-inte-forsta-dagen", key, to, stamp.At,
            new Dictionary<string, string> { ["lank"] = portal.Link($"/placeringar/{p.Id}") }, p.Id);
    }

    public async Task CancelledAsync(Placement p, Stamp stamp, CancellationToken ct)
    {
        if (p.LettersStoppedAt is not null)
            return;
        var workplace = await db.Workplaces.AsNoTracking().Where(w => w.Id == p.WorkplaceId)
            .Select(w => new { w.Name, w.ContactEmail }).SingleAsync(ct);
        letters.Write("plats-slapps", $"slapp/{p.Id:N}", workplace.ContactEmail, stamp.At,
            new Dictionary<string, string>
            {
                ["arbetsplats"] = workplace.Name,
                ["period"] = p.Period.ToString(),
                ["lank"] = portal.Link("/arbetsgivare/oversikt"),
            }, p.Id);
    }
}
