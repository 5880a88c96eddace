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
public sealed class PreviewModel(AppDb db, ImportService imports) : AppPage
{
    public const int ShownFaults = 200;

    public sealed record FileRow(ImportKind Kind, string FileName);

    [FromRoute] public Guid Id { get; set; }

    public FileRow Draft { get; private set; } = null!;
    public ImportPreview Preview { get; private set; } = null!;
    public bool IsOrganisation => Draft.Kind == ImportKind.Organisation;

    protected override async Task LoadAsync()
    {
        Draft = await db.ImportDrafts.AsNoTracking().Where(d => d.Id == Id).Select(d => new FileRow(d.Kind, d.FileName))
            .SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("ImportDraft");
        Preview = await imports.PreviewAsync(Id, Ct);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var counts = await imports.CommitAsync(Id, Ct);
        return Done(IsOrganisation ? "/Admin/Organisation/Index" : "/Admin/Import/Index",
            IsOrganisation
                ? $"Filen är inläst: {counts.Added} nya, {counts.Changed} ändrade och {counts.Ended} avslutade enheter."
                : $"Filen är inläst: {counts.Added} nya och {counts.Changed} ändrade arbetsgivare.");
    }

    public async Task<IActionResult> OnPostDiscardAsync()
    {
        await imports.DiscardAsync(Id, Ct);
        return Done("/Admin/Import/Index", "Filen är borttagen. Inget har lästs in.");
    }
}
