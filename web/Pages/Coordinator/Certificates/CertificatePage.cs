using EnVagUt.Core.Access;
using EnVagUt.Core.Certificates;
using EnVagUt.Core.Data;
using EnVagUt.Core.Placements;
using EnVagUt.Core.Rules;
using EnVagUt.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.Certificates;

/// <summary>One written intyg, of a person of the viewer's grenar; every reading of it is logged as one of the case.</summary>
public abstract class CertificatePage(AppDb db, Viewer viewer, ReadLog readLog) : AppPage
{
    [FromRoute] public Guid Id { get; set; }
    public Certificate Certificate { get; private set; } = null!;

    protected override async Task LoadAsync()
    {
        Certificate = await db.Certificates.AsNoTracking().SingleOrDefaultAsync(c => c.Id == Id, Ct) ?? throw new NotFoundException(nameof(Certificate));
        readLog.Note(viewer, nameof(Placement), Certificate.PlacementId);
    }
}
