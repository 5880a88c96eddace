using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Web.Pages.Employer.Requests;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Employer.Agreements;

/// <summary>The agreement that has been sent to the workplace; a draft is not there. Names and time as in <see cref="RequestPage"/>.</summary>
public abstract class EmployerAgreementPage(AppDb db, Viewer viewer, TimeProvider clock, ReadLog readLog) : RequestPage(db, viewer, clock, readLog)
{
    public AgreementView Agreement => Versions.Shown!;

    public AgreementVersions Versions { get; private set; } = null!;

    /// <summary>Which version to show; without it the one that waits, or else the latest that holds.</summary>
    [BindProperty(SupportsGet = true, Name = "nummer")] public int? Number { get; set; }

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        // When it has not been held the person is gone from the employer's pages, and so is what was agreed about them.
        if (Placement.Name is null)
            throw new NotFoundException("Agreement");
        var views = await AgreementView.Of(Sent(Db, Id)).ToListAsync(Ct);
        Versions = new AgreementVersions($"/arbetsgivare/placeringar/{Id}/overenskommelse",
            [.. views.Select(v => v with { PersonName = Placement.Name, ForEmployer = true })], Number);
        if (Versions.Shown is null)
            throw new NotFoundException("Agreement");
    }

    internal static IQueryable<Agreement> Sent(AppDb db, Guid placementId) =>
        db.Agreements.AsNoTracking().Where(a => a.PlacementId == placementId && a.SentAt != null).OrderByDescending(a => a.Number);
}
