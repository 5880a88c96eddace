using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Parties.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Cases.FirstDays;

/// <summary>
/// «Kom deltagaren?», asked on the first day by a link that needs no account (docs/vardag.md, First day). Of the link only the hash is
/// kept. The answer may be changed as long as the link lives.
/// </summary>
public sealed class FirstDayQuestion : Entity
{
    /// <summary>Long enough for somebody who was off on the day, short enough to be about the first day.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private FirstDayQuestion() { }

    public Guid PlacementId { get; private set; }

    /// <summary>The first day, in Stockholm.</summary>
    public DateOnly Day { get; private set; }

    public string Hash { get; private set; } = "";
    public DateTime CreatedAt { get; private set; }
    public DateTime ExpiresAt { get; private set; }
    public DateTime? AnsweredAt { get; private set; }
    public bool? Came { get; private set; }

    /// <summary>When somebody at AME had asked why the person did not come; until then it is a task.</summary>
    public DateTime? FollowedUpAt { get; private set; }

    /// <summary>A row to save and the secret to send; the secret exists nowhere else.</summary>
    internal static (FirstDayQuestion Row, string Secret) Ask(Guid placementId, DateOnly day, DateTime now)
    {
        var secret = LinkSecret.New();
        var row = new FirstDayQuestion { PlacementId = placementId, Day = day, Hash = LinkSecret.HashOf(secret), CreatedAt = now, ExpiresAt = now + Lifetime };
        return (row, secret);
    }

    /// <summary>The link ends; what was answered stands.</summary>
    internal void End(DateTime now) => ExpiresAt = now < ExpiresAt ? now : ExpiresAt;

    internal bool IsLive(DateTime now) => now < ExpiresAt;

    /// <returns>False when that was the answer already.</returns>
    internal bool Answer(bool came, DateTime now)
    {
        if (Came == came)
            return false;
        (Came, AnsweredAt, FollowedUpAt) = (came, now, null);
        return true;
    }

    internal void FollowUp(DateTime now) => FollowedUpAt = now;
}

internal sealed class FirstDayQuestionConfiguration : IEntityTypeConfiguration<FirstDayQuestion>
{
    public void Configure(EntityTypeBuilder<FirstDayQuestion> b)
    {
        b.ToTable("FirstDayQuestions");
        b.Property(q => q.Hash).HasMaxLength(64).IsUnicode(false);
        b.HasIndex(q => q.Hash).IsUnique();
        b.HasIndex(q => new { q.Came, q.FollowedUpAt, q.PlacementId });
        b.HasOne<Placement>().WithMany().HasForeignKey(q => q.PlacementId).OnDelete(DeleteBehavior.Cascade);
    }
}
