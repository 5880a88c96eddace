using EnVagUt.Core.Post.Jobs;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EnVagUt.Core.Post.Outbox;

/// <summary>After a save that left letters to send: send soon. One per context.</summary>
public sealed class OutboxPoke(JobPokes pokes) : SaveChangesInterceptor
{
    private bool _letters;

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        _letters = eventData.Context!.ChangeTracker.Entries<OutgoingMail>()
            .Any(e => e.State is EntityState.Added or EntityState.Modified && e.Entity.State == MailState.Queued);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (_letters)
            pokes.Poke(Schedules.Outbox);
        return ValueTask.FromResult(result);
    }
}
