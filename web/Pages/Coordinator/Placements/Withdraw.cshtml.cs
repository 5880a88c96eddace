using EnVagUt.Core.Cases.Placements;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

/// <summary>Återta delning: what the workplace's pages show no more, and what it knows all the same.</summary>
public sealed class WithdrawModel(Reading reading, PlacementService placements) : PlacementPage(reading)
{
    public override PlacementAction? Verb => PlacementAction.Withdraw;

    public ToldFacts? Told { get; private set; }

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        Told = await ToldFacts.Of(Db, Id).FirstOrDefaultAsync(Ct);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await placements.WithdrawReleasesAsync(Id, Ct);
        return DoneHere(Case.RequestedAt is null ? "Delningen är återtagen." : "Delningen är återtagen. Ring arbetsplatsen om det den redan vet.");
    }
}
