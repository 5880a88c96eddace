using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Ground.Data;

/// <summary>The word table's one door for writing, and the query for reading.</summary>
public static class SearchIndex
{
    /// <summary>Makes the row findable by the words of the texts; part of the caller's save.</summary>
    public static async Task SetAsync(AppDb db, SearchOwner kind, Guid ownerId, IEnumerable<string?> texts, CancellationToken ct)
    {
        var wanted = Folding.Words(string.Join(' ', texts)).Select(SearchWord.Cut).ToHashSet(StringComparer.Ordinal);
        var present = await db.SearchWords.Where(w => w.OwnerId == ownerId).ToListAsync(ct);
        db.SearchWords.RemoveRange(present.Where(w => !wanted.Contains(w.Word)));
        db.SearchWords.AddRange(wanted.Except(present.Select(w => w.Word)).Select(w => new SearchWord(kind, ownerId, w)));
    }

    /// <summary>Ids of the rows that have, for every word typed, a word that begins with it.</summary>
    public static IQueryable<Guid> Find(AppDb db, SearchOwner kind, string typed)
    {
        IQueryable<Guid>? found = null;
        foreach (var word in Folding.Words(typed).Take(6).Select(SearchWord.Cut))
        {
            var (from, to) = (word, Folding.After(word));
            var owners = db.SearchWords
                .Where(w => w.Kind == kind && string.Compare(w.Word, from) >= 0 && string.Compare(w.Word, to) < 0)
                .Select(w => w.OwnerId);
            found = found is null ? owners : found.Where(id => owners.Contains(id));
        }
        return found ?? db.SearchWords.Where(w => false).Select(w => w.OwnerId);
    }
}
