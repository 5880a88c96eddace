using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Organisation;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EnVagUt.Core.Accounts.Reports;

/// <summary>
/// The way of a report: sammanställ (as often as wanted), lås siffrorna, godkänn för överlämning, lämna över to the
/// registrar, note the diary number. What the nämnd does with it happens elsewhere (docs/vardag.md, Reports).
/// </summary>
public sealed class AnnualReportService(
    AppDb db, Viewer viewer, TimeProvider clock, Letters letters, ReportTexts texts, ReportDocument document,
    ReportSettings settings, Municipality municipality, ILogger<AnnualReportService> log)
{
    /// <summary>Sammanställ nu: makes the draft, or gives it new figures.</summary>
    /// <returns>The report's id.</returns>
    public async Task<Guid> CompileAsync(Guid namndId, int year, CancellationToken ct)
    {
        var stamp = viewer.Stamp(clock);
        RuleBreachException.When(year < 2000 || year > stamp.Today.Year, Rule.YearNotReportable, nameof(AnnualReport.Year));
        var report = await Whole().SingleOrDefaultAsync(r => r.NamndId == namndId && r.Year == year, ct);
        if (report is null)
            db.AnnualReports.Add(report = AnnualReport.For(namndId, year));
        Fill(report, await FactsAsync(report.Period, stamp, ct), stamp);
        await SaveAsync(ct);
        return report.Id;
    }

    /// <summary>
    /// The year's draft of every nämnd, each in a save of its own, so that a run that was broken off goes on where it was.
    /// Drafts from before <paramref name="since"/> get new figures; what has been locked is left alone.
    /// </summary>
    /// <returns>How many were compiled, and how many there were already.</returns>
    public async Task<(int Compiled, int Already)> CompileAllAsync(int year, DateTime since, CancellationToken ct)
    {
        var stamp = viewer.Stamp(clock);
        var period = AnnualReport.For(Guid.Empty, year).Period;
        var facts = await FactsAsync(period, stamp, ct);
        var namnder = facts.Organisation.All
            .Where(n => n.Level == OrgLevel.Namnd && new Period(n.ValidFrom, n.ValidTo).Overlaps(period))
            .OrderBy(n => n.Name, StringComparer.Ordinal).ThenBy(n => n.Id).ToList();
        var compiled = 0;
        foreach (var namnd in namnder)
        {
            ct.ThrowIfCancellationRequested();
            compiled += await CompileOneAsync(namnd.Id, year, since, facts, stamp, ct) ? 1 : 0;
            db.ChangeTracker.Clear();
        }
        return (compiled, namnder.Count - compiled);
    }

    /// <summary>Lås siffrorna: compiled one last time, with all that is registered by now.</summary>
    public async Task LockAsync(Guid id, Guid version, string authorName, CancellationToken ct)
    {
        var stamp = viewer.Stamp(clock);
        var report = await LoadAsync(id, ct);
        report.EnsureVersion(version);
        Fill(report, await FactsAsync(report.Period, stamp, ct), stamp);
        report.Lock(authorName, stamp);
        await SaveAsync(ct);
    }

    /// <summary>Godkänn för överlämning. From here on the document is frozen too.</summary>
    public async Task ApproveAsync(Guid id, Guid version, string approverName, string? ownApprovalReason, CancellationToken ct)
    {
        var stamp = viewer.Stamp(clock);
        var report = await LoadAsync(id, ct);
        report.EnsureVersion(version);
        report.Approve(approverName, ownApprovalReason, stamp);
        var frozen = new FrozenDocument(ReportDocument.FileName(report), ReportDocument.ContentType, document.Write(report), stamp.At);
        db.FrozenDocuments.Add(frozen);
        report.Attach(frozen.Id);
        await SaveAsync(ct);
    }

    /// <summary>Lämna över: to the registrar's function mailbox and nobody else. Never to politicians.</summary>
    public async Task HandOverAsync(Guid id, CancellationToken ct)
    {
        var stamp = viewer.Stamp(clock);
        var report = await db.AnnualReports.SingleOrDefaultAsync(r => r.Id == id, ct) ?? throw new NotFoundException(nameof(AnnualReport));
        var registrar = await RegistrarAsync(report.NamndId, ct);
        RuleBreachException.When(registrar is null, Rule.RegistrarMissing, null, report.NamndName);
        report.HandOver(registrar!, stamp);
        letters.Write("arsrapport-till-registrator", $"arsrapport/{report.Id:N}", registrar!, stamp.At, new Dictionary<string, string>
        {
            ["ar"] = $"{report.Year}",
            ["namnd"] = report.NamndName,
            ["enhet"] = municipality.AmeName,
            ["kontrollsumma"] = report.Hash!,
            ["handlaggare"] = report.AuthorName!,
            ["svar_till"] = municipality.AmeEmail,
        }, report.Id, report.DocumentId);
        await SaveAsync(ct);
    }

    public async Task RecordDiaryNumberAsync(Guid id, string number, CancellationToken ct)
    {
        var report = await db.AnnualReports.SingleOrDefaultAsync(r => r.Id == id, ct) ?? throw new NotFoundException(nameof(AnnualReport));
        report.RecordDiaryNumber(number, viewer.Stamp(clock));
        await SaveAsync(ct);
    }

    /// <summary>The document as Word: the approved one, or what would be approved now. Not before the figures are locked.</summary>
    public async Task<(string FileName, byte[] Bytes)> DocumentAsync(Guid id, CancellationToken ct)
    {
        var report = await Whole().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.LockedAt != null, ct)
            ?? throw new NotFoundException(nameof(AnnualReport));
        return report.DocumentId is { } frozen
            ? await db.FrozenDocuments.Where(d => d.Id == frozen).Select(d => new ValueTuple<string, byte[]>(d.FileName, d.Bytes)).SingleAsync(ct)
            : (ReportDocument.FileName(report), document.Write(report));
    }

    /// <summary>The figures of a report computed again at its own two dates: until rows are weeded out they are the same.</summary>
    public async Task<IReadOnlyList<ReportTable>> RecomputeAsync(Guid id, CancellationToken ct)
    {
        var report = await db.AnnualReports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) ?? throw new NotFoundException(nameof(AnnualReport));
        return Tables(report.NamndId, await FactsAsync(report.Period, new Stamp(viewer.UserId, report.RegisteredAtLatest), ct)).Tables;
    }

    private async Task<bool> CompileOneAsync(Guid namndId, int year, DateTime since, ReportFacts facts, Stamp stamp, CancellationToken ct)
    {
        var known = await db.AnnualReports.Where(r => r.NamndId == namndId && r.Year == year)
            .Select(r => new { r.Id, Skip = r.LockedAt != null || r.RegisteredAtLatest >= since }).SingleOrDefaultAsync(ct);
        if (known is { Skip: true })
            return false;
        var report = known is null ? db.AnnualReports.Add(AnnualReport.For(namndId, year)).Entity : await LoadAsync(known.Id, ct);
        Fill(report, facts, stamp);
        try
        {
            await SaveAsync(ct);
            return true;
        }
        catch (RuleBreachException)
        {
            // Somebody compiled or locked it by hand at the same moment.
            return false;
        }
    }

    private async Task<ReportFacts> FactsAsync(Period period, Stamp stamp, CancellationToken ct)
    {
        log.LogInformation("Figures of {From} to {To} are compiled over all grenar, counts only, by {User}", period.From, period.To, stamp.UserId);
        return await ReportFacts.LoadAsync(db, period, stamp.At, ct);
    }

    private void Fill(AnnualReport report, ReportFacts facts, Stamp stamp)
    {
        var (namnd, tables) = Tables(report.NamndId, facts);
        report.Compile(municipality.Name, namnd, tables, stamp);
        db.ReportTables.AddRange(report.Tables);
    }

    private (OrgTree.Node Namnd, IReadOnlyList<ReportTable> Tables) Tables(Guid namndId, ReportFacts facts)
    {
        var namnd = facts.Organisation.Find(namndId) is { Level: OrgLevel.Namnd } node ? node : throw new NotFoundException("Namnd");
        return (namnd, ReportTables.Build(facts, new Responsibility(facts.Organisation, settings, municipality.AmeName), texts, namnd));
    }

    /// <summary>The function mailbox of the nämnd, or of the one that has taken over after it.</summary>
    public async Task<string?> RegistrarAsync(Guid namndId, CancellationToken ct)
    {
        var organisation = await OrgTree.LoadAsync(db, ct);
        var today = organisation.On(namndId, clock.Today())?.Id;
        var email = await db.OrgUnits.Where(u => u.Id == today).Select(u => u.RegistrarEmail).SingleOrDefaultAsync(ct);
        return string.IsNullOrWhiteSpace(email) ? null : email;
    }

    private async Task SaveAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || db.Dialect.IsUniqueBreach(e))
        {
            throw new RuleBreachException(Rule.ChangedByAnother);
        }
    }

    private async Task<AnnualReport> LoadAsync(Guid id, CancellationToken ct) =>
        await Whole().SingleOrDefaultAsync(r => r.Id == id, ct) ?? throw new NotFoundException(nameof(AnnualReport));

    private IQueryable<AnnualReport> Whole() =>
        db.AnnualReports.Include(r => r.Tables.OrderBy(t => t.Number)).ThenInclude(t => t.Figures.OrderBy(f => f.RowNumber).ThenBy(f => f.ColumnNumber)).AsSplitQuery();
}
