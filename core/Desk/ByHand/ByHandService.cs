using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Desk.ByHand;

/// <summary>What was done about letters without address: one save with the letter's facts and the case's history.</summary>
public sealed class ByHandService(AppDb db, Viewer viewer, TimeProvider clock)
{
    /// <exception cref="NotFoundException">No such letter that the viewer may see.</exception>
    /// <exception cref="RuleBreachException">It is no letter without address, or somebody else has taken care of it.</exception>
    public async Task HandleAsync(Guid id, ByHandWay how, CancellationToken ct)
    {
        var letter = await ByHandLetters.Seen(db, viewer).SingleOrDefaultAsync(m => m.Id == id, ct) ?? throw new NotFoundException(nameof(OutgoingMail));
        await HandleAsync([letter], how, ct);
    }

    /// <summary>A printed batch is posted. What somebody else has taken care of meanwhile is left as it is.</summary>
    /// <returns>How many were noted.</returns>
    public async Task<int> PostedAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var letters = await ByHandLetters.Waiting(db, viewer, clock.UtcNow()).Where(m => ids.Contains(m.Id)).ToListAsync(ct);
        await HandleAsync(letters, ByHandWay.Posted, ct);
        return letters.Count;
    }

    private async Task HandleAsync(List<OutgoingMail> letters, ByHandWay how, CancellationToken ct)
    {
        var stamp = viewer.Stamp(clock);
        var cases = letters.Select(m => m.CaseId).ToList();
        var placements = await db.Placements.Where(p => cases.Contains(p.Id)).Select(p => (Guid?)p.Id).ToListAsync(ct);
        foreach (var letter in letters)
        {
            letter.Handle(how, stamp);
            // The case page shows it; another case has no page with a history for it, so there it is the letter's own.
            var (kind, subject) = placements.Contains(letter.CaseId) ? (nameof(Placement), letter.CaseId!.Value) : (nameof(OutgoingMail), letter.Id);
            db.History.Add(new HistoryEntry(kind, subject, $"Letter{how}", letter.Template, stamp));
        }
        await db.SaveChangesAsync(ct);
    }
}
