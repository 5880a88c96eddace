using EnVagUt.Core.Cases.Certificates;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Web.Fields;
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
