using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Post.Mail;

namespace EnVagUt.Core.Cases.Agreements;

/// <summary>Letters about an agreement.</summary>
public sealed class AgreementLetters(CaseLetters about, Letters letters, PortalAddress portal, Municipality municipality)
{
    /// <summary>Where a personal link leads.</summary>
    public const string LinkPath = "/overenskommelse/godkann";

    public Task SentAsync(Placement p, Agreement agreement, Stamp stamp, CancellationToken ct)
    {
        CaseLetters.EnsureTheyLeave(p);
        return about.ToWorkplaceAsync(p, "overenskommelse-vantar", $"overenskommelse/{agreement.Id:N}/{agreement.Rounds}",
            $"/arbetsgivare/placeringar/{p.Id}/overenskommelse", stamp, ct, new() { ["period"] = p.Period.Written() });
    }

    public Task ApprovedByWorkplaceAsync(Placement p, Agreement agreement, Stamp stamp, CancellationToken ct) =>
        about.ToCoordinatorAsync(p, "overenskommelse-godkand-av-arbetsplats", $"overenskommelse-godkand/{agreement.Id:N}/{agreement.Rounds}",
            $"/placeringar/{p.Id}/overenskommelse/visa", stamp, ct, WaitsFor(agreement));

    /// <param name="secret">Stands in this letter and nowhere else; the row loses it when the letter has left.</param>
    public void Link(Placement p, ApprovalLink link, string secret, string to, Stamp stamp)
    {
        CaseLetters.EnsureTheyLeave(p);
        letters.Write("overenskommelse-personlig-lank", $"overenskommelse-lank/{link.Id:N}", to, stamp.At,
            new Dictionary<string, string>
            {
                ["giltig_till"] = link.ExpiresAt.StockholmDate().AddDays(-1).Written(),
                ["kontakt"] = municipality.Contact,
                ["lank"] = portal.Link($"{LinkPath}?nyckel={secret}"),
            }, p.Id);
    }

    public Task ApprovedByLinkAsync(Placement p, Agreement agreement, Approver approver, Stamp stamp, CancellationToken ct) =>
        about.ToCoordinatorAsync(p, "overenskommelse-godkand-med-lank", $"overenskommelse-godkand/{agreement.Id:N}/{agreement.Rounds}/{approver}",
            $"/placeringar/{p.Id}/overenskommelse/visa", stamp, ct, WaitsFor(agreement));

    public Task VoidedAsync(Placement p, Agreement agreement, Stamp stamp, CancellationToken ct) =>
        about.ToWorkplaceAsync(p, "overenskommelse-makulerad", $"overenskommelse-makulerad/{agreement.Id:N}", null, stamp, ct, new() { ["kontakt"] = municipality.Contact });

    private static Dictionary<string, string> WaitsFor(Agreement agreement) => new()
    {
        ["vantar_pa"] = agreement.Next is { } next && next != Approver.Municipality
            ? next.Word(agreement.Form).ToLower(SwedishTime.Culture)
            : "ditt eget godkännande för kommunen",
    };
}
