using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Ground.Data;

/// <summary>A folded word by which a row is found; prefix search is a range on <see cref="Word"/> (docs/model.md, Search and order).</summary>
public sealed class SearchWord
{
    public const int MaxLength = 60;

    private SearchWord() { }

    public SearchWord(SearchOwner kind, Guid ownerId, string word)
    {
        Kind = kind;
        OwnerId = ownerId;
        Word = word;
    }

    public SearchOwner Kind { get; private set; }
    public Guid OwnerId { get; private set; }
    public string Word { get; private set; } = "";

    /// <summary>As much of the word as is kept, and no half of a letter.</summary>
    internal static string Cut(string word) =>
        word.Length <= MaxLength ? word : word[..(char.IsHighSurrogate(word[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
}

public enum SearchOwner { Employer, Offer, Participant, Contract, User }

internal sealed class SearchWordConfiguration : IEntityTypeConfiguration<SearchWord>
{
    public void Configure(EntityTypeBuilder<SearchWord> b)
    {
        b.Property(w => w.Word).HasMaxLength(SearchWord.MaxLength);
        b.HasKey(w => new { w.OwnerId, w.Word });
        b.HasIndex(w => new { w.Kind, w.Word, w.OwnerId });
    }
}
