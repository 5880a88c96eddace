using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Minors;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Places.Slots;

namespace EnVagUt.Core.Cases.Warnings;

/// <summary>The soft rules, asked of a plan by the rules of its first day. Knows no database.</summary>
public static class PlanWarnings
{
    public static IReadOnlyList<Warning> Of(PlanFacts plan) =>
    [
        .. AboutOthersDecision(plan), .. AboutForms(plan), .. AboutHours(plan), .. AboutTotal(plan), .. AboutLockIn(plan), .. AboutWorkplace(plan),
        .. AboutCeiling(plan, plan.Workplace, SoftRule.WorkplaceCeiling, "Arbetsplatsen"),
        .. AboutCeiling(plan, plan.Supervisor, SoftRule.SupervisorCeiling, "Handledaren"), .. AboutMinors(plan),
    ];

    /// <exception cref="RuleBreachException">Two forms that one person cannot have at the same time.</exception>
    public static void EnsureFormsGoTogether(PlanFacts plan)
    {
        foreach (var form in plan.Beside.OfType<Form>())
            if (PairTable.Of(plan.Form, form) is { Verdict: PairVerdict.Refuse } answer)
                throw new RuleBreachException(Rule.FormsDoNotGoTogether, null, form.Label(), answer.Because);
    }

    /// <summary>The law on minors holds for all that the person does in a week, not for each placement by itself (arbetsmiljölagen 5 kap.).</summary>
    /// <exception cref="RuleBreachException">Together it becomes too much.</exception>
    public static void EnsureMinorCanDoAll(PlanFacts plan)
    {
        if (plan.BirthDate is not { } born || Age.On(born, plan.Period.From) >= Age.Adult)
            return;
        foreach (var busy in plan.BusyBeside)
            if (plan.Period.Intersect(busy.Period) is { } shared)
            {
                var week = Together(plan, shared);
                MinorWork.EnsureAllowed(born, plan.Rules, shared, week, week.Cells);
            }
    }

    // On the same cell nobody can be at two places; should half a week differ, the plan's own time is the one that counts.
    private static WeeklyPattern Together(PlanFacts plan, Period period) => new(
        plan.Times.Concat(plan.BusyBeside.Where(b => b.Period.Overlaps(period)).SelectMany(b => b.Times)).DistinctBy(t => t.Cell));

