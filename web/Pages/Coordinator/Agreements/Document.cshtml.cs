using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Coordinator.Agreements;

/// <summary>The Word file.</summary>
[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class DocumentModel(AppDb db, Viewer viewer, ReadLog readLog, TimeProvider clock, AgreementFile file) : AgreementPage(db, viewer, readLog, clock)
{
    public IActionResult OnGet() => File(file.Write(Agreement!), AgreementFile.ContentType, AgreementFile.FileName(Agreement!));
}
