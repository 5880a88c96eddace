using System.Globalization;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Core.Reminders.Simulation;

/// <summary>Two servers over one database, each with an executor of its own, and the clock that both read.</summary>
internal sealed class Servers
{
    private readonly CoreTest _test;
    private readonly JobExecutor _one, _other;
    private readonly RecurringJob _job;

    public Servers(CoreTest test)
    {
        (_test, _one, _other) = (test, NewExecutor(test), NewExecutor(test));
        _job = test.Get<JobCatalogue>().Find(Schedules.Reminders)!;
    }

    public Task InstallAsync(DateOnly day)
    {
        _test.Clock.SetStockholm(day, new TimeOnly(5, 0));
        return _test.Get<JobLedger>().EnsureKnownAsync(_job, CancellationToken.None);
    }

    public async Task MorningAsync(DateOnly day, TimeOnly hour, Night night, Nights nights)
    {
        _test.Clock.SetStockholm(day, hour);
        switch (night)
        {
            case Night.BothFire:
                await FireBothAsync();
                break;
            case Night.BrokenOff:
                using (var stop = new CancellationTokenSource(nights.Milliseconds(60)))
                    await _one.ExecuteAsync(_job.Id, _test.Clock.UtcNow(), stop.Token);
                await _other.ExecuteAsync(_job.Id, null, CancellationToken.None);
                // Had it been stopped between claim and run, nobody takes over before the lease is out.
                _test.Clock.Advance(TimeSpan.FromMinutes(3));
                await FireBothAsync();
                break;
            case Night.Dead:
                var ledger = _test.Get<JobLedger>();
                foreach (var run in await ledger.DueAsync(_job, _test.Clock.UtcNow(), CancellationToken.None))
                    Assert.True(await ledger.ClaimAsync(run, CancellationToken.None));
                await FireBothAsync();
                _test.Clock.Advance(TimeSpan.FromMinutes(3));
                await _other.ExecuteAsync(_job.Id, null, CancellationToken.None);
                break;
            default:
                await _one.ExecuteAsync(_job.Id, _test.Clock.UtcNow(), CancellationToken.None);
                break;
        }
    }

    public async Task ByHandAsync(DateOnly day, int runs)
    {
        _test.Clock.SetStockholm(day, new TimeOnly(15, 0));
        await using (var db = _test.Database.Open())
        {
            db.JobRuns.AddRange(Enumerable.Range(0, runs).Select(i => JobRun.ByHand(_job.Id, $"{i}", null, _test.Clock.UtcNow())));
            await db.SaveChangesAsync();
        }
        await FireBothAsync();
    }

    /// <summary>Every day of the simulation is booked as done, once.</summary>
    public async Task AssertEveryDayIsDoneAsync(IEnumerable<DateOnly> days, int byHand)
    {
        await using var db = _test.Database.Open();
        var runs = await db.JobRuns.AsNoTracking().Where(r => r.JobId == Schedules.Reminders && r.State != JobState.Skipped).ToListAsync();
        Assert.All(runs, r => Assert.True(r.State == JobState.Done, $"{r.Period}: {r.State} {r.Error}"));
        Assert.Equal(days.Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), runs.Where(r => !r.IsByHand).Select(r => r.Period).Order(StringComparer.Ordinal));
        Assert.Equal(byHand, runs.Count(r => r.IsByHand));
    }

    private Task FireBothAsync() => Task.WhenAll(new[] { _one, _other }.Select(e => Task.Run(() => e.ExecuteAsync(_job.Id, null, CancellationToken.None))));

    private static JobExecutor NewExecutor(CoreTest test) =>
        ActivatorUtilities.CreateInstance<JobExecutor>(test.Services, ActivatorUtilities.CreateInstance<JobLedger>(test.Services));
}
