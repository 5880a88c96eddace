using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Coordinator.Agreements;

/// <summary>The Word file.</summary>
public sealed class DocumentModel(Reading reading, AgreementFile file) : AgreementPage(reading)
{
    public IActionResult OnGet() => File(file.Write(Agreement!), AgreementFile.ContentType, AgreementFile.FileName(Agreement!));
}
