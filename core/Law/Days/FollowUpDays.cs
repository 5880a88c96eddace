using System.Diagnostics;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;

namespace EnVagUt.Core.Law.Days;

/// <param name="What">«halvvägs».</param>
public sealed record FollowUpDay(DateOnly On, string What)
{
    public override string ToString() => $"{On.Written()}: {What}";
}

/// <summary>The days on which a placement is followed up, by the plan of its form: working days, and never in closed weeks.</summary>
public static class FollowUpDays
{
    /// <summary>Of an employment without an end, as many quarters as are agreed on beforehand.</summary>
    private const int MostQuarters = 4;

    public static IReadOnlyList<FollowUpDay> Of(FormRow form, Period period, ClosedWeeks? closed)
    {
        var shut = form.SeasonIsClosedWeeks ? null : closed;
        return [.. Planned(form.FollowUp, period)
            .Select(d => d with { On = Open(d.On, period, shut) })
            .Where(d => period.Contains(d.On)).DistinctBy(d => d.On).OrderBy(d => d.On)];
    }

    private static IEnumerable<FollowUpDay> Planned(FollowUpPlan plan, Period period) => plan switch
    {
        FollowUpPlan.WeekOneHalfEnd => WeekOneHalfEnd(period),
        FollowUpPlan.MonthOneThenQuarterly => Quarterly(period),
        FollowUpPlan.OneCall => [new(Half(period) ?? period.From.AddDays(6), "ett samtal")],
        FollowUpPlan.SchoolFollowsUp => [],
        _ => throw new UnreachableException($"{plan} has no days"),
    };

    private static IEnumerable<FollowUpDay> WeekOneHalfEnd(Period period)
    {
        yield return new(period.From.AddDays(6), "efter första veckan");
        if (Half(period) is { } half)
            yield return new(half, "halvvägs");
        if (period.To is { } to)
            yield return new(to, "vid slutet");
    }

    private static IEnumerable<FollowUpDay> Quarterly(Period period)
    {
        yield return new(period.From.AddMonths(1), "efter en månad");
        for (var quarter = 1; quarter <= MostQuarters; quarter++)
            yield return new(period.From.AddMonths(1 + 3 * quarter), $"efter {1 + 3 * quarter} månader");
    }

    private static DateOnly? Half(Period period) => period.To is { } to ? period.From.AddDays((to.DayNumber - period.From.DayNumber) / 2) : null;

    // The last day that is open moves backwards: after the end nobody is there.
    private static DateOnly Open(DateOnly day, Period period, ClosedWeeks? closed)
    {
        bool IsOpen(DateOnly d) => d.IsWorkingDay() && closed?.Covers(d) != true;
        var later = day;
        while (!IsOpen(later) && later <= period.Last && later < day.AddYears(1))
            later = later.AddDays(1);
        if (period.Contains(later) && IsOpen(later))
            return later;
        var earlier = day;
        while (!IsOpen(earlier) && earlier >= period.From)
            earlier = earlier.AddDays(-1);
        return earlier;
    }
}
