using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Web.Access;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Staff.Offers;

/// <summary>What an employer has decided about its platsanmälan and told staff: pause, go on, close.</summary>
[AllowRoles(Role.Coordinator, Role.Consultant, Role.BusinessContact, Role.UnitManager)]
public sealed class DecideModel(AppDb db, Viewer viewer, TimeProvider clock, OfferService offers) : ReviewPage(db)
{
    private static readonly Dictionary<OfferAction, string> Words = new()
    {
        [OfferAction.Keep] = "Ha kvar platsen, fast vi inte har hittat någon än",
        [OfferAction.Pause] = "Pausa: vi föreslår ingen tills vidare", [OfferAction.Resume] = "Återuppta", [OfferAction.Close] = "Avsluta: platsen finns inte längre",
    };

    private readonly AppDb _db = db;

    [BindProperty, Required] public OfferAction? Decision { get; set; }
    [BindProperty] public BehalfForm Said { get; set; } = new();

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    /// <summary>Somebody is on the way to the place, or there: it is not closed under them.</summary>
    public bool IsBooked { get; private set; }

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        var offer = await _db.Offers.AsNoTracking().SingleAsync(o => o.Id == Id, Ct);
        var facts = new OfferFacts(offer.StatusOn(clock.Today())) { IsBooked = await OfferService.IsBookedAsync(_db, Id, clock.UtcNow(), Ct) };
        IsBooked = facts.IsBooked;
        Choices = [.. Words.Where(w => OfferTransitions.Table.Allows(w.Key, facts, viewer.Roles, onBehalf: true)).Select(w => new SelectListItem(w.Value, w.Key.ToString()))];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        RuleBreachException.When(Choices.All(c => c.Value != $"{Decision}"), Rule.NotAllowedInStatus, nameof(Decision));
        var said = Said.ToSaid();
        if (Decision == OfferAction.Close)
            await offers.CloseAsync(Id, Ct, said);
        else if (Decision == OfferAction.Keep)
            await offers.KeepAsync(Id, Ct, said);
        else
            await offers.PauseAsync(Id, Decision == OfferAction.Pause, Ct, said);
        return Done("Show", "Det arbetsgivaren bestämde är sparat.", new { Id });
    }
}
