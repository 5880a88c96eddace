using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Post.Jobs;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Desk.Reminders;

/// <summary>Walks the catalogue and writes what is due, case by case.</summary>
public sealed class RemindersJob(AppDb db, ReminderReader reader, ReminderWriter writer) : IJobHandler
{
    public async Task<string> RunAsync(JobContext context, CancellationToken ct)
    {
        var (sent, without) = (0, 0);
        var digests = await db.Users.AsNoTracking().Where(u => u.WantsDigest && u.DeactivatedAt == null && u.Email != null)
            .ToDictionaryAsync(u => u.Email!, u => u.Id, StringComparer.OrdinalIgnoreCase, ct);
        var faults = new List<Exception>();
        foreach (var reminder in ReminderCatalogue.All.Where(r => r.JobId == context.JobId))
            try
            {
                foreach (var plan in await reader.DueAsync(reminder, ct))
                {
                    ct.ThrowIfCancellationRequested();
                    if (await writer.WriteAsync(reminder, plan, digests, ct) is { } entry)
                        _ = entry.WhyNot is null ? sent++ : without++;
                }
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                // One reminder at fault must not silence the others; the run has failed all the same, and is tried again.
                faults.Add(new InvalidOperationException($"«{reminder.Id}»: {e.GetType().Name}", e));
            }
        var digested = await writer.WriteDigestsAsync(ct);
        if (faults.Count > 0)
            throw new AggregateException(faults);
        return $"{sent} påminnelser, {without} utan brev{(digested > 0 ? $", {digested} samlade brev" : "")}";
    }
}
