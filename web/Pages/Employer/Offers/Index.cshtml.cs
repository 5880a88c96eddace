using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Employer.Offers;

/// <summary>Mina platser.</summary>
[AllowRoles(Role.EmployerAdmin, Role.EmployerSupervisor, Role.EmployerReader)]
public sealed class IndexModel(AppDb db, Viewer viewer) : AppPage
{
    [FromQuery] public OfferStatus? Lage { get; set; }
    [FromQuery] public string? Fore { get; set; }
    [FromQuery] public string? Efter { get; set; }

    public KeyPage<OfferRow> Offers { get; private set; } = KeyPage<OfferRow>.None;
    public bool MayEdit => viewer.Is(Role.EmployerAdmin);

    protected override async Task LoadAsync()
    {
        var mine = viewer.EmployerIds;
        var offers = db.Offers.AsNoTracking().Where(o => mine.Contains(o.EmployerId));
        if (Lage is { } status)
            offers = offers.Where(o => o.Status == status);
        Offers = await offers.ReadPageAsync(o => o.SortKey, OfferRow.Of(db), Fore, Efter, Ct);
    }

    public void OnGet()
    {
    }
}
