using EnVagUt.Core.Desk.ByHand;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Staff.ByHand;

/// <summary>The chosen letters on paper, or the oldest of all: one on each page.</summary>
[AllowRoles(Role.Coordinator, Role.Consultant, Role.BusinessContact, Role.UnitManager)]
public sealed class PrintModel(AppDb db, Viewer viewer, ByHandService byHand, Municipality municipality, TimeProvider clock) : ByHandPage(db, viewer, clock)
{
    /// <summary>What goes into a printer at once; the rest comes when these are posted.</summary>
    public const int Most = 50;

    [BindProperty(SupportsGet = true, Name = "brev")] public Guid[] Chosen { get; set; } = [];

    public IReadOnlyList<Letter> Letters { get; private set; } = [];
    public string Sender => municipality.Contact;

    protected override async Task LoadAsync()
    {
        var (chosen, waiting) = (Chosen.Take(Most).ToList(), Waiting);
        if (chosen.Count > 0)
            waiting = waiting.Where(m => chosen.Contains(m.Id));
        Letters = await waiting.OrderByDescending(m => m.SortKey).Select(Read).Take(Most).ToListAsync(Ct);
        await FindReceiversAsync(Letters);
    }

    public void OnGet()
    {
    }

    /// <summary>Only what stood on the page that was printed: what has come meanwhile is not on paper.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        RuleBreachException.When(Chosen.Length == 0, Rule.NothingToRecord);
        var posted = await byHand.PostedAsync(Chosen, Ct);
        return Done("/Staff/ByHand/Index", posted == 1 ? "1 brev är noterat som skickat med post." : $"{posted} brev är noterade som skickade med post.");
    }
}
