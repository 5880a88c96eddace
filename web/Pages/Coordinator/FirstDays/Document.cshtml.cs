using EnVagUt.Core.Cases.FirstDays;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Coordinator.FirstDays;

/// <summary>The Word file.</summary>
public sealed class DocumentModel(Reading reading) : FirstDayPage(reading)
{
    public IActionResult OnGet() => Sheet is null ? NotFound() : File(FirstDayFile.Write(Sheet), FirstDayFile.ContentType, FirstDayFile.FileName);
}
