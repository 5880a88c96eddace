using EnVagUt.Core.Post.Jobs;
using EnVagUt.Core.Post.Outbox;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EnVagUt.Web.Hosting;

/// <summary>
/// Are jobs done in time, and do letters leave? Says nothing about which: the answer is open to all, and the log and the
/// administrator's pages tell the rest.
/// </summary>
internal sealed class WorkCheck(LateJobs late, MailHealth mail) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if ((await late.ReadAsync(cancellationToken)).Select(j => j.Job.Id).ToList() is { Count: > 0 } jobs)
            return HealthCheckResult.Unhealthy($"Late: {string.Join(", ", jobs)}");
        return await mail.AreHeldBackAsync(cancellationToken) ? HealthCheckResult.Unhealthy("Letters do not leave") : HealthCheckResult.Healthy();
    }
}
