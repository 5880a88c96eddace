using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Time;
using static EnVagUt.Core.Desk.Reminders.ReminderReceiver;
using static EnVagUt.Core.Desk.Reminders.ReminderStep;

namespace EnVagUt.Core.Desk.Reminders.Placements;

/// <summary>The workplace has not answered «Fråga arbetsplatsen».</summary>
public sealed class RequestUnanswered() : PlacementReminder("forfragan-obesvarad", "Obesvarad förfrågan", Workplace, "förfrågan",
    WorkingDaysAfter(3, "paminnelse-forfragan") with { StopsInClosedWeeks = true },
    WorkingDaysAfter(7, "paminnelse-forfragan") with { StopsInClosedWeeks = true })
{
    public override string Condition => "arbetsplatsen är tillfrågad och inte har svarat";

    public override string PathOf(Guid caseId) => $"/arbetsgivare/forfragningar/{caseId}";

    public override bool HasTime => true;

    /// <summary>Every letter has a link of its own; one that is read out, or is about protected identity, leads into the portal.</summary>
    public override IReadOnlyDictionary<string, string> Prepare(AppDb db, DueCase due, PortalAddress portal, DateTime now) => new Dictionary<string, string>
    {
        ["svarslank"] = portal.Link(RequestLink.PathOf(db, due.CaseId, mayAnswerByLink: !due.IsProtected && !string.IsNullOrWhiteSpace(due.Email), now)),
    };

    protected override IQueryable<PlacementDay> Days(AppDb db, ReminderWindow window) => Unanswered(Live(db), window);

    internal static IQueryable<PlacementDay> Unanswered(IQueryable<Placement> placements, ReminderWindow window)
    {
        var (since, before) = (window.FromUtc, window.BeforeUtc);
        return placements.Where(p => p.Answers.RequestedAt >= since && p.Answers.RequestedAt < before && p.Answers.EmployerAnsweredAt == null && p.Answers.MeetAskedAt == null)
            .Select(p => new PlacementDay { Placement = p, At = p.Answers.RequestedAt, On = null });
    }
}

/// <summary>After ten working days the request is lost time: the coordinator calls, or lets the slot go.</summary>
public sealed class RequestLapses() : PlacementReminder("forfragan-forfaller", "Förfrågan utan svar", Coordinator, "förfrågan",
    WorkingDaysAfter(10, "forfragan-utan-svar") with { StopsInClosedWeeks = true })
{
    public override string Condition => "arbetsplatsen är tillfrågad och inte har svarat";

    public override bool HasTime => true;

    /// <summary>Ten days more for those who want to meet first.</summary>
    protected override IQueryable<PlacementDay> Days(AppDb db, ReminderWindow window)
    {
        var (since, before) = (window.FromUtc, window.BeforeUtc);
        return RequestUnanswered.Unanswered(Live(db), window).Concat(
            Live(db).Where(p => p.Answers.MeetAskedAt >= since && p.Answers.MeetAskedAt < before && p.Answers.EmployerAnsweredAt == null)
                .Select(p => new PlacementDay { Placement = p, At = p.Answers.MeetAskedAt, On = null }));
    }
}

/// <summary>The last morning on which a preliminärbokning holds.</summary>
public sealed class PencilRunsOut() : PlacementReminder("preliminarbokning", "Preliminärbokning som snart släpps", Coordinator, "bokningens slut",
    WorkingDaysBefore(1, "preliminarbokning-slapps"))
{
    public override string Condition => "platsen är preliminärbokad och arbetsplatsen inte är tillfrågad";

    public override bool HasTime => true;

    protected override IQueryable<PlacementDay> Days(AppDb db, ReminderWindow window)
    {
        // One that was let go at midnight is nobody's to hurry for, though the stored status waits for the nightly job.
        var (since, before) = (window.From.AddDays(1).StartOfDayUtc(), window.BeforeUtc);
        return Live(db).Where(p => p.Status == PlacementStatus.Pencilled && p.Answers.RequestedAt == null && p.PencilledUntil >= since && p.PencilledUntil < before)
            .Select(p => new PlacementDay { Placement = p, At = p.PencilledUntil, On = null });
    }
}
