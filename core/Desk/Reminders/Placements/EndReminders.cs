using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Data;
using static EnVagUt.Core.Desk.Reminders.ReminderReceiver;
using static EnVagUt.Core.Desk.Reminders.ReminderStep;

namespace EnVagUt.Core.Desk.Reminders.Placements;

/// <summary>Avsluta, förläng eller gå vidare?</summary>
public sealed class EndSoonForWorkplace() : PlacementReminder("slut-arbetsplats", "Slut närmar sig", Workplace, "sista dagen",
    WorkingDaysBefore(15, "paminnelse-slut-arbetsplats"),
    WorkingDaysBefore(5, "paminnelse-slut-arbetsplats"))
{
    public override string Condition => "placeringen pågår";

    protected override IQueryable<PlacementDay> Days(AppDb db, ReminderWindow window) => Coming(Live(db), window);

    internal static IQueryable<PlacementDay> Coming(IQueryable<Placement> placements, ReminderWindow window) =>
        placements.Where(p => p.To >= window.From && p.To <= window.Through && p.StartedOn != null && p.Ending.EndedOn == null)
            .Select(p => new PlacementDay { Placement = p, On = p.To, At = null });
}

public sealed class EndSoonForParticipant() : PlacementReminder("slut-deltagare", "Slut närmar sig", Participant, "sista dagen",
    WorkingDaysBefore(15, "paminnelse-slut-deltagare"),
    WorkingDaysBefore(5, "paminnelse-slut-deltagare"))
{
    public override string Condition => "placeringen pågår";

    protected override IQueryable<PlacementDay> Days(AppDb db, ReminderWindow window) => EndSoonForWorkplace.Coming(Live(db), window);
}

public sealed class EndSoonForCoordinator() : PlacementReminder("slut-samordnare", "Slut närmar sig", Coordinator, "sista dagen",
    WorkingDaysBefore(15, "slut-narmar-sig"),
    WorkingDaysBefore(5, "slut-narmar-sig"))
{
    public override string Condition => "placeringen pågår";

    protected override IQueryable<PlacementDay> Days(AppDb db, ReminderWindow window) => EndSoonForWorkplace.Coming(Live(db), window);
}

/// <summary>The last day has passed, and either the end or the outcome is missing.</summary>
public sealed class EndWithoutOutcome() : PlacementReminder("resultat-saknas", "Avslut eller resultat saknas", Coordinator, "sista dagen",
    WorkingDaysAfter(5, "resultat-saknas"))
{
    public override string Condition => "placeringen har startat och avslut eller resultat saknas";

    protected override IQueryable<PlacementDay> Days(AppDb db, ReminderWindow window) => WithoutOutcome(Live(db), window);

    // Of a nameless placement only the end is asked for.
    internal static IQueryable<PlacementDay> WithoutOutcome(IQueryable<Placement> placements, ReminderWindow window) =>
        placements.Where(p => p.StartedOn != null && p.Ending.Outcome == null && (p.PersonId != null || p.Ending.EndedOn == null)
                && (p.Ending.EndedOn ?? p.To) >= window.From && (p.Ending.EndedOn ?? p.To) <= window.Through)
            .Select(p => new PlacementDay { Placement = p, On = p.Ending.EndedOn ?? p.To, At = null });
}

public sealed class EndWithoutOutcomeForManager() : PlacementReminder("resultat-saknas-chef", "Avslut eller resultat saknas", UnitManager, "sista dagen",
    WorkingDaysAfter(15, "resultat-saknas-chef"))
{
    public override string Condition => "placeringen har startat och avslut eller resultat saknas";

    protected override IQueryable<PlacementDay> Days(AppDb db, ReminderWindow window) => EndWithoutOutcome.WithoutOutcome(Live(db), window);
}