    private static IEnumerable<Warning> AboutHours(PlanFacts plan)
    {
        foreach (var busy in plan.BusyBeside)
            if (plan.Period.Intersect(busy.Period) is { } shared && Together(plan, shared).Times.Sum(t => t.Minutes) is var minutes and > WeeklyPattern.FullTimeMinutes)
            {
                yield return new(SoftRule.MoreThanFullTime, $"Det blir {(minutes / 60m).ToString("0.#", SwedishTime.Culture)} timmar i veckan tillsammans med det som personen redan har {shared}.");
                yield break;
            }
    }

    /// <summary>Cumulative days of the municipality's own praktik before <paramref name="day"/>.</summary>
    public static int MunicipalDaysBefore(DateOnly day, IEnumerable<OtherPlacement> placements) =>
        placements.Where(p => p.Form.Row().Family == FormFamily.Municipal).Sum(p => p.DaysThrough(day.AddDays(-1)));

    /// <summary>What so many days of municipal praktik say by the rules of a day; null below the first limit.</summary>
    public static string? LockInText(int days, RulesOfDay rules) =>
        days >= rules.Number(Limit.LockInAlarmDays)
            ? $"Risk för inlåsning: {days} dagar i kommunens praktik, gränsen för larm är {rules.Number(Limit.LockInAlarmDays)}. Planera för arbete eller studier."
            : days >= rules.Number(Limit.LockInWarnDays)
                ? $"Tänk på inlåsning: {days} dagar i kommunens praktik, gränsen för varning är {rules.Number(Limit.LockInWarnDays)}."
                : null;

    private static IEnumerable<Warning> AboutOthersDecision(PlanFacts plan)
    {
        if (plan.Rules.Row.IsOurDecision || plan.BirthDate is not { } born)
            yield break;
        var (age, rules) = (Age.On(born, plan.Period.From), plan.Rules);
        if (age < rules.MinAge || age > rules.MaxAge)
            yield return new(SoftRule.AgeOfOthersDecision, $"{plan.Form.Label()} är som regel för {rules.MinAge}–{rules.MaxAge} år, personen är {age}. {Decider(plan)} beslutar.");
        if (rules.LongestMonths is { } months && plan.Period.Last >= plan.Period.From.AddMonths(months))
            yield return new(SoftRule.LengthOfOthersDecision, $"{plan.Form.Label()} är som regel högst {months.InMonths()} per beslut. {Decider(plan)} beslutar: kontrollera datumen.");
    }

    private static string Decider(PlanFacts plan) => plan.Rules.Row.DecidedBy.Label();

    private static IEnumerable<Warning> AboutForms(PlanFacts plan)
    {
        var told = plan.Beside.OfType<Form>().Distinct()
            .Select(form => (form, answer: PairTable.Of(plan.Form, form))).Where(x => x.answer.Verdict == PairVerdict.Warn)
            .Select(x => $"{x.form.Label()} samma period: {x.answer.Because}").ToList();
        // Never what it is: another gren's form is secret, only the time is not (docs/beslut/0009).
        if (plan.Beside.Contains(null))
            told.Add("Personen är upptagen på andra pass samma period: stäm av med personen att det går ihop.");
        if (told.Count > 0)
            yield return new(SoftRule.SeveralAtOnce, string.Join(" ", told));
    }

    private static IEnumerable<Warning> AboutTotal(PlanFacts plan)
    {
        if (plan.Rules.LongestMonthsTotal is not { } months)
            yield break;
        var same = plan.Others.Where(o => o.Form == plan.Form).Append(New(plan)).ToList();
        var first = same.Min(o => o.Period.From);
        if (same.Sum(o => o.DaysThrough(DateOnly.MaxValue)) > first.AddMonths(months).DayNumber - first.DayNumber)
            yield return new(SoftRule.TotalTime, $"{plan.Form.Label()} blir sammanlagt längre än {months.InMonths()}, som är det längsta.");
    }

    private static IEnumerable<Warning> AboutLockIn(PlanFacts plan)
    {
        if (plan.Rules.Row.Family == FormFamily.Municipal
            && LockInText(MunicipalDaysBefore(plan.Period.From, plan.Others), plan.Rules.OfDay) is { } text)
            yield return new(SoftRule.LockIn, text);
    }

    private static IEnumerable<Warning> AboutWorkplace(PlanFacts plan)
    {
        // A continuation is the same period going on, not a new one.
        var here = plan.Others.Append(New(plan)).Where(o => o.WorkplaceId == plan.WorkplaceId && o.Form.Row().Family == FormFamily.Municipal).ToList();
        var periods = here.Count(o => o.ContinuesId is not { } earlier || here.TrueForAll(e => e.Id != earlier));
        if (plan.Rules.Row.Family == FormFamily.Municipal && periods >= plan.Rules.OfDay.Number(Limit.PeriodsAtWorkplace))
            yield return new(SoftRule.RepeatedAtWorkplace, $"Det blir den {periods}:e perioden på samma arbetsplats. Ersätter praktiken ett jobb?");
    }

    private static IEnumerable<Warning> AboutCeiling(PlanFacts plan, CeilingFacts? ceiling, SoftRule rule, string who)
    {
        if (ceiling is { Most: { } most, IsHard: false } && Occupancy.PeakWith(plan.Period, plan.Cells, ceiling.Load) > most)
            yield return new(rule, $"{who} tar som regel emot högst {most} samtidigt, och det blir fler {plan.Period.Written()}.");
    }

    private static IEnumerable<Warning> AboutMinors(PlanFacts plan)
    {
        if (plan.BirthDate is not { } born || plan.Supervisor is null || Age.On(born, plan.Period.From) >= Age.Adult)
            yield break;
        var most = plan.Rules.OfDay.Number(Limit.MinorsPerSupervisor);
        if (Occupancy.PeakWith(plan.Period, plan.Cells, plan.MinorsWithSupervisor) > most)
            yield return new(SoftRule.MinorsPerSupervisor, $"Handledaren får fler än {most} minderåriga samtidigt.");
    }

    private static OtherPlacement New(PlanFacts plan) => new(Guid.Empty, plan.Form, plan.WorkplaceId, plan.Period, [], plan.ContinuesId);
}
