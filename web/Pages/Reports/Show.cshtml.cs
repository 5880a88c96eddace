using EnVagUt.Core.Accounts.Reports;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Reports;

/// <summary>One report: its figures as they are stored, its two dates, and what comes next. Shows no more than the printed report, and a draft only to those who make it.</summary>
[AllowRoles(Role.UnitManager, Role.ReportReader, Role.Administrator, Role.Coordinator)]
public sealed class ShowModel(AppDb db, Viewer viewer, ReportTexts texts, TimeProvider clock) : AppPage
{
    public sealed record Shown(Guid Id, Guid NamndId, string Municipality, string Namnd, int Year, DateOnly To, DateTime RegisteredAtLatest,
        ReportStatus Status, string? Author, DateTime? ApprovedAt, string? Approver, string? OwnApprovalReason,
        DateTime? HandedOverAt, string? HandedOverTo, string? DiaryNumber, string? Hash)
    {
        public IReadOnlyList<Table> Tables { get; init; } = [];
    }

    public sealed record Table(int Number, ReportTableKind Kind, string Title, string Perspective, string? Note, IReadOnlyList<IReadOnlyList<Figure>> Rows);

    public sealed record Figure(int RowNumber, string? Section, string Row, string Column, decimal? Value);

    [FromRoute] public Guid Id { get; set; }

    public Shown Report { get; private set; } = null!;
    /// <summary>The way of a report is the enhetschef's, from the draft to the diary number.</summary>
    public bool MayCompile => viewer.Is(Role.UnitManager);
    private bool MayReadDrafts => viewer.IsAny(Role.UnitManager, Role.Coordinator, Role.Administrator);
    public string WithoutParticipants => texts.WithoutParticipants;

    private bool PeriodIsOver => clock.Today() > Report.To;

    protected override async Task LoadAsync()
    {
        var report = await db.AnnualReports.AsNoTracking().Where(r => r.Id == Id && (MayReadDrafts || r.LockedAt != null))
            .Select(r => new Shown(r.Id, r.NamndId, r.MunicipalityName, r.NamndName, r.Year, r.To, r.RegisteredAtLatest, r.Status, r.AuthorName,
                r.ApprovedAt, r.ApproverName, r.OwnApprovalReason, r.HandedOverAt, r.HandedOverTo, r.DiaryNumber, r.Hash))
            .SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("AnnualReport");
        var tables = await db.ReportTables.AsNoTracking().Where(t => t.ReportId == Id).OrderBy(t => t.Number)
            .Select(t => new
            {
                t.Number,
                t.Kind,
                t.Title,
                t.Perspective,
                t.Note,
                Figures = t.Figures.OrderBy(f => f.RowNumber).ThenBy(f => f.ColumnNumber).Select(f => new Figure(f.RowNumber, f.Section, f.Row, f.Column, f.Value)).ToList(),
            })
            .ToListAsync(Ct);
        Report = report with
        {
            Tables = [.. tables.Select(t => new Table(t.Number, t.Kind, t.Title, t.Perspective, t.Note,
                [.. t.Figures.GroupBy(f => f.RowNumber).Select(row => row.ToList())]))],
        };
    }

    public void OnGet()
    {
    }

    public string NextStep => Report switch
    {
        { Status: ReportStatus.Draft } when !PeriodIsOver => "Rapporten är ett utkast. Året pågår, så siffrorna kan låsas först när det är slut.",
        { Status: ReportStatus.Draft } => "Rapporten är ett utkast. Läs igenom den och lås sedan siffrorna. Då räknas de en sista gång och ändras inte mer.",
        { Status: ReportStatus.Locked } => "Siffrorna är låsta. En chef läser rapporten och godkänner den för överlämning.",
        { Status: ReportStatus.Approved } => "Rapporten är godkänd för överlämning. Lämna över den till nämndens registrator.",
        { DiaryNumber: null } => "Rapporten är överlämnad till registratorn. När du har fått diarienumret antecknar du det här.",
        _ => "Rapporten är överlämnad och diarieförd. Nämnden tar upp den på ett sammanträde. Här händer inget mer.",
    };

    public IEnumerable<(string Label, string Route)> Steps => Report switch
    {
        { Status: ReportStatus.Draft } when MayCompile && PeriodIsOver => [("Lås siffrorna", $"/rapporter/{Id}/las")],
        { Status: ReportStatus.Locked } when MayCompile => [("Godkänn för överlämning", $"/rapporter/{Id}/godkann")],
        { Status: ReportStatus.Approved } when MayCompile => [("Lämna över", $"/rapporter/{Id}/overlamna")],
        { Status: ReportStatus.HandedOver, DiaryNumber: null } when MayCompile => [("Anteckna diarienummer", $"/rapporter/{Id}/dnr")],
        _ => [],
    };
}
