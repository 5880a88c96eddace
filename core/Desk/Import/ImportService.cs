using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Employers;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Desk.Import;

/// <param name="Faults">In the order of the file; while there is one, nothing can be read in.</param>
/// <param name="Unread">Headings whose contents are not read.</param>
/// <param name="Rows">Rows of the file that hold something.</param>
public sealed record ImportPreview(IReadOnlyList<ImportFault> Faults, IReadOnlyList<string> Unread, int Rows, ImportCounts Counts);

/// <summary>
/// Files from other systems, all or nothing. A preview runs the very import and saves nothing, so what it counts is what
/// happens.
/// </summary>
public sealed class ImportService(AppDb db, Viewer viewer, TimeProvider clock, Municipality municipality)
{
    private const int ShownInMessage = 5;

    public static IReadOnlyList<ImportColumn> ColumnsOf(ImportKind kind) => kind switch
    {
        ImportKind.Organisation => OrganisationFile.Columns,
        _ => EmployerFile.Columns,
    };

    /// <summary>Keeps the file until it is read in, removed or a day old; older ones go in the same save.</summary>
    /// <returns>The draft's id.</returns>
    public async Task<Guid> UploadAsync(ImportKind kind, string fileName, byte[] bytes, CancellationToken ct)
    {
        var stamp = viewer.Stamp(clock);
        var draft = new ImportDraft(kind, fileName, ImportText.Decode(bytes, "Upload"), stamp);
        db.ImportDrafts.RemoveRange(await OldAsync(stamp, ct));
        db.ImportDrafts.Add(draft);
        await db.SaveChangesAsync(ct);
        return draft.Id;
    }

    public async Task<ImportPreview> PreviewAsync(Guid id, CancellationToken ct)
    {
        var draft = await LoadAsync(id, ct);
        var preview = await ApplyAsync(draft.Kind, draft.Text, ct);
        db.ChangeTracker.Clear();
        return preview;
    }

    /// <summary>Läs in: one save, or none when a row is wrong.</summary>
    public async Task<ImportCounts> CommitAsync(Guid id, CancellationToken ct)
    {
        var draft = await LoadAsync(id, ct);
        var counts = await CommitAsync(draft.Kind, draft.Text, () => db.ImportDrafts.Remove(draft), ct);
        return counts;
    }

    /// <summary>A file that is at hand already: the demo municipality.</summary>
    public Task<ImportCounts> ImportAsync(ImportKind kind, byte[] bytes, CancellationToken ct) =>
        CommitAsync(kind, ImportText.Decode(bytes, "Upload"), () => { }, ct);

    public async Task DiscardAsync(Guid id, CancellationToken ct)
    {
        db.ImportDrafts.Remove(await LoadAsync(id, ct));
        await db.SaveChangesAsync(ct);
    }

    /// <returns>How many drafts were too old.</returns>
    public async Task<int> RemoveOldAsync(CancellationToken ct)
    {
        var old = await OldAsync(viewer.Stamp(clock), ct);
        db.ImportDrafts.RemoveRange(old);
        await db.SaveChangesAsync(ct);
        return old.Count;
    }

    private async Task<ImportCounts> CommitAsync(ImportKind kind, string text, Action alsoSave, CancellationToken ct)
    {
        var preview = await ApplyAsync(kind, text, ct);
        if (preview.Faults.Count > 0)
        {
            db.ChangeTracker.Clear();
            throw new RuleBreachException(Rule.ImportRowWrong, null, Shortened(preview.Faults));
        }
        alsoSave();
        db.History.Add(new HistoryEntry("Import", Guid.CreateVersion7(), "Imported", kind.ToString(), viewer.Stamp(clock)));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || db.Dialect.IsUniqueBreach(e))
        {
            throw new RuleBreachException(Rule.ChangedByAnother);
        }
        return preview.Counts;
    }

    private async Task<ImportPreview> ApplyAsync(ImportKind kind, string text, CancellationToken ct)
    {
        var table = ImportTable.Read(text, ColumnsOf(kind));
        OrgNumber? own = OrgNumber.TryParse(municipality.OrgNumber, out var number) ? number : null;
        if (own is null)
            table.Faults.Add(new(0, "Kommunens organisationsnummer är inte inställt (Municipality:OrgNumber). Be den som driftar portalen om det."));
        var counts = kind switch
        {
            ImportKind.Organisation => await OrganisationAsync(table, own, ct),
            _ => await EmployersAsync(table, own, ct),
        };
        return new ImportPreview([.. table.Faults.OrderBy(f => f.Line)], table.Unread, table.Rows.Count, counts);
    }

    private async Task<ImportCounts> OrganisationAsync(ImportTable table, OrgNumber? own, CancellationToken ct)
    {
        var registered = await db.OrgUnits.ToListAsync(ct);
        var lines = OrganisationFile.Read(table);
        OrganisationFile.CheckTree(lines, registered);
        return table.Faults.Count > 0
            ? default
            : await new OrganisationImport(db, own!.Value, viewer.Stamp(clock)).ApplyAsync(lines, registered, ct);
    }

    private async Task<ImportCounts> EmployersAsync(ImportTable table, OrgNumber? own, CancellationToken ct)
    {
        var lines = EmployerFile.Read(table, own);
        return table.Faults.Count > 0 ? default : await new EmployerImport(db, viewer.Stamp(clock)).ApplyAsync(lines, ct);
    }

    private async Task<ImportDraft> LoadAsync(Guid id, CancellationToken ct) =>
        await db.ImportDrafts.SingleOrDefaultAsync(d => d.Id == id, ct) ?? throw new NotFoundException(nameof(ImportDraft));

    private Task<List<ImportDraft>> OldAsync(Stamp stamp, CancellationToken ct)
    {
        var before = stamp.At - ImportDraft.Lifetime;
        return db.ImportDrafts.Where(d => d.UploadedAt < before).ToListAsync(ct);
    }

    private static string Shortened(IReadOnlyList<ImportFault> faults) =>
        string.Join(" ", faults.Take(ShownInMessage)) + (faults.Count > ShownInMessage ? $" … och {faults.Count - ShownInMessage} fel till." : "");
}
