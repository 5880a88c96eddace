using EnVagUt.Core.Cases.BeforeStart;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using static EnVagUt.Core.Desk.Reminders.ReminderReceiver;
using static EnVagUt.Core.Desk.Reminders.ReminderStep;

namespace EnVagUt.Core.Desk.Reminders.Placements;

/// <summary>The workplace must see an extract, which takes the police some weeks to send.</summary>
public sealed class ExtractForParticipant() : PlacementReminder("utdrag-deltagare", "Utdrag att beställa", ReminderReceiver.Participant, "starten",
    DaysBefore(21, "utdrag-bestall"))
{
    public override string Condition => "någon har sagt ja, arbetsplatsen ska se ett utdrag och det inte är uppvisat";

    public override bool IsQuietable => false;

    protected override IQueryable<PlacementDay> Days(AppDb db, ReminderWindow window) => NotShown(db, Live(db), window);

    internal static IQueryable<PlacementDay> NotShown(AppDb db, IQueryable<Placement> placements, ReminderWindow window) =>
        Coming(placements, window).Where(d => d.Placement.BeforeStart.ExtractShownOn == null && db.Workplaces.Any(w => w.Id == d.Placement.WorkplaceId && w.ExtractRequired));

    /// <summary>Those who are to start: the person, or the workplace, has said yes and nobody no. Of what was agreed elsewhere only the workplace's yes is known.</summary>
    internal static IQueryable<PlacementDay> Coming(IQueryable<Placement> placements, ReminderWindow window) =>
        placements.Where(p => p.From >= window.From && p.From <= window.Through && p.StartedOn == null
                && (p.Answers.ParticipantSaidYes == true || p.Answers.EmployerSaidYes == true) && p.Answers.EmployerSaidYes != false)
            .Select(p => new PlacementDay { Placement = p, On = p.From, At = null });
}

public sealed class ExtractMissing() : PlacementReminder("utdrag-saknas", "Utdrag som inte är uppvisat", Coordinator, "starten",
    DaysBefore(7, "utdrag-saknas"))
{
    public override string Condition => "någon har sagt ja, arbetsplatsen ska se ett utdrag och det inte är uppvisat";

    protected override IQueryable<PlacementDay> Days(AppDb db, ReminderWindow window) => ExtractForParticipant.NotShown(db, Live(db), window);
}

/// <summary>The form asks for the union's statement, and there is no answer that holds on the first day.</summary>
public sealed class UnionNotAsked() : PlacementReminder("facket", "Facket har inte svarat", Coordinator, "starten",
    DaysBefore(10, "facket-har-inte-svarat"))
{
    public override string Condition => "någon har sagt ja, formen kräver fackets yttrande och inget svar gäller startdagen";

    private static readonly Form[] Asking = [.. FormRegistry.All.Where(f => f.Requires.HasFlag(RequiredFacts.UnionStatement)).Select(f => f.Form)];

    protected override IQueryable<PlacementDay> Days(AppDb db, ReminderWindow window) =>
        ExtractForParticipant.Coming(Live(db), window).Where(d => Asking.Contains(d.Placement.Form)
            && !db.WorkplaceChecks.Any(c => c.WorkplaceId == d.Placement.WorkplaceId && c.Form == d.Placement.Form
                && c.Kind == WorkplaceCheckKind.UnionStatement && c.AnsweredOn != null && c.ValidThrough >= d.Placement.From));
}

/// <summary>What must be in place before a start is not, and the start would be refused: a handledare where the form demands one, and what a minor needs.</summary>
public sealed class BeforeStartMissing() : PlacementReminder("fore-start", "Något saknas före start", Coordinator, "starten",
    DaysBefore(7, "fore-start-saknas"))
{
    private static readonly Form[] Supervised = [.. FormRegistry.All.Where(f => f.Requires.HasFlag(RequiredFacts.Supervisor)).Select(f => f.Form)];

    public override string Condition => "någon har sagt ja, och handledare saknas där formen kräver det eller något av det som krävs för en minderårig";

    protected override IQueryable<PlacementDay> Days(AppDb db, ReminderWindow window) =>
        ExtractForParticipant.Coming(Live(db), window).Where(d =>
            (d.Placement.SupervisorId == null && d.Placement.PersonId != null && Supervised.Contains(d.Placement.Form))
            || (db.Participants.Any(x => x.Id == d.Placement.ParticipantId && x.BirthDate > d.Placement.From.AddYears(-Age.Adult))
            && (d.Placement.BeforeStart.GuardianInformedOn == null || d.Placement.BeforeStart.ForbiddenTasksShownOn == null || d.Placement.SupervisorId == null
                || !db.WorkplaceChecks.Any(c => c.WorkplaceId == d.Placement.WorkplaceId && c.Form == d.Placement.Form
                    && c.Kind == WorkplaceCheckKind.RiskAssessment && c.Accepted == true && c.ValidThrough >= d.Placement.From))));
}
