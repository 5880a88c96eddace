using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Agreements;

/// <summary>Letters about an agreement: that there is something to do in the portal, never about whom (see <see cref="PlacementLetters"/>).</summary>
public sealed class AgreementLetters(AppDb db, Letters letters, PortalAddress portal, Municipality municipality)
{
    /// <summary>Where a personal link leads.</summary>
    public const string LinkPath = "/overenskommelse/godkann";

    public async Task SentAsync(Placement p, Agreement agreement, Stamp stamp, CancellationToken ct)
    {
        RuleBreachException.When(p.LettersStoppedAt is not null, Rule.LettersStopped);
        var workplace = await db.Workplaces.AsNoTracking().Where(w => w.Id == p.WorkplaceId)
            .Select(w => new { w.Name, w.ContactEmail }).SingleAsync(ct);
        letters.Write("overenskommelse-vantar", $"overenskommelse/{agreement.Id:N}/{agreement.Rounds}", workplace.ContactEmail, stamp.At,
            new Dictionary<string, string>
            {
                ["arbetsplats"] = workplace.Name,
                ["period"] = p.Period.ToString(),
                ["lank"] = portal.Link($"/arbetsgivare/placeringar/{p.Id}/overenskommelse"),
            }, p.Id);
    }

    public async Task ApprovedByWorkplaceAsync(Placement p, Agreement agreement, Stamp stamp, CancellationToken ct)
    {
        if (p.LettersStoppedAt is not null)
            return;
        var to = await CaseMailbox.EmailAsync(db, p, stamp.Today, ct);
        if (to is null)
            return;
        letters.Write("overenskommelse-godkand-av-arbetsplats", $"overenskommelse-godkand/{agreement.Id:N}/{agreement.Rounds}", to, stamp.At,
            new Dictionary<string, string> { ["lank"] = portal.Link($"/placeringar/{p.Id}/overenskommelse/visa") }, p.Id);
    }

    /// <param name="secret">Stands in this letter and nowhere else; the row loses it when the letter has left.</param>
    public void Link(Placement p, ApprovalLink link, string secret, string to, Stamp stamp)
    {
        RuleBreachException.When(p.LettersStoppedAt is not null, Rule.LettersStopped);
        letters.Write("overenskommelse-personlig-lank", $"overenskommelse-lank/{link.Id:N}", to, stamp.At,
            new Dictionary<string, string>
            {
                ["giltig_till"] = link.ExpiresAt.StockholmDate().AddDays(-1).Written(),
                ["kontakt"] = municipality.Contact,
                ["lank"] = portal.Link($"{LinkPath}?nyckel={secret}"),
            }, p.Id);
    }

    public async Task ApprovedByLinkAsync(Placement p, Agreement agreement, Approver approver, Stamp stamp, CancellationToken ct)
    {
        if (p.LettersStoppedAt is not null)
            return;
        var to = await CaseMailbox.EmailAsync(db, p, stamp.Today, ct);
        if (to is null)
            return;
        letters.Write("overenskommelse-godkand-med-lank", $"overenskommelse-godkand/{agreement.Id:N}/{agreement.Rounds}/{approver}", to, stamp.At,
            new Dictionary<string, string> { ["lank"] = portal.Link($"/placeringar/{p.Id}/overenskommelse/visa") }, p.Id);
    }

    public async Task VoidedAsync(Placement p, Agreement agreement, Stamp stamp, CancellationToken ct)
    {
        if (p.LettersStoppedAt is not null)
            return;
        var workplace = await db.Workplaces.AsNoTracking().Where(w => w.Id == p.WorkplaceId)
            .Select(w => new { w.Name, w.ContactEmail }).SingleAsync(ct);
        letters.Write("overenskommelse-makulerad", $"overenskommelse-makulerad/{agreement.Id:N}", workplace.ContactEmail, stamp.At,
            new Dictionary<string, string> { ["arbetsplats"] = workplace.Name, ["kontakt"] = municipality.Contact }, p.Id);
    }
}
