using EnVagUt.Core.Data;
using EnVagUt.Core.Jobs;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Reminders;

/// <summary>Walks the catalogue and writes what is due, case by case.</summary>
public sealed class RemindersJob(AppDb db, ReminderReader reader, ReminderWriter writer) : IJobHandler
{
    public async Task<string> RunAsync(JobContext context, CancellationToken ct)
    {
        var (sent, without) = (0, 0);
        var digests = await db.Users.AsNoTracking().Where(u => u.WantsDigest && u.DeactivatedAt == null && u.Email != null)
            .ToDictionaryAsync(u => u.Email!, u => u.Id, StringComparer.OrdinalIgnoreCase, ct);
        foreach (var reminder in ReminderCatalogue.All.Where(r => r.JobId == context.JobId))
            foreach (var plan in await reader.DueAsync(reminder, ct))
            {
                ct.ThrowIfCancellationRequested();
                if (await writer.WriteAsync(reminder, plan, digests, ct) is { } entry)
                    _ = entry.WhyNot is null ? sent++ : without++;
            }
        var digested = await writer.WriteDigestsAsync(ct);
        return $"{sent} påminnelser, {without} utan brev{(digested > 0 ? $", {digested} samlade brev" : "")}";
    }
}
