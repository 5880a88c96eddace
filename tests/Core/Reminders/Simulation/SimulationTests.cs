using System.Diagnostics;
using System.Globalization;
using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Core.Reminders.Simulation;

/// <summary>
/// Two years with 1 200 placements, or 2 000 when the run may be long: cases are proposed, changed, prolonged, paused and closed at random, nights are lost and
/// run twice, and what the job has written on each of them is what an oracle with pen and paper says.
/// Another seed: <c>ENVAGUT_SIM_SEED=42 tests/Core/bin/Debug/net10.0/EnVagUt.Tests.Core -class '*SimulationTests' -showLiveOutput</c>;
/// <c>ENVAGUT_SIM_PLACEMENTS</c> sets their number.
/// </summary>
public class SimulationTests(ITestOutputHelper output)
{
    private const int Stretch = 28;

    [Fact]
    public async Task Over_two_years_every_promised_reminder_comes_once_on_its_day_and_nothing_else()
    {
        var (seed, placements) = (Setting("ENVAGUT_SIM_SEED", 20261123), Setting("ENVAGUT_SIM_PLACEMENTS", LongRun.Rounds(900, 2000)));
        output.WriteLine($"Seed {seed}, {placements} placements");
        await using var test = await CoreTest.StartInFileAsync();
        var world = await World.BuildAsync(test, seed, placements);
        var (nights, servers, oracle) = (new Nights(seed + 1), new Servers(test), new Oracle(world));
        var comparison = new Comparison(test.Database, world, oracle);
        await servers.InstallAsync(World.First);
        var (wasDown, last) = (false, World.Last);
        var (jobs, lives, thinks) = (new Stopwatch(), new Stopwatch(), new Stopwatch());

        for (var day = World.First; day <= last; day = day.AddDays(1))
        {
            var fortune = day == last ? new Fortune(Night.BothFire, 0) : nights.Of(day);
            var isUp = fortune.Night != Night.Lost;
            using (Timed(lives))
            {
                if (isUp && !wasDown)
                    await world.LapsePencilsAsync(day, new TimeOnly(0, 20));
                await world.LiveAsync(day, 0, 5, 0.1);
            }
            if (isUp)
            {
                using (Timed(jobs))
                    await servers.MorningAsync(day, new TimeOnly(wasDown ? 9 : 6, 0), fortune.Night, nights);
                using (Timed(thinks))
                    oracle.Run(day, isAfternoon: false);
                if (wasDown)
                    await world.LapsePencilsAsync(day, new TimeOnly(10, 0));
            }
            using (Timed(lives))
                await world.LiveAsync(day, 11, 15, 0.4);
            if (fortune.ByHand > 0)
            {
                using (Timed(jobs))
                    await servers.ByHandAsync(day, fortune.ByHand);
                oracle.Run(day, isAfternoon: true);
            }
            using (Timed(lives))
                await world.LiveAsync(day, 16, 24, 0.5);
            wasDown = !isUp;
            if ((day.DayNumber - World.First.DayNumber) % Stretch == Stretch - 1 || day == last)
                await comparison.AssertSameAsync(day.AddDays(1 - Stretch), day);
        }

        await comparison.AssertEveryLetterOnceAsync();
        await servers.AssertEveryDayIsDoneAsync(Enumerable.Range(0, last.DayNumber - World.First.DayNumber + 1).Select(World.First.AddDays), nights.ByHand);
        Report(world, nights, oracle);
        output.WriteLine($"Jobs {jobs.Elapsed.TotalSeconds:0} s, world {lives.Elapsed.TotalSeconds:0} s, oracle {thinks.Elapsed.TotalSeconds:0} s");
        if (placements >= 1200)
            AssertThatMuchHappened(world, nights, oracle);
    }

    private static void AssertThatMuchHappened(World world, Nights nights, Oracle oracle)
    {
        Assert.True(world.Cases.Count >= 1200, $"{world.Cases.Count} cases");
        Assert.All(Oracle.Reminders, id => Assert.True(oracle.Rows.Count(r => r.Reminder == id) >= 12, $"few of {id}"));
        Assert.All(Enum.GetValues<WhyNoLetter>(), why => Assert.True(oracle.Rows.Count(r => r.WhyNot == why) >= 12, $"few {why}"));
        Assert.True(oracle.RestedForPause >= 12 && oracle.RestedForClosedWeeks >= 12, $"{oracle.RestedForPause} rested for uppehåll, {oracle.RestedForClosedWeeks} for closed weeks");
        Assert.True(oracle.ReadByStandIn >= 100, $"{oracle.ReadByStandIn} letters to somebody who stands in");
        Assert.True(oracle.Digests.Count >= 100 && oracle.Rows.Count(r => r.IsAfternoon) >= 20);
        Assert.All(nights.Seen, n => Assert.True(n.Value >= 10, $"{n.Value} nights were {n.Key}"));
    }

    private void Report(World world, Nights nights, Oracle oracle)
    {
        output.WriteLine($"Placements {world.Cases.Count}, persons {world.Humans.Count}, events {world.Happened.Values.Sum()}: {Listed(world.Happened.Select(x => (x.Key, x.Value)))}");
        output.WriteLine($"Nights: {Listed(nights.Seen.Select(x => (x.Key.ToString(), x.Value)))}; by hand {nights.ByHand}");
        output.WriteLine($"Rows {oracle.Rows.Count}: {Listed(oracle.Rows.GroupBy(r => r.Reminder).OrderBy(g => g.Key).Select(g => (g.Key, g.Count())))}");
        output.WriteLine($"Without letter: {Listed(oracle.Rows.Where(r => r.WhyNot is not null).GroupBy(r => r.WhyNot).Select(g => ($"{g.Key}", g.Count())))}; "
            + $"rested for uppehåll {oracle.RestedForPause}, for closed weeks {oracle.RestedForClosedWeeks}; in {oracle.Digests.Count} digests {oracle.DigestRows}; to stand-ins {oracle.ReadByStandIn}; in the afternoon {oracle.Rows.Count(r => r.IsAfternoon)}");
    }

    private static string Listed(IEnumerable<(string What, int Count)> counts) => string.Join(", ", counts.Select(c => $"{c.What} {c.Count}"));

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    private static Running Timed(Stopwatch watch)
    {
        watch.Start();
        return new Running(watch);
    }

    private readonly record struct Running(Stopwatch Watch) : IDisposable
    {
        public void Dispose() => Watch.Stop();
    }
}
