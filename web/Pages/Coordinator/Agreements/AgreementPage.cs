using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Web.Access;
using EnVagUt.Web.Pages.Coordinator.Placements;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.Agreements;

/// <summary>A page about a placement's agreement; the case is read and its reading logged by <see cref="PlacementPage"/>.</summary>
public abstract class AgreementPage(Reading reading) : PlacementPage(reading)
{
    /// <summary>The version that is shown; null when none has been written.</summary>
    public AgreementView? Agreement => Versions.Shown;

    public AgreementVersions Versions { get; private set; } = null!;

    /// <summary>Which version to show; without it the one that is under way, or else the latest that holds.</summary>
    [BindProperty(SupportsGet = true, Name = "nummer")] public int? Number { get; set; }

    /// <summary>Of the agreement that was read: nobody changes or approves one that has been changed since.</summary>
    [BindProperty] public Guid Version { get; set; }

    public bool PlacementTakesIt => PlacementTransitions.Table.Allows(PlacementAction.Agreement, Facts);

    /// <summary>The pages that need an agreement are not found without one.</summary>
    protected virtual bool NeedsAgreement => true;

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        var views = await AgreementView.Of(Db.Agreements.AsNoTracking().Where(a => a.PlacementId == Id).OrderByDescending(a => a.Number)).ToListAsync(Ct);
        Versions = new AgreementVersions($"/placeringar/{Id}/overenskommelse/visa", [.. views.Select(v => v with { PersonName = Case.Name })], Number);
        if (Agreement is null && (NeedsAgreement || Number is not null))
            throw new NotFoundException("Agreement");
        if (Version == default)
            Version = Agreement?.Version ?? default;
    }

    protected RedirectToPageResult DoneWithAgreement(string message) => Done("/Coordinator/Agreements/Show", message, new { Id });
}
