using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Law.Days;
using EnVagUt.Core.Law.Forms;

namespace EnVagUt.Web.Hosting.Demo;

/// <summary>Who is placed when: each participant's cases after each other, never two at a time.</summary>
internal sealed class DemoCases(DemoStage stage, DemoLogins logins, DemoPapers papers, DemoOffers offers)
{
    /// <summary>Working days from the proposal to the start: time for answers and paper.</summary>
    private const int ShortestLead = 14, LongestLead = 28;

    /// <summary>The course of everyday work: most have been placed once, many not yet.</summary>
    public void PlanAll(IEnumerable<DemoParticipant> people)
    {
        // In order of time, so that an offer is there before it is looked for.
        var waiting = new PriorityQueue<(DemoParticipant Person, int Left), (DateOnly, int)>();
        var order = 0;
        foreach (var person in people)
            if (stage.Weighted((0, 26), (1, 46), (2, 21), (3, 7)) is var cases and > 0)
                waiting.Enqueue((person, cases), (Next(person), order++));
        while (waiting.TryDequeue(out var next, out var at))
        {
            if (at.Item1 > stage.Last)
                continue;
            PlanOne(next.Person, at.Item1, stage.Chance(0.16) ? Form.Employment : Form.Praktik);
            if (next.Left > 1)
                waiting.Enqueue((next.Person, next.Left - 1), (Next(next.Person), order++));
        }
    }

    /// <summary>Toward a contract's clause, at the supplier's own workplace.</summary>
    public void PlanClause(DemoParticipant person, DemoOffer offer, DateOnly start, DateOnly end, PlacementStatus? stopsAt = null) =>
        Plan(person, offer, offer.Take(start, end), start.AddWorkingDays(-ShortestLead), start, end, stopsAt);

    /// <summary>An agreement that waits for the workplace: of somebody who is to come to a given employer.</summary>
    public void PlanWaitingAgreement(DemoParticipant person, DemoPlace place)
    {
        var start = Enumerable.Range(8, 60).Select(n => stage.Last.AddWorkingDays(n)).FirstOrDefault(d => place.Free(d, d.AddMonths(2)) > 0);
        if (start == default)
            return;
        var proposed = stage.Last.AddWorkingDays(-14);
        var offer = offers.Make(Form.Praktik, start, start.AddMonths(2), 1, proposed, place);
        Plan(person, offer, offer.Take(start, start.AddMonths(2)), proposed, start, start.AddMonths(2), PlacementStatus.AwaitingPaper, Approver.Workplace);
    }

    /// <summary>One case that stands in a given state today.</summary>
    public void PlanToday(DemoParticipant person, PlacementStatus status, int workingDaysAgo, Approver? waitsFor = null)
    {
        var proposed = stage.Last.AddWorkingDays(-workingDaysAgo);
        var start = stage.Last.AddWorkingDays(stage.Random.Next(3, 12));
        var end = start.AddMonths(3);
        var (offer, slot) = offers.Find(Form.Praktik, proposed, start, end);
        Plan(person, offer, slot, proposed, start, end, status, waitsFor);
    }

    /// <summary>An employment that goes on though its support has ended: «Stöd utlöpt – hur fortsätter anställningen?».</summary>
    public void PlanLapsedSupport(DemoParticipant person)
    {
        var start = stage.Last.AddMonths(-8).AddWorkingDays(1);
        var proposed = start.AddWorkingDays(-20);
        var (offer, slot) = offers.Find(Form.Employment, proposed, start, start.AddMonths(18));
        new DemoCase(stage, logins, papers, person, offer, slot, proposed, start, start.AddMonths(18)) { StopsAt = PlacementStatus.Running, SupportLapses = true }.Plan();
        person.FreeFrom = start.AddMonths(19);
    }

    private DateOnly Next(DemoParticipant person) => person.FreeFrom.AddDays(stage.Random.Next(5, 90));

    private void PlanOne(DemoParticipant person, DateOnly proposed, Form form)
    {
        proposed = proposed.IsWorkingDay() ? proposed : proposed.AddWorkingDays(1);
        var start = proposed.AddWorkingDays(stage.Random.Next(ShortestLead, LongestLead));
        DateOnly? end = form == Form.Praktik ? start.AddDays(7 * stage.Random.Next(4, 25))
            : stage.Chance(0.25) ? null : start.AddMonths(stage.Weighted((6, 3), (12, 5), (24, 2))).AddDays(-1);
        var (offer, slot) = offers.Find(form, proposed, start, end);
        Plan(person, offer, slot, proposed, start, end, stage.Chance(0.01) ? PlacementStatus.Voided : null);
    }

    private void Plan(DemoParticipant person, DemoOffer offer, int slot, DateOnly proposed, DateOnly start, DateOnly? end, PlacementStatus? stopsAt, Approver? waitsFor = null)
    {
        if (slot < 0)
            throw new InvalidOperationException($"{offer.Place.Name} has no slot from {start} to {end}.");
        new DemoCase(stage, logins, papers, person, offer, slot, proposed, start, end) { StopsAt = stopsAt, WaitsFor = waitsFor }.Plan();
        person.FreeFrom = end is { } last ? last.AddDays(14) : DateOnly.MaxValue.AddDays(-200);
    }
}
