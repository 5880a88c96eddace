using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Web.Access;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Employer.Offers;

[AllowRoles(Role.EmployerAdmin)]
public sealed class NewModel(AppDb db, Viewer viewer, TimeProvider clock, RulebookService rulebook, OfferService offers)
    : OfferFormPage(db, viewer, clock, rulebook)
{
    [FromRoute(Name = "kind")] public string Slug { get; set; } = "";

    protected override Task LoadAsync()
    {
        Kind = OfferKindChoice.Find(Slug) ?? throw new NotFoundException($"Kind {Slug}");
        return LoadChoicesAsync();
    }

    public void OnGet()
    {
        Input = OfferForm.Blank(Kind.Form);
        if (Workplaces.Count == 1)
            Input.WorkplaceId = Guid.Parse(Workplaces[0].Value);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var id = await offers.DraftAsync(Input.ToDetails(Kind), Submit, Ct);
        return Done("Show", Submit ? "Anmälan är inskickad." : "Utkastet är sparat.", new { id });
    }
}
