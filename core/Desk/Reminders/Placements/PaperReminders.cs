using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Law.Forms;
using static EnVagUt.Core.Desk.Reminders.ReminderReceiver;
using static EnVagUt.Core.Desk.Reminders.ReminderStep;

namespace EnVagUt.Core.Desk.Reminders.Placements;

/// <summary>The agreement waits for the workplace's approval, and the start draws near.</summary>
public sealed class AgreementForWorkplace() : PlacementReminder("overenskommelse-arbetsplats", "Överenskommelse som inte är godkänd", Workplace, "starten",
    WorkingDaysBefore(5, "paminnelse-overenskommelse-arbetsplats"),
    WorkingDaysBefore(2, "paminnelse-overenskommelse-arbetsplats"))
{
    public override string Condition => "överenskommelsen är skickad och det är arbetsplatsens tur att godkänna";

    protected override IQueryable<PlacementDay> Days(AppDb db, ReminderWindow window) => Papers.WaitingFor(Approver.Workplace, db, Live(db), window);
}

/// <summary>The agreement waits for the person's approval.</summary>
public sealed class AgreementForParticipant() : PlacementReminder("overenskommelse-deltagare", "Överenskommelse som inte är godkänd", Participant, "starten",
    WorkingDaysBefore(5, "paminnelse-overenskommelse-deltagare"),
    WorkingDaysBefore(2, "paminnelse-overenskommelse-deltagare"))
{
    public override string Condition => "överenskommelsen är skickad och det är deltagarens tur att godkänna";

    protected override IQueryable<PlacementDay> Days(AppDb db, ReminderWindow window) => Papers.WaitingFor(Approver.Participant, db, Live(db), window);
}

/// <summary>Whatever paper the form asks for is not done: without it the start is refused.</summary>
public sealed class PaperMissing() : PlacementReminder("papper-saknas", "Papper som saknas före start", Coordinator, "starten",
    WorkingDaysBefore(3, "papper-saknas"),
    WorkingDaysBefore(1, "papper-saknas"))
{
    public override string Condition => "arbetsplatsen har sagt ja, formens papper inte är klart och starten inte är bekräftad";

    private static readonly Form[] Papered = [.. FormRegistry.All.Where(f => f.Paper != Paper.None).Select(f => f.Form)];

    protected override IQueryable<PlacementDay> Days(AppDb db, ReminderWindow window) =>
        Live(db).Where(p => p.From >= window.From && p.From <= window.Through && p.Answers.EmployerSaidYes == true && p.Paper.DoneOn == null
                && p.StartedOn == null && Papered.Contains(p.Form))
            .Select(p => new PlacementDay { Placement = p, On = p.From, At = null });
}

file static class Papers
{
    // Approvals are given in the form's order, so whose turn it is follows from how many there are.
    public static IQueryable<PlacementDay> WaitingFor(Approver approver, AppDb db, IQueryable<Placement> placements, ReminderWindow window)
    {
        Form[] AtPlace(int place) => [.. FormRegistry.All.Where(f => f.Approvers.Count > place && f.Approvers[place] == approver).Select(f => f.Form)];
        var (first, second, third) = (AtPlace(0), AtPlace(1), AtPlace(2));
        return from a in db.Agreements
               where a.SentAt != null && a.ConcludedAt == null && a.VoidedAt == null
               let given = a.Approvals.Count(x => x.VoidedAt == null)
               where (given == 0 && first.Contains(a.Form)) || (given == 1 && second.Contains(a.Form)) || (given == 2 && third.Contains(a.Form))
               join p in placements on a.PlacementId equals p.Id
               where p.From >= window.From && p.From <= window.Through && p.StartedOn == null
               select new PlacementDay { Placement = p, On = p.From, At = null };
    }
}
