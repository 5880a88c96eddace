using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>
/// The two who hear of a case by letter. They are told that there is something to read in the portal, and never who or which
/// form: mail is open on its way, and a name beside a measure is secret (OSL 26 and 28 kap.). Nothing leaves about somebody
/// whose letters have been stopped.
/// </summary>
public sealed class CaseLetters(AppDb db, Letters letters, PortalAddress portal)
{
    /// <exception cref="RuleBreachException">No letters leave: somebody would wait for a question that never comes. Of protected identity it is asked by telephone.</exception>
    public static void EnsureTheyLeave(Placement p) => RuleBreachException.When(p is { LettersStoppedAt: not null, IsProtected: false }, Rule.LettersStopped);

    /// <summary>To the contact of the workplace, whose name is among the values.</summary>
    /// <param name="path">Where in the portal; null when there is nothing to do.</param>
    public async Task ToWorkplaceAsync(Placement p, string template, string key, string? path, Stamp stamp, CancellationToken ct,
        Dictionary<string, string>? values = null, Guid? documentId = null)
    {
        if (p.LettersStoppedAt is not null)
            return;
        var workplace = await db.Workplaces.AsNoTracking().Where(w => w.Id == p.WorkplaceId).Select(w => new { w.Name, w.ContactEmail }).SingleAsync(ct);
        Dictionary<string, string> all = new(values ?? []) { ["arbetsplats"] = workplace.Name };
        if (path is not null)
            all["lank"] = portal.Link(path);
        letters.Write(template, key, workplace.ContactEmail, stamp.At, all, p.Id, documentId);
    }

    /// <summary>To whoever coordinates the case today; nobody may.</summary>
    public async Task ToCoordinatorAsync(Placement p, string template, string key, string path, Stamp stamp, CancellationToken ct,
        Dictionary<string, string>? values = null)
    {
        if (p.LettersStoppedAt is null && await CaseMailbox.EmailAsync(db, p, stamp.Today, ct) is { } to)
            letters.Write(template, key, to, stamp.At, new Dictionary<string, string>(values ?? []) { ["lank"] = portal.Link(path) }, p.Id);
    }
}
