using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Organisation;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Processes;

/// <summary>The real program is killed with signal 9 while it compiles the reports of many nämnder, and started again.</summary>
public sealed class KilledReportTests : ProcessTest
{
    private const int Namnder = 200;

    [Fact]
    public async Task Killed_in_the_middle_of_the_reports_every_namnd_gets_exactly_one_of_the_year_that_was_due()
    {
        await using var t = await CoreTest.StartInFileAsync();
        var due = await KnowTheJobSinceTheYearBeforeAsync(t);
        await SeedNamnderAsync(t, due);
        var settings = new Dictionary<string, string> { ["Jobs__Lease"] = "00:00:02" };

        Dictionary<Guid, Guid> before;
        await using (var portal = await PortalProcess.StartAsync(Folder(t), settings))
        {
            await UntilAsync(t, db => db.AnnualReports.AnyAsync(), everyMs: 5);
            await portal.KillAsync();
            before = await ReadAsync(t, db => db.AnnualReports.ToDictionaryAsync(r => r.NamndId, r => r.Version));
        }
        Assert.InRange(before.Count, 1, Namnder - 1);
        await AssertWholeAsync(t);
        var broken = await ReadAsync(t, db => db.JobRuns.SingleAsync(r => r.JobId == Schedules.AnnualReports && r.State == JobState.Running));

        await UntilAsync(t, async db => !await db.JobRuns.AnyAsync(r => r.LeaseUntil > DateTime.UtcNow));
        await using (await PortalProcess.StartAsync(Folder(t), settings))
            await UntilAsync(t, db => db.JobRuns.AnyAsync(r => r.JobId == Schedules.AnnualReports && r.State == JobState.Done));

        var after = await ReadAsync(t, db => db.AnnualReports.AsNoTracking().ToListAsync());
        Assert.Equal(Namnder, after.Count);
        Assert.Equal(Namnder, after.Select(r => r.NamndId).Distinct().Count());
        Assert.All(after, r => Assert.Equal(due.Year - 1, r.Year));
        Assert.All(after.Where(r => before.ContainsKey(r.NamndId)), r => Assert.Equal(before[r.NamndId], r.Version));
        await AssertWholeAsync(t);
        // However long after midnight it was recovered, the run belongs to the second of January.
        var run = await ReadAsync(t, db => db.JobRuns.SingleAsync(r => r.JobId == Schedules.AnnualReports && r.State == JobState.Done));
        Assert.Equal((broken.Id, due, $"{due.Year - 1}", 2), (run.Id, run.DueAt, run.Period, run.Attempts));
        Assert.Equal($"{due.Year - 1}: {Namnder - before.Count} sammanställda, {before.Count} fanns redan", run.Result);
    }

    // A report is saved with all its figures or not at all.
    private static async Task AssertWholeAsync(CoreTest t)
    {
        var figures = await ReadAsync(t, db => db.AnnualReports.Select(r => r.Tables.Sum(x => x.Figures.Count)).Distinct().ToListAsync());
        Assert.Single(figures);
        Assert.NotEqual(0, figures[0]);
    }

    private static async Task SeedNamnderAsync(CoreTest t, DateTime due)
    {
        await using var db = t.Database.Open();
        var stamp = new Stamp(null, due);
        for (var i = 0; i < Namnder; i++)
            db.Add(OrgUnit.Create(OrgLevel.Namnd, $"N{i}", $"Nämnden {i:000}", null, new DateOnly(due.Year - 2, 1, 1), stamp));
        await db.SaveChangesAsync();
    }

    /// <returns>When the run that is due now should have begun.</returns>
    private static async Task<DateTime> KnowTheJobSinceTheYearBeforeAsync(CoreTest t)
    {
        var schedule = t.Get<JobCatalogue>().Find(Schedules.AnnualReports)!.Schedule;
        var times = schedule.Backwards(DateTime.UtcNow).Take(2).ToList();
        await using var db = t.Database.Open();
        db.JobRuns.Add(JobRun.BeforeKnown(Schedules.AnnualReports, Schedules.YearBefore(times[1].ToStockholm()), times[1]));
        await db.SaveChangesAsync();
        return times[0];
    }
}
