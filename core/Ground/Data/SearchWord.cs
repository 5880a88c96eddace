using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Ground.Data;

/// <summary>A folded word by which a row is found; prefix search is a range on <see cref="Word"/> (decisions 23).</summary>
public sealed class SearchWord
{
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
}

public enum SearchOwner { Employer, Offer, Participant, Contract, User }

internal sealed class SearchWordConfiguration : IEntityTypeConfiguration<SearchWord>
{
    public void Configure(EntityTypeBuilder<SearchWord> b)
    {
        b.Property(w => w.Word).HasMaxLength(60);
        b.HasKey(w => new { w.OwnerId, w.Word });
        b.HasIndex(w => new { w.Kind, w.Word, w.OwnerId });
    }
}
