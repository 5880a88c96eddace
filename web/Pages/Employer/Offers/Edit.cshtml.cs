using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Web.Access;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Employer.Offers;

[AllowRoles(Role.EmployerAdmin)]
public sealed class EditModel(AppDb db, Viewer viewer, TimeProvider clock, RulebookService rulebook, OfferService offers)
    : OfferFormPage(db, viewer, clock, rulebook)
{
    private readonly TimeProvider _clock = clock;
    private OfferForm _stored = new();
    private Guid _version;

    [FromRoute] public Guid Id { get; set; }
    public string Title { get; private set; } = "";
    public string? ReturnedBecause { get; private set; }
    public bool CanEdit { get; private set; }

    protected override async Task LoadAsync()
    {
        var (offer, slots) = await OwnOfferAsync(Id);
        Kind = OfferKindChoice.Of(offer);
        (Title, ReturnedBecause) = (offer.Title, offer.ReturnedBecause);
        CanEdit = OfferTransitions.Table.Allows(OfferAction.Edit, new OfferFacts(offer.StatusOn(_clock.Today())));
        (_stored, _version) = (OfferForm.Of(offer, slots), offer.Version);
        await LoadChoicesAsync(offer.SupervisorId);
    }

    public void OnGet() => (Input, Version) = (_stored, _version);

    public async Task<IActionResult> OnPostAsync()
    {
        await offers.EditAsync(Id, Version ?? Guid.Empty, Input.ToDetails(Kind), Submit, Ct);
        return Done("Show", Submit ? "Anmälan är inskickad." : "Ändringarna är sparade.", new { Id });
    }
}
