using EnVagUt.Core.Desk.Questions;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Rulebook;
using static EnVagUt.Core.Desk.Reminders.ReminderReceiver;
using static EnVagUt.Core.Desk.Reminders.ReminderStep;

namespace EnVagUt.Core.Desk.Reminders.Questions;

/// <summary>A question has waited as long as the receipt promised; in industrisemestern it may wait (docs/vardag.md, Promises).</summary>
public sealed class QuestionUnanswered() : Reminder("fraga-obesvarad", "Obesvarad fråga", Ame, "frågan",
    WorkingDaysAfter(Question.PromisedWorkingDays, "fraga-obesvarad") with { StopsInClosedWeeks = true })
{
    public override CaseKind Kind => CaseKind.Question;
    public override string Condition => "frågan inte är besvarad";

    public override string PathOf(Guid caseId) => $"/fragor/{caseId}";

    public override IQueryable<DueCase> Cases(AppDb db, ReminderWindow window)
    {
        var (since, before) = (window.FromUtc, window.BeforeUtc);
        return from q in db.Questions
               where q.AnsweredAt == null && q.AskedAt >= since && q.AskedAt < before
               select new DueCase { CaseId = q.Id, At = q.AskedAt };
    }

    public override async Task<List<DueCase>> FindAsync(AppDb db, ReminderWindow window, Guid? caseId, CancellationToken ct)
    {
        ClosedWeeks? holiday = ClosedWeeks.TryParse(window.Rules.On(window.Today).Find(ShippedRules.All, Limit.IndustryHolidayWeeks)?.Value, out var weeks) ? weeks : null;
        return [.. (await base.FindAsync(db, window, caseId, ct)).Select(c => c with { ClosedWeeks = holiday })];
    }
}
