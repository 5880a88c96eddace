using EnVagUt.Core.Cases.Certificates;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Coordinator.Certificates;

/// <summary>The Word file.</summary>
[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class DocumentModel(AppDb db, Viewer viewer, ReadLog readLog, CertificateFile file) : CertificatePage(db, viewer, readLog)
{
    public IActionResult OnGet() => File(file.Write(Certificate), CertificateFile.ContentType, CertificateFile.FileName(Certificate));
}
