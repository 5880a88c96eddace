using EnVagUt.Core.Accounts.Reports;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Reports;

/// <summary>One step on a report's way: the report it is about, and whether its time has come.</summary>
public abstract class StepPage(AppDb db, Viewer viewer) : AppPage
{
    public sealed record Shown(Guid Id, string Namnd, Guid NamndId, int Year, DateOnly To, ReportStatus Status, Guid Version, Guid? AuthorId, string? Author, string? Hash);

    [FromRoute] public Guid Id { get; set; }

    public Shown Report { get; private set; } = null!;
    public string Title => $"{Report.Namnd} {Report.Year}";

    protected override async Task LoadAsync() =>
        Report = await db.AnnualReports.AsNoTracking().Where(r => r.Id == Id)
            .Select(r => new Shown(r.Id, r.NamndName, r.NamndId, r.Year, r.To, r.Status, r.Version, r.AuthorId, r.AuthorName, r.Hash))
            .SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("AnnualReport");

    /// <summary>The signed-in person's own name, to begin with.</summary>
    protected async Task<string> OwnNameAsync() =>
        await db.Users.Where(u => u.Id == viewer.UserId).Select(u => u.DisplayName).SingleOrDefaultAsync(Ct) ?? "";

    protected IActionResult DoneHere(string message) => Done("/Reports/Show", message, new { id = Id });
}
