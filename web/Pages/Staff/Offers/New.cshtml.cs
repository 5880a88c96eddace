using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Web.Access;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Staff.Offers;

[AllowRoles(Role.Coordinator, Role.Consultant, Role.BusinessContact, Role.UnitManager)]
public sealed class NewModel(AppDb db, Viewer viewer, TimeProvider clock, RulebookService rulebook, OfferService offers) : StaffOfferPage(db, viewer, clock, rulebook)
{
    private readonly Viewer _viewer = viewer;

    [FromRoute] public Guid Id { get; set; }
    [FromRoute(Name = "kind")] public string Slug { get; set; } = "";

    protected override async Task LoadAsync()
    {
        Kind = OfferKindChoice.Find(Slug) ?? throw new NotFoundException($"Kind {Slug}");
        await LoadEmployerAsync(Id);
        await LoadChoicesAsync();
    }

    public void OnGet()
    {
        Input = OfferForm.Blank(Kind.Form);
        if (Workplaces.Count == 1)
            Input.WorkplaceId = Guid.Parse(Workplaces[0].Value);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var id = await offers.DraftAsync(Input.ToDetails(Kind), submit: true, Ct, Said!.ToSaid());
        return Done("Show", OfferTransitions.Table[OfferAction.Publish].Who.Any(_viewer.Is) ? "Anmälan är sparad." : "Anmälan är sparad och väntar på att publiceras.", new { id });
    }
}
