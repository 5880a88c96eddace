using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Placements;

/// <summary>A placement's status is derived in one place; whoever reads the facts, and the database's own filter, agree with it.</summary>
public class StatusFactsTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = Now.StockholmDate();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void What_closes_a_case_comes_first_then_how_far_it_has_come()
    {
        var facts = new StatusFacts();
        void Becomes(PlacementStatus status, StatusFacts next) => Assert.Equal(status, (facts = next).At(Now));

        Becomes(PlacementStatus.Proposed, facts);
        Becomes(PlacementStatus.Pencilled, facts with { PencilledUntil = Now.AddMinutes(1) });
        Becomes(PlacementStatus.Proposed, facts with { PencilledUntil = Now });
        Becomes(PlacementStatus.Requested, facts with { RequestedAt = Now, EmployerSaidYes = false });
        Becomes(PlacementStatus.AwaitingPaper, facts with { EmployerSaidYes = true });
        Becomes(PlacementStatus.ReadyToStart, facts with { PaperDoneOn = Today });
        Becomes(PlacementStatus.Running, facts with { StartedOn = Today, PausedFrom = Today.AddDays(1), PausedTo = Today.AddDays(2) });
        Becomes(PlacementStatus.Running, facts with { PausedFrom = Today.AddDays(-2), PausedTo = Today.AddDays(-1) });
        Becomes(PlacementStatus.Paused, facts with { PausedFrom = Today, PausedTo = Today });
        Becomes(PlacementStatus.Ended, facts with { EndedOn = Today, InterruptedBy = InterruptedBy.Nobody });
        Becomes(PlacementStatus.Interrupted, facts with { InterruptedBy = InterruptedBy.Participant });
        Becomes(PlacementStatus.NotHeld, facts with { NotHeldAt = Now });
        Becomes(PlacementStatus.Voided, facts with { VoidedAt = Now });
    }

    [Fact]
    public async Task Row_projection_and_the_workplaces_view_say_the_same_of_any_facts()
    {
        await using var t = await CoreTest.StartAsync();
        var id = (await PlacementInState.BringAsync(t, Form.Praktik, "Proposed")).Id;
        var random = new Random(8);
        var seen = new HashSet<PlacementStatus>();
        for (var round = 0; round < 300; round++)
        {
            var facts = Any(random);
            await StoreAsync(t, id, facts, facts.At(Now));

            var all = t.Db.Placements.AsNoTracking();
            Assert.Equal(facts.At(Now), (await all.SingleAsync(Ct)).StatusAt(Now));
            Assert.Equal(facts, await all.Select(p => new StatusFacts(p.PencilledUntil, p.Answers, p.Paper, p.StartedOn, p.PausedFrom, p.PausedTo, p.Ending)).SingleAsync(Ct));
            var seenByWorkplace = await EmployerView.Of(t.Db, all, Now).SingleAsync(Ct);
            // A pencil is nothing that the workplace knows of.
            Assert.Equal((facts with { PencilledUntil = null }).At(Now), seenByWorkplace.Status);
            seen.Add(facts.At(Now));
        }
        Assert.Equal(Enum.GetValues<PlacementStatus>(), seen.Order());
    }

    [Fact]
    public async Task The_night_finds_exactly_those_that_the_calendar_has_overtaken()
    {
        await using var t = await CoreTest.StartAsync();
        var id = (await PlacementInState.BringAsync(t, Form.Praktik, "Proposed")).Id;
        var random = new Random(9);
        var overtaken = 0;
        for (var round = 0; round < 300; round++)
        {
            var (facts, stored) = (Any(random), Now.AddDays(-random.Next(4)));
            await StoreAsync(t, id, facts, facts.At(stored));
            var isFound = await t.Db.Placements.AnyAsync(StatusFacts.OvertakenAt(Now), Ct);
            Assert.Equal(facts.At(stored) != facts.At(Now), isFound);
            overtaken += isFound ? 1 : 0;
        }
        Assert.InRange(overtaken, 20, 200);
    }

    // Each stage is reached by most, so that every status is met often.
    private static StatusFacts Any(Random random)
    {
        bool Chance(double p) => random.NextDouble() < p;
        DateOnly Day() => Today.AddDays(random.Next(-4, 5));
        var (pause, length) = (Day(), random.Next(4));
        var started = Chance(0.5);
        var ended = started && Chance(0.2);
        var paused = Chance(0.6);
        return new()
        {
            PencilledUntil = Chance(0.6) ? Now.AddHours(random.Next(-80, 40)) : null,
            RequestedAt = Chance(0.5) ? Now.AddDays(-9) : null,
            EmployerSaidYes = Chance(0.5) ? true : Chance(0.5) ? false : null,
            PaperDoneOn = Chance(0.5) ? Day() : null,
            StartedOn = started ? Day() : null,
            PausedFrom = paused ? pause : null,
            PausedTo = paused ? pause.AddDays(length) : null,
            EndedOn = ended ? Day() : null,
            InterruptedBy = ended ? (InterruptedBy)random.Next(4) : null,
            NotHeldAt = Chance(0.08) ? Now : null,
            VoidedAt = Chance(0.08) ? Now : null,
        };
    }

    // Written past the verbs: no path of verbs makes all of these, and the function must not care.
    private static async Task StoreAsync(CoreTest t, Guid id, StatusFacts f, PlacementStatus status) =>
        await t.Db.Placements.Where(p => p.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(p => p.Status, status)
            .SetProperty(p => p.PencilledUntil, f.PencilledUntil)
            .SetProperty(p => p.Answers.RequestedAt, f.RequestedAt)
            .SetProperty(p => p.Answers.EmployerSaidYes, f.EmployerSaidYes)
            .SetProperty(p => p.Paper.DoneOn, f.PaperDoneOn)
            .SetProperty(p => p.StartedOn, f.StartedOn)
            .SetProperty(p => p.PausedFrom, f.PausedFrom)
            .SetProperty(p => p.PausedTo, f.PausedTo)
            .SetProperty(p => p.Ending.EndedOn, f.EndedOn)
            .SetProperty(p => p.Ending.InterruptedBy, f.InterruptedBy)
            .SetProperty(p => p.Ending.NotHeldAt, f.NotHeldAt)
            .SetProperty(p => p.Ending.VoidedAt, f.VoidedAt), Ct);
}
