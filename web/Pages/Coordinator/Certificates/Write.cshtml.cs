using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Cases.Certificates;
using EnVagUt.Web.Access;
using EnVagUt.Web.Pages.Coordinator.Placements;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.Certificates;

/// <summary>Writes an intyg, and lists those that have been written.</summary>
public sealed class WriteModel(Reading reading, CertificateService certificates) : PlacementPage(reading)
{
    private const int Most = 20;

    public sealed record CertificateRow(Guid Id, DateTime IssuedAt, string IssuedBy);

    public IReadOnlyList<CertificateRow> Written { get; private set; } = [];

    [BindProperty, StringLength(CertificateService.LongestWords)] public string? Words { get; set; }

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        Written = await Db.Certificates.AsNoTracking().Where(c => c.PlacementId == Id).OrderByDescending(c => c.IssuedAt).Take(Most)
            .Select(c => new CertificateRow(c.Id, c.IssuedAt, c.IssuedBy)).ToListAsync(Ct);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var written = await certificates.IssueAsync(Id, Words, Ct);
        return Done("/Coordinator/Certificates/Show", "Intyget är skrivet.", new { id = written });
    }
}
