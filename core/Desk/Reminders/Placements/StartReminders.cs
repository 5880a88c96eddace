using EnVagUt.Core.Cases.FirstDays;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Post.Jobs;
using static EnVagUt.Core.Desk.Reminders.ReminderReceiver;
using static EnVagUt.Core.Desk.Reminders.ReminderStep;

namespace EnVagUt.Core.Desk.Reminders.Placements;

/// <summary>Somebody begins soon at the workplace.</summary>
public sealed class StartSoonForWorkplace() : PlacementReminder("start-arbetsplats", "Start närmar sig", Workplace, "starten",
    DaysBefore(7, "paminnelse-start-arbetsplats"),
    DaysBefore(1, "paminnelse-start-arbetsplats"))
{
    public override string Condition => "arbetsplatsen har sagt ja och starten inte är bekräftad";

    protected override IQueryable<PlacementDay> Days(AppDb db, ReminderWindow window) => Agreed(Live(db), window);

    internal static IQueryable<PlacementDay> Agreed(IQueryable<Placement> placements, ReminderWindow window) =>
        placements.Where(p => p.From >= window.From && p.From <= window.Through && p.Answers.EmployerSaidYes == true && p.StartedOn == null)
            .Select(p => new PlacementDay { Placement = p, On = p.From, At = null });
}

/// <summary>
/// «Kom deltagaren?» at ten on the first day, to the supervisor when there is an address. The letter holds a link that
/// is answered without an account; persons with protected identity are asked about by telephone.
/// </summary>
public sealed class FirstDayAsked() : PlacementReminder("forsta-dagen", "Kom deltagaren första dagen?", Workplace, "första dagen",
    DaysAfter(0, "kom-deltagaren"))
{
    public override string Condition => "arbetsplatsen har sagt ja, papperet är klart eller starten bekräftad, och uppgifterna inte är skyddade";

    public override int KeepsDays => 1;
    public override string JobId => Schedules.FirstDay;
    public override bool IsQuietable => false;
    public override bool FitsDigest => false;
    protected override bool ToSupervisor => true;

    /// <summary>Asked on the day, never ahead.</summary>
    public override bool GoesToOthers => false;

    public override IReadOnlyDictionary<string, string> Prepare(AppDb db, DueCase due, PortalAddress portal, DateTime now)
    {
        var (question, secret) = FirstDayQuestion.Ask(due.CaseId, due.Day, now);
        db.FirstDayQuestions.Add(question);
        return new Dictionary<string, string> { ["svarslank"] = portal.Link($"{FirstDayQuestionService.LinkPath}?nyckel={secret}") };
    }

    protected override IQueryable<PlacementDay> Days(AppDb db, ReminderWindow window) =>
        Live(db).Where(p => (p.StartedOn ?? p.From) >= window.From && (p.StartedOn ?? p.From) <= window.Through && !p.IsProtected
                && p.Answers.EmployerSaidYes == true && (p.Paper.DoneOn != null || p.StartedOn != null) && p.Ending.EndedOn == null
                // Told before the question went out: it is not asked again.
                && !db.FirstDayQuestions.Any(q => q.PlacementId == p.Id && q.Day == (p.StartedOn ?? p.From) && q.Came != null))
            .Select(p => new PlacementDay { Placement = p, On = p.StartedOn ?? p.From, At = null });
}

/// <summary>Soon the person's first day. Neither workplace nor form is named: a letter may be read by others.</summary>
public sealed class StartSoonForParticipant() : PlacementReminder("start-deltagare", "Start närmar sig", Participant, "starten",
    DaysBefore(7, "paminnelse-start-deltagare"),
    DaysBefore(1, "paminnelse-start-deltagare"))
{
    public override string Condition => "arbetsplatsen har sagt ja och starten inte är bekräftad";

    protected override IQueryable<PlacementDay> Days(AppDb db, ReminderWindow window) => StartSoonForWorkplace.Agreed(Live(db), window);
}
