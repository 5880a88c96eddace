using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Parties.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Parties.Participants;

/// <summary>
/// What somebody searched for among persons. It is posted and kept here, and the address carries only its id: addresses
/// end in logs, bookmarks and browsers' histories (docs/model.md, Links and addresses).
/// </summary>
public sealed class SavedSelection : Entity
{
    /// <summary>Long enough to come back to after a weekend.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private SavedSelection() { }

    internal SavedSelection(Guid userId, string terms, DateTime at) => (UserId, Terms, CreatedAt) = (userId, terms, at);

    public Guid UserId { get; private set; }
    public string Terms { get; private set; } = "";
    public DateTime CreatedAt { get; private set; }
}

internal sealed class SavedSelectionConfiguration : IEntityTypeConfiguration<SavedSelection>
{
    public void Configure(EntityTypeBuilder<SavedSelection> b)
    {
        b.HasIndex(s => s.CreatedAt);
        b.HasOne<User>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class SavedSelections(AppDb db, Viewer viewer, TimeProvider clock)
{
    /// <summary>Keeps the terms and clears away everybody's that are too old.</summary>
    /// <returns>The selection's id.</returns>
    public async Task<Guid> SaveAsync(string terms, CancellationToken ct)
    {
        var now = viewer.Stamp(clock).At;
        var userId = viewer.UserId ?? throw new InvalidOperationException("Only a signed-in user searches among persons.");
        var oldest = now - SavedSelection.Lifetime;
        db.SavedSelections.RemoveRange(await db.SavedSelections.Where(s => s.CreatedAt < oldest).Take(500).ToListAsync(ct));
        var text = terms.Trim();
        var selection = new SavedSelection(userId, text.Length > 200 ? text[..200] : text, now);
        db.SavedSelections.Add(selection);
        await db.SaveChangesAsync(ct);
        return selection.Id;
    }

    /// <summary>Takes away what anybody has searched for that finds the participant by name, in the caller's save.</summary>
    internal static async Task ForgetAsync(AppDb db, Participant participant, CancellationToken ct)
    {
        var names = Folding.Words($"{participant.FirstName} {participant.LastName}");
        var all = await db.SavedSelections.ToListAsync(ct);
        db.SavedSelections.RemoveRange(all.FindAll(s => Folding.Words(s.Terms).All(w => names.Any(n => n.StartsWith(w, StringComparison.Ordinal)))));
    }

    /// <summary>The terms; null when the selection is another user's, or too old.</summary>
    public async Task<string?> ReadAsync(Guid id, CancellationToken ct)
    {
        var (userId, oldest) = (viewer.UserId, viewer.Stamp(clock).At - SavedSelection.Lifetime);
        return await db.SavedSelections.AsNoTracking()
            .Where(s => s.Id == id && s.UserId == userId && s.CreatedAt >= oldest)
            .Select(s => s.Terms).SingleOrDefaultAsync(ct);
    }
}
