using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Days;
using EnVagUt.Core.Law.Rulebook;

namespace EnVagUt.Core.Law.Minors;

/// <summary>Hours of the day between which all work of a day must lie.</summary>
public readonly record struct ClockWindow(int From, int To)
{
    public override string ToString() => $"{From:00}–{To:00}";
}

/// <summary>What the rules of a day say of one age group in one form. Times in minutes.</summary>
public sealed record MinorLimits(
    AgeGroup Group, int SchoolDay, int FreeDay, int HolidayDay, int TermWeek, int HolidayWeek, IReadOnlyList<ClockWindow> Windows,
    int BreakAfter, int Break, int NightRest, int WeekRestDays, string Law)
{
    public int DayOf(DayKind kind) => kind switch
    {
        DayKind.SchoolDay => SchoolDay,
        DayKind.FreeDay => FreeDay,
        _ => HolidayDay,
    };
}

/// <summary>The rules on minors of one day and one form. What the form has of its own (prao) goes before the age group's.</summary>
public sealed class MinorRules(FormRules rules)
{
    private readonly Dictionary<AgeGroup, MinorLimits> _read = [];

    public SchoolCalendar School { get; } =
        SchoolCalendar.Parse(rules.OfDay.Find(ShippedRules.All, Limit.SchoolHolidays)?.Value ?? "");

    /// <summary>Light work at the earliest, whole years (arbetsmiljölagen 5 kap. 2 §).</summary>
    public int LeastAge => Number(AgeGroup.OlderChild, Limit.MinAge);

    /// <summary>Ungdom: has turned 16 or does so in the calendar year, and skolplikten is done (arbetsmiljölagen 5 kap. 2 §).</summary>
    public AgeGroup GroupOn(DateOnly birthDate, DateOnly day)
    {
        var (age, turns) = (Age.On(birthDate, day), day.Year - birthDate.Year);
        var youthFrom = Number(AgeGroup.Youth, Limit.MinAge);
        return age >= Age.Adult ? AgeGroup.Adult
            : turns > youthFrom || (turns == youthFrom && day >= School.SummerOf(day.Year)) ? AgeGroup.Youth
            : age >= LeastAge ? AgeGroup.OlderChild
            : AgeGroup.YoungerChild;
    }

    public MinorLimits Of(AgeGroup group)
    {
        if (_read.TryGetValue(group, out var limits))
            return limits;
        int Hours(Limit limit) => Number(group, limit) * 60;
        return _read[group] = new MinorLimits(group, Hours(Limit.MinorSchoolDayHours), Hours(Limit.MinorFreeDayHours), Hours(Limit.MinorHolidayDayHours),
            Hours(Limit.MinorTermWeekHours), Hours(Limit.MinorHolidayWeekHours), [.. Windows(group)],
            Number(group, Limit.MinorBreakAfterMinutes), Number(group, Limit.MinorBreakMinutes),
            Hours(Limit.MinorNightRestHours), Number(group, Limit.MinorWeekRestDays), Find(group, Limit.MinorLaw)?.Value ?? "");
    }

    private IEnumerable<ClockWindow> Windows(AgeGroup group)
    {
        yield return new(Number(group, Limit.MinorFromHour), Number(group, Limit.MinorToHour));
        // The later window belongs to the group's own clock; a form with a clock of its own has that one only.
        if (Own(Limit.MinorToHour) is null && rules.OfDay.Number(group.ToString(), Limit.MinorLaterToHour) is { } to)
            yield return new(Number(group, Limit.MinorLaterFromHour), to);
    }

    private RuleValue? Own(Limit limit) => rules.OfDay.Find(rules.Form.ToString(), limit);

    // The ages that bound the groups are the law's, whatever a form says of its own.
    private RuleValue? Find(AgeGroup group, Limit limit) =>
        (limit == Limit.MinAge ? null : Own(limit)) ?? rules.OfDay.Find(group.ToString(), limit);

    private int Number(AgeGroup group, Limit limit) =>
        rules.OfDay.Number(Find(group, limit)?.Subject ?? group.ToString(), limit)
        ?? throw new InvalidOperationException($"{group} has no shipped {limit}.");
}
