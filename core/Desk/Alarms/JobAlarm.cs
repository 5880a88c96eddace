using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Desk.Alarms;

/// <summary>A letter to every administrator about a job that has not been done in time, once for each job and period.</summary>
public sealed class JobAlarm(AppDb db, LateJobs late, Letters letters, PortalAddress portal, TimeProvider clock)
{
    private const string Template = "jobb-larm";

    /// <returns>How many letters were written.</returns>
    public async Task<int> WriteAsync(CancellationToken ct)
    {
        var jobs = await late.ReadAsync(ct);
        if (jobs.Count == 0)
            return 0;
        var administrators = await db.RoleGrants.AsNoTracking().Where(g => g.Role == Role.Administrator)
            .Join(db.Users.Where(u => u.DeactivatedAt == null && u.Email != null), g => g.UserId, u => u.Id, (g, u) => new { u.Id, Email = u.Email! })
            .Distinct().ToListAsync(ct);
        var wanted = jobs.SelectMany(j => administrators.Select(a => (Job: j, a.Email, Key: $"{Template}/{j.Job.Id}/{j.Period}/{a.Id:N}"))).ToList();
        var keys = wanted.Select(w => w.Key).ToList();
        var written = await db.Mail.Where(m => keys.Contains(m.Key)).Select(m => m.Key).ToListAsync(ct);
        var missing = wanted.Where(w => !written.Contains(w.Key)).ToList();
        foreach (var (job, email, key) in missing)
            letters.Write(Template, key, email, clock.UtcNow(), new Dictionary<string, string>
            {
                ["jobb"] = job.Job.Label,
                ["period"] = Schedules.Told(job.Period),
                ["tid"] = $"{DateOnly.FromDateTime(job.DueAt.ToStockholm()).Written()} kl. {job.DueAt.ToStockholm():HH.mm}",
                ["lank"] = portal.Link($"/admin/jobb/{job.Job.Id}"),
            });
        // Two servers may look in the same minute: the unique key lets one of them write.
        return await db.SaveUnlessTakenAsync(ct) ? missing.Count : 0;
    }
}
