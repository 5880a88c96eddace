using System.Text;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Places.Offers;

/// <summary>Shortage: words that found no published place in a month, and how often. Neither who searched nor for whom.</summary>
public sealed class SearchMiss : Entity
{
    private SearchMiss() { }

    internal SearchMiss(DateOnly month, string words) => (Month, Words, Count) = (month, words, 1);

    /// <summary>The first of the month.</summary>
    public DateOnly Month { get; private set; }

    /// <summary>Folded, in alphabetical order: «centrum fm kök».</summary>
    public string Words { get; private set; } = "";

    public int Count { get; private set; }
}

internal sealed class SearchMissConfiguration : IEntityTypeConfiguration<SearchMiss>
{
    public void Configure(EntityTypeBuilder<SearchMiss> b)
    {
        b.Property(m => m.Words).HasMaxLength(120);
        b.HasIndex(m => new { m.Month, m.Words }).IsUnique();
    }
}

public sealed class ShortageLog(AppDb db, TimeProvider clock)
{
    /// <summary>Words with digits are left out: a number says nothing about shortage and may be a person's.</summary>
    public async Task NoteAsync(string typed, CancellationToken ct)
    {
        var words = string.Join(' ', Folding.Words(typed).Where(w => w.EnumerateRunes().All(Rune.IsLetter)).Take(6).Order(StringComparer.Ordinal));
        if (words.Length is 0 or > 120)
            return;
        var today = clock.Today();
        var month = new DateOnly(today.Year, today.Month, 1);
        if (await AddOneAsync(month, words, ct))
            return;
        try
        {
            db.SearchMisses.Add(new SearchMiss(month, words));
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (db.Dialect.IsUniqueBreach(e))
        {
            // Somebody else was first this month.
            db.ChangeTracker.Clear();
            await AddOneAsync(month, words, ct);
        }
    }

    private async Task<bool> AddOneAsync(DateOnly month, string words, CancellationToken ct) =>
        await db.SearchMisses.Where(m => m.Month == month && m.Words == words)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Count, m => m.Count + 1), ct) > 0;
}
