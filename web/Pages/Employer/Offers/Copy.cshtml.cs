using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Web.Access;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Employer.Offers;

/// <summary>Kopiera med nya datum: a new offer filled in from an old one, without its dates and the answers about staffing.</summary>
[AllowRoles(Role.EmployerAdmin)]
public sealed class CopyModel(AppDb db, Viewer viewer, TimeProvider clock, RulebookService rulebook, OfferService offers)
    : OfferFormPage(db, viewer, clock, rulebook)
{
    private OfferForm _source = new();

    [FromRoute] public Guid Id { get; set; }
    public string Title { get; private set; } = "";

    protected override async Task LoadAsync()
    {
        var (offer, slots) = await OwnOfferAsync(Id);
        Kind = OfferKindChoice.Of(offer);
        Title = offer.Title;
        _source = OfferForm.Of(offer, slots);
        (_source.From, _source.To) = (null, null);
        // What was true of the staffing then may not be true now.
        (_source.ReplacesLeaver, _source.ReemploymentRight, _source.BeyondStaffing) = (null, null, null);
        await LoadChoicesAsync();
    }

    public void OnGet() => Input = _source;

    public async Task<IActionResult> OnPostAsync()
    {
        var id = await offers.DraftAsync(Input.ToDetails(Kind), Submit, Ct);
        return Done("Show", Submit ? "Anmälan är inskickad." : "Utkastet är sparat.", new { id });
    }
}
