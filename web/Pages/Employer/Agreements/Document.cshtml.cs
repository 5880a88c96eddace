using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Employer.Agreements;

/// <summary>The Word file, with no more than the page shows.</summary>
[AllowRoles(Role.EmployerAdmin, Role.EmployerSupervisor)]
public sealed class DocumentModel(AppDb db, Viewer viewer, TimeProvider clock, ReadLog readLog, AgreementFile file)
    : EmployerAgreementPage(db, viewer, clock, readLog)
{
    public IActionResult OnGet() => File(file.Write(Agreement), AgreementFile.ContentType, AgreementFile.FileName(Agreement));
}
