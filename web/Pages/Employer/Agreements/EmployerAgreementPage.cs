using EnVagUt.Core.Access;
using EnVagUt.Core.Agreements;
using EnVagUt.Core.Data;
using EnVagUt.Core.Rules;
using EnVagUt.Web.Pages.Employer.Requests;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Employer.Agreements;

/// <summary>The agreement that has been sent to the workplace; a draft is not there. Names and time as in <see cref="RequestPage"/>.</summary>
public abstract class EmployerAgreementPage(AppDb db, Viewer viewer, TimeProvider clock, ReadLog readLog) : RequestPage(db, viewer, clock, readLog)
{
    public AgreementView Agreement { get; private set; } = null!;

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        // When it has not been held the person is gone from the employer's pages, and so is what was agreed about them.
        if (Placement.Name is null)
            throw new NotFoundException("Agreement");
        var view = await AgreementView.Of(Sent(Db, Id)).FirstOrDefaultAsync(Ct) ?? throw new NotFoundException("Agreement");
        Agreement = view with { PersonName = Placement.Name, ForEmployer = true };
    }

    internal static IQueryable<Agreement> Sent(AppDb db, Guid placementId) =>
        db.Agreements.AsNoTracking().Where(a => a.PlacementId == placementId && a.SentAt != null).OrderByDescending(a => a.Number);
}
