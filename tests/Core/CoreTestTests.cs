using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core;

public class CoreTestTests
{
    [Fact]
    public async Task Each_test_has_a_database_of_its_own()
    {
        await using var one = await CoreTest.StartAsync();
        await using var other = await CoreTest.StartAsync();
        one.Db.Add(new JobRun("paminnelser", "2026-11-23", one.Stamp.At));
        await one.Db.SaveChangesAsync();

        one.NewScope();
        Assert.Equal(1, await one.Db.JobRuns.CountAsync());
        Assert.Equal(0, await other.Db.JobRuns.CountAsync());
    }

    [Fact]
    public async Task Another_user_sees_with_other_eyes()
    {
        await using var t = await CoreTest.StartAsync();
        Assert.True(t.Viewer.IsJob);

        var id = await t.AsAsync(Role.Coordinator, Verksamhetsgren.Skola);

        Assert.Equal(id, t.Viewer.UserId);
        Assert.Equal([Verksamhetsgren.Skola], t.Viewer.Grenar);
    }

    [Fact]
    public void The_clock_keeps_its_hour_when_summer_time_begins()
    {
        var clock = new FakeClock();
        clock.SetStockholm(new DateOnly(2027, 3, 27));
        clock.AdvanceDays(1);
        Assert.Equal(new DateTime(2027, 3, 28, 9, 0, 0), clock.UtcNow().ToStockholm());
    }
}
