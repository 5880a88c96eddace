using System.Globalization;

namespace EnVagUt.Tests.Core.Reminders.Simulation;

/// <summary>
/// Sweden's calendar from November 2026 to January 2029, copied out of the almanac: red days, the three eves that offices
/// keep, summer time. Nothing here is reckoned as core reckons it.
/// </summary>
internal static class Almanac
{
    private static readonly HashSet<DateOnly> Red = [.. Days("""
        2026-12-24 2026-12-25 2026-12-26 2026-12-31
        2027-01-01 2027-01-06 2027-03-26 2027-03-28 2027-03-29 2027-05-01 2027-05-06 2027-05-16 2027-06-06 2027-06-25 2027-06-26
        2027-11-06 2027-12-24 2027-12-25 2027-12-26 2027-12-31
        2028-01-01 2028-01-06 2028-04-14 2028-04-16 2028-04-17 2028-05-01 2028-05-25 2028-06-04 2028-06-06 2028-06-23 2028-06-24
        2028-11-04 2028-12-24 2028-12-25 2028-12-26 2028-12-31
        2029-01-01 2029-01-06 2029-03-30 2029-04-01 2029-04-02 2029-05-01 2029-05-10 2029-06-06 2029-06-22
        """)];

    // From three in the morning to three in the morning, as the clocks on the wall show before they are moved.
    private static readonly (DateTime From, DateTime To)[] SummerTime =
    [
        (new(2027, 3, 28, 3, 0, 0), new(2027, 10, 31, 3, 0, 0)),
        (new(2028, 3, 26, 3, 0, 0), new(2028, 10, 29, 3, 0, 0)),
    ];

    public static bool IsOfficeDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Red.Contains(day);

    public static DateOnly OfficeDaysBefore(DateOnly day, int count)
    {
        while (count > 0)
            if (IsOfficeDay(day = day.AddDays(-1)))
                count--;
        return day;
    }

    public static DateOnly OfficeDaysAfter(DateOnly day, int count, Func<DateOnly, bool>? shut = null)
    {
        while (count > 0)
            if (IsOfficeDay(day = day.AddDays(1)) && shut?.Invoke(day) != true)
                count--;
        return day;
    }

    /// <summary>The ISO week: that of its Thursday, counted from the year's first.</summary>
    public static int Week(DateOnly day)
    {
        while (day.DayOfWeek != DayOfWeek.Thursday)
            day = day.AddDays(day.DayOfWeek is DayOfWeek.Friday or DayOfWeek.Saturday or DayOfWeek.Sunday ? -1 : 1);
        return (day.DayOfYear - 1) / 7 + 1;
    }

    public static DateTime Utc(DateOnly day, TimeOnly hour)
    {
        var local = day.ToDateTime(hour);
        return DateTime.SpecifyKind(local.AddHours(SummerTime.Any(s => s.From <= local && local < s.To) ? -2 : -1), DateTimeKind.Utc);
    }

    private static IEnumerable<DateOnly> Days(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(d => DateOnly.ParseExact(d, "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
