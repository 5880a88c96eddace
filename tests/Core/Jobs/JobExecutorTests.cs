using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Core.Jobs;

public class JobExecutorTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private static readonly TimeOnly Five = new(5, 0);
    private static readonly TimeOnly Six = new(6, 0);

    [Fact]
    public async Task A_period_is_run_once_however_often_the_engine_fires()
    {
        await using var t = await JobTest.StartAsync();
        await t.StartUpAsync(Monday, Five);
        t.Clock.SetStockholm(Monday, Six);

        await t.FireAsync();
        await t.FireAsync();
        t.Clock.Advance(TimeSpan.FromHours(3));
        await t.FireAsync();

        var run = Assert.Single(await t.RunsAsync());
        Assert.Equal((JobState.Done, "2026-11-23", "3 gjorda", 1), (run.State, run.Period, run.Result, run.Attempts));
        Assert.Equal(Monday, Assert.Single(t.Work.Seen).Due);
    }

    [Fact]
    public async Task A_firing_a_moment_early_by_this_server_s_clock_runs_its_own_period()
    {
        await using var t = await JobTest.StartAsync();
        await t.StartUpAsync(Monday, Five);
        t.Clock.SetStockholm(Monday, new TimeOnly(5, 59, 59));

        await t.Executor.ExecuteAsync(JobTest.JobId, t.Clock.UtcNow().AddSeconds(1), CancellationToken.None);

        Assert.Equal("2026-11-23", Assert.Single(t.Work.Seen).Period);
    }

    [Fact]
    public async Task What_lay_before_the_installation_is_not_caught_up()
    {
        await using var t = await JobTest.StartAsync();
        await t.StartUpAsync(Monday, new TimeOnly(9, 0));
        Assert.Empty(t.Work.Seen);
    }

    [Fact]
    public async Task Missed_days_are_caught_up_oldest_first_each_as_its_own_day()
    {
        await using var t = await JobTest.StartAsync();
        await t.StartUpAsync(Monday, Five);

        await t.StartUpAsync(Monday.AddDays(2), new TimeOnly(10, 0));

        Assert.Equal([Monday, Monday.AddDays(1), Monday.AddDays(2)], t.Work.Seen.Select(s => s.Due));
        Assert.All(await t.RunsAsync(), r => Assert.Equal(JobState.Done, r.State));
    }

    [Fact]
    public async Task At_most_sixty_periods_are_caught_up()
    {
        await using var t = await JobTest.StartAsync();
        await t.StartUpAsync(Monday, Five);
        await t.StartUpAsync(Monday.AddDays(200), new TimeOnly(10, 0));
        Assert.Equal(60, t.Work.Seen.Count);
        Assert.Equal(Monday.AddDays(200), t.Work.Seen[^1].Due);
    }

    [Fact]
    public async Task A_run_recovered_after_midnight_is_booked_on_the_day_it_was_due()
    {
        await using var t = await JobTest.StartAsync();
        await t.StartUpAsync(Monday, Five);
        // A server claims Monday's run and dies: nothing more is heard of it.
        t.Clock.SetStockholm(Monday, new TimeOnly(23, 59));
        var ledger = t.Core.Get<JobLedger>();
        var dead = Assert.Single(await ledger.DueAsync(t.Job, t.Clock.UtcNow(), CancellationToken.None));
        Assert.True(await ledger.ClaimAsync(dead, CancellationToken.None));

        t.Clock.SetStockholm(Monday.AddDays(1), new TimeOnly(0, 0, 30));
        await t.FireAsync();
        Assert.Empty(t.Work.Seen);

        t.Clock.SetStockholm(Monday.AddDays(1), new TimeOnly(0, 5));
        await t.FireAsync();

        Assert.Equal(("2026-11-23", Monday), (t.Work.Seen.Single().Period, t.Work.Seen.Single().Due));
        var run = Assert.Single(await t.RunsAsync());
        Assert.Equal((JobState.Done, "2026-11-23", 2), (run.State, run.Period, run.Attempts));
    }

    [Fact]
    public async Task A_failed_run_saves_nothing_that_was_half_done_and_is_tried_again()
    {
        await using var t = await JobTest.StartAsync();
        await t.StartUpAsync(Monday, Five);
        t.Clock.SetStockholm(Monday, Six);
        t.Work.Do = (_, db, _) =>
        {
            db.Mail.Add(new OutgoingMail("halv", "x", "a@exempel.se", "x", "x", "x", t.Clock.UtcNow()));
            throw new TimeoutException("a@exempel.se does not answer");
        };
        await t.FireAsync();

        var run = Assert.Single(await t.RunsAsync());
        Assert.Equal((JobState.Failed, "TimeoutException: (adress) does not answer"), (run.State, run.Error));
        Assert.False(await t.Core.Db.Mail.AnyAsync());

        await t.FireAsync();
        Assert.Single(t.Work.Seen);
        t.Work.Do = (_, _, _) => Task.CompletedTask;
        t.Clock.Advance(TimeSpan.FromMinutes(1));
        await t.FireAsync();
        Assert.Equal((JobState.Done, 2), ((await t.RunsAsync()).Single().State, t.Work.Seen.Count));
    }

    [Fact]
    public async Task One_failed_day_does_not_hold_the_next_one_back()
    {
        await using var t = await JobTest.StartAsync();
        await t.StartUpAsync(Monday, Five);
        t.Work.Do = (c, _, _) => c.Due == Monday ? throw new InvalidOperationException() : Task.CompletedTask;
        await t.StartUpAsync(Monday.AddDays(1), new TimeOnly(10, 0));
        Assert.Equal([JobState.Failed, JobState.Done], (await t.RunsAsync()).Select(r => r.State));
    }

    [Fact]
    public async Task The_lease_is_renewed_while_the_run_works()
    {
        await using var t = await JobTest.StartAsync(inFile: true);
        await t.StartUpAsync(Monday, Five);
        t.Clock.SetStockholm(Monday, Six);
        var (begun, free) = (new TaskCompletionSource(), new TaskCompletionSource());
        t.Work.Do = async (_, _, ct) => { begun.SetResult(); await free.Task.WaitAsync(ct); };
        var running = t.FireAsync();
        await begun.Task;

        for (var i = 0; i < 10; i++)
        {
            var before = (await t.RunsAsync()).Single().LeaseUntil;
            t.Clock.Advance(TimeSpan.FromSeconds(50));
            await UntilAsync(async () => (await t.RunsAsync()).Single().LeaseUntil > before);
        }
        await t.FireAsync();
        free.SetResult();
        await running;

        Assert.Single(t.Work.Seen);
        Assert.Equal((JobState.Done, 1), ((await t.RunsAsync()).Single().State, (await t.RunsAsync()).Single().Attempts));
    }

    [Fact]
    public async Task A_run_that_lost_its_lease_is_broken_off_and_writes_no_outcome()
    {
        await using var t = await JobTest.StartAsync(inFile: true);
        await t.StartUpAsync(Monday, Five);
        t.Clock.SetStockholm(Monday, Six);
        var begun = new TaskCompletionSource();
        t.Work.Do = async (_, _, ct) => { begun.SetResult(); await Task.Delay(Timeout.Infinite, ct); };
        var running = t.FireAsync();
        await begun.Task;
        // Another server believed it dead and has begun the second attempt.
        await t.Core.Db.JobRuns.Where(r => r.State == JobState.Running).ExecuteUpdateAsync(s => s.SetProperty(r => r.Attempts, 2));

        t.Clock.Advance(TimeSpan.FromSeconds(50));
        await running;

        Assert.Equal((JobState.Running, 2), ((await t.RunsAsync()).Single().State, (await t.RunsAsync()).Single().Attempts));
    }

    [Fact]
    public async Task A_stopping_server_gives_up_its_lease_so_that_the_next_need_not_wait()
    {
        await using var t = await JobTest.StartAsync();
        await t.StartUpAsync(Monday, Five);
        t.Clock.SetStockholm(Monday, Six);
        using var stop = new CancellationTokenSource();
        t.Work.Do = async (_, _, ct) => { await stop.CancelAsync(); ct.ThrowIfCancellationRequested(); };
        await t.FireAsync(stop.Token);
        Assert.Equal(JobState.Queued, (await t.RunsAsync()).Single().State);

        t.Work.Do = (_, _, _) => Task.CompletedTask;
        await t.FireAsync();
        Assert.Equal(JobState.Done, (await t.RunsAsync()).Single().State);
    }

    [Fact]
    public async Task Of_many_servers_one_runs_the_period_and_the_others_return_quietly()
    {
        await using var t = await JobTest.StartAsync(inFile: true);
        await t.StartUpAsync(Monday, Five);
        t.Clock.SetStockholm(Monday, Six);
        using var barrier = new Barrier(8);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            barrier.SignalAndWait();
            await t.FireAsync();
        })));
        Assert.Single(t.Work.Seen);
        Assert.Equal((JobState.Done, 1), ((await t.RunsAsync()).Single().State, (await t.RunsAsync()).Single().Attempts));
    }

    [Fact]
    public async Task A_job_without_ledger_leaves_no_row_and_serves_a_poke_that_came_meanwhile()
    {
        await using var t = await JobTest.StartAsync();
        t.Work.Do = async (_, _, _) =>
        {
            if (t.Work.Seen.Count == 1)
                await t.Executor.ExecuteAsync("ofta", null, CancellationToken.None);
        };
        await t.Executor.ExecuteAsync("ofta", null, CancellationToken.None);

        Assert.Equal(2, t.Work.Seen.Count);
        Assert.False(await t.Core.Db.JobRuns.AnyAsync());
        Assert.Equal("3 gjorda", t.Executor.LastUnbooked("ofta")!.Result);
    }

    [Fact]
    public async Task A_handler_reads_as_a_job()
    {
        await using var t = await JobTest.StartAsync();
        t.Work.Do = (_, db, _) => { Assert.True(db.Viewer.IsJob); return Task.CompletedTask; };
        await t.Executor.ExecuteAsync("ofta", null, CancellationToken.None);
        Assert.Null(t.Executor.LastUnbooked("ofta")!.Error);
    }

    [Fact]
    public async Task Run_by_hand_runs_though_the_period_is_done_and_keeps_its_argument()
    {
        await using var t = await JobTest.StartAsync();
        await t.StartUpAsync(Monday, Five);
        t.Clock.SetStockholm(Monday, new TimeOnly(10, 0));
        await t.FireAsync();
        var admin = await t.Core.AsAsync(Role.Administrator);

        await t.Core.Get<JobService>().RunNowAsync(JobTest.JobId, "namnd", CancellationToken.None);
        await t.Core.Get<JobService>().RunNowAsync(JobTest.JobId, "namnd", CancellationToken.None);
        await t.FireAsync();

        Assert.Equal([null, "namnd"], t.Work.Seen.Select(s => s.Argument));
        var byHand = (await t.RunsAsync()).Single(r => r.IsByHand);
        Assert.Equal((JobState.Done, admin), (byHand.State, byHand.AskedBy));
    }

    [Fact]
    public async Task A_failed_run_by_hand_is_not_tried_again_by_itself()
    {
        await using var t = await JobTest.StartAsync();
        await t.StartUpAsync(Monday, Five);
        t.Work.Do = (_, _, _) => throw new InvalidOperationException();
        await t.Core.Get<JobService>().RunNowAsync(JobTest.JobId, null, CancellationToken.None);
        await t.FireAsync();
        t.Clock.Advance(TimeSpan.FromMinutes(30));
        await t.FireAsync();
        Assert.Single(t.Work.Seen);
    }

    [Fact]
    public async Task A_job_that_is_not_in_the_catalogue_cannot_be_asked_for()
    {
        await using var t = await JobTest.StartAsync();
        await Assert.ThrowsAsync<NotFoundException>(() => t.Core.Get<JobService>().RunNowAsync("finns-inte", null, CancellationToken.None));
        await t.Executor.ExecuteAsync("finns-inte", null, CancellationToken.None);
    }

    [Fact]
    public async Task When_the_portal_starts_what_is_missed_is_caught_up_and_pokes_are_served()
    {
        await using var t = await JobTest.StartAsync(inFile: true);
        t.Clock.SetStockholm(Monday, Five);
        var pump = ActivatorUtilities.CreateInstance<JobPump>(t.Core.Services);
        await pump.StartAsync(CancellationToken.None);
        t.Core.Get<JobPokes>().Poke("ofta");
        await UntilAsync(() => Task.FromResult(t.Executor.LastUnbooked("ofta") is not null));
        await pump.StopAsync(CancellationToken.None);
    }

    private static async Task UntilAsync(Func<Task<bool>> happened)
    {
        for (var i = 0; i < 500 && !await happened(); i++)
            await Task.Delay(10);
        Assert.True(await happened());
    }
}
