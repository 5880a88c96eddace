using EnVagUt.Core.Access;
using EnVagUt.Core.Agreements;
using EnVagUt.Core.Data;
using EnVagUt.Core.Placements;
using EnVagUt.Core.Rules;
using EnVagUt.Web.Pages.Coordinator.Placements;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.Agreements;

/// <summary>A page about a placement's latest agreement; the case is read and its reading logged by <see cref="PlacementPage"/>.</summary>
public abstract class AgreementPage(AppDb db, Viewer viewer, ReadLog readLog, TimeProvider clock) : PlacementPage(db, viewer, readLog, clock)
{
    /// <summary>Null when none has been written.</summary>
    public AgreementView? Agreement { get; private set; }

    /// <summary>Of the agreement that was read: nobody changes or approves one that has been changed since.</summary>
    [BindProperty] public Guid Version { get; set; }

    public bool PlacementTakesIt => PlacementTransitions.Table.Allows(PlacementAction.Agreement, Facts);

    /// <summary>The pages that need an agreement are not found without one.</summary>
    protected virtual bool NeedsAgreement => true;

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        var view = await AgreementView.Of(Db.Agreements.AsNoTracking().Where(a => a.PlacementId == Id).OrderByDescending(a => a.Number)).FirstOrDefaultAsync(Ct);
        if (view is null && NeedsAgreement)
            throw new NotFoundException("Agreement");
        Agreement = view is null ? null : view with { PersonName = Case.Name };
        if (Version == default)
            Version = Agreement?.Version ?? default;
    }

    protected RedirectToPageResult DoneWithAgreement(string message) => Done("/Coordinator/Agreements/Show", message, new { Id });
}
