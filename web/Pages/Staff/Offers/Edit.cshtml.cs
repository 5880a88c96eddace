using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Web.Access;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Staff.Offers;

/// <summary>What was sent back for completion, completed for an employer who tells it on the telephone.</summary>
[AllowRoles(Role.Coordinator, Role.Consultant, Role.BusinessContact, Role.UnitManager)]
public sealed class EditModel(AppDb db, Viewer viewer, TimeProvider clock, RulebookService rulebook, OfferService offers) : StaffOfferPage(db, viewer, clock, rulebook)
{
    private readonly (AppDb Db, TimeProvider Clock) _own = (db, clock);
    private (OfferForm Form, Guid Version) _stored;

    [FromRoute] public Guid Id { get; set; }
    public string Title { get; private set; } = "";
    public string? ReturnedBecause { get; private set; }
    public bool CanEdit { get; private set; }

    protected override async Task LoadAsync()
    {
        var employer = await _own.Db.Offers.Where(o => o.Id == Id && o.Status != OfferStatus.Draft).Select(o => (Guid?)o.EmployerId).SingleOrDefaultAsync(Ct)
            ?? throw new NotFoundException(nameof(Offer));
        await LoadEmployerAsync(employer);
        var (offer, slots) = await OwnOfferAsync(Id);
        Kind = OfferKindChoice.Of(offer);
        (Title, ReturnedBecause) = (offer.Title, offer.ReturnedBecause);
        CanEdit = OfferTransitions.Table.Allows(OfferAction.Edit, new OfferFacts(offer.StatusOn(_own.Clock.Today())));
        _stored = (OfferForm.Of(offer, slots), offer.Version);
        await LoadChoicesAsync(offer.SupervisorId);
    }

    public void OnGet() => (Input, Version) = _stored;

    public async Task<IActionResult> OnPostAsync()
    {
        await offers.EditAsync(Id, Version ?? Guid.Empty, Input.ToDetails(Kind), submit: true, Ct, Said!.ToSaid());
        return Done("Show", "Anmälan är sparad.", new { Id });
    }
}
