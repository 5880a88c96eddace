using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Days;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using static EnVagUt.Core.Desk.Reminders.ReminderReceiver;
using static EnVagUt.Core.Desk.Reminders.ReminderStep;

namespace EnVagUt.Core.Desk.Reminders.Placements;

/// <summary>An uppehåll has gone on for so long that somebody should ask: fortsätt, ändra omfattning eller avsluta?</summary>
public sealed class PauseGoesOn() : PlacementReminder("uppehall", "Uppehåll som drar ut på tiden", Coordinator, "uppehållets första dag",
    DaysAfter(14, "uppehall-fortsatter") with { SharedRule = (ShippedRules.All, Limit.PauseAskDays) })
{
    public override string Condition => "placeringen pågår och har uppehåll";

    protected override IQueryable<PlacementDay> Days(AppDb db, ReminderWindow window) =>
        Live(db).Where(p => p.PausedFrom >= window.From && p.PausedFrom <= window.Through && p.PausedTo >= window.Today
                && p.StartedOn != null && p.Ending.EndedOn == null)
            .Select(p => new PlacementDay { Placement = p, On = p.PausedFrom, At = null });
}

/// <summary>The days on which the form's plan wants the placement followed up, of those that are running.</summary>
public sealed class FollowUpToday() : PlacementReminder("uppfoljning", "Uppföljning i dag", Coordinator, "uppföljningsdagen",
    DaysAfter(0, "uppfoljning-i-dag"))
{
    public override string Condition => "placeringen pågår";

    public override int KeepsDays => 7;

    protected override IQueryable<PlacementDay> Days(AppDb db, ReminderWindow window) =>
        Live(db).Where(p => p.StartedOn != null && p.Ending.EndedOn == null && (p.To == null || p.To >= window.From))
            .Select(p => new PlacementDay { Placement = p, On = p.From, At = null });

    internal override Task<List<DueCase>> ExpandAsync(AppDb db, ReminderWindow window, List<DueCase> cases, CancellationToken ct) =>
        Task.FromResult(cases.SelectMany(c => FollowUpDays.Of(c.Form!.Value.Row(), new Period(c.From, c.To), c.ClosedWeeks)
            .Where(f => f.On >= window.From && f.On <= window.Through).Select(f => c with { On = f.On })).ToList());
}
