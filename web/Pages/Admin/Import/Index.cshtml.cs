using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Desk.Import;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Admin.Import;

[AllowRoles(Role.Administrator)]
[RequestSizeLimit(2 * ImportText.MostBytes)]
public sealed class IndexModel(AppDb db, ImportService imports) : AppPage
{
    public sealed record Draft(Guid Id, ImportKind Kind, string FileName, DateTime UploadedAt);

    [BindProperty, Required] public ImportKind? Kind { get; set; }
    [BindProperty, Required] public IFormFile? Upload { get; set; }

    public IReadOnlyList<Draft> Drafts { get; private set; } = [];

    protected override async Task LoadAsync() =>
        Drafts = await db.ImportDrafts.AsNoTracking().OrderByDescending(d => d.UploadedAt)
            .Select(d => new Draft(d.Id, d.Kind, d.FileName, d.UploadedAt)).Take(20).ToListAsync(Ct);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var file = Upload!;
        RuleBreachException.When(file.Length > ImportText.MostBytes, Rule.ImportFileTooLarge, nameof(Upload), ImportText.MostBytes / 1024 / 1024);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, Ct);
        var id = await imports.UploadAsync(Kind!.Value, Path.GetFileName(file.FileName), bytes.ToArray(), Ct);
        return RedirectToPage("/Admin/Import/Preview", new { id });
    }
}
