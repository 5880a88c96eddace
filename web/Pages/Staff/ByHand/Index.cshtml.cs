using EnVagUt.Core.Desk.ByHand;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Staff.ByHand;

/// <summary>«Ring/brev i dag», the oldest first.</summary>
[AllowRoles(Role.Coordinator, Role.Consultant, Role.BusinessContact, Role.UnitManager)]
public sealed class IndexModel(AppDb db, Viewer viewer, ByHandService byHand, TimeProvider clock) : ByHandPage(db, viewer, clock)
{
    [BindProperty(SupportsGet = true, Name = "fore")] public string? Before { get; set; }
    [BindProperty(SupportsGet = true, Name = "efter")] public string? After { get; set; }

    [BindProperty] public Guid Id { get; set; }
    [BindProperty] public ByHandWay? How { get; set; }

    public KeyPage<Letter> Letters { get; private set; } = KeyPage<Letter>.None;

    protected override async Task LoadAsync()
    {
        // The key has the newest first; here nobody waits longer than who has waited longest.
        Letters = await Waiting.ReadPageAsync(m => m.SortKey, Read, Before, After, Ct, counted: Waiting, descending: true);
        await FindReceiversAsync(Letters.Rows);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var how = How ?? throw new RuleBreachException(Rule.Required, nameof(How));
        await byHand.HandleAsync(Id, how, Ct);
        return Done("/Staff/ByHand/Index", $"Brevet är avklarat: {how.Label().ToLowerInvariant()}.");
    }
}
