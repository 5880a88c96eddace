
namespace EnVagUt.Core.Law.Days;

/// <summary>
/// Swedish working days. Red days by lag (1989:253) om allmänna helgdagar, and midsommarafton, julafton and nyårsafton,
/// which offices keep.
/// </summary>
public static class WorkingDays
{
    private const int FarthestDays = 3660;

    public static bool IsWorkingDay(this DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsRedDay(day);

    /// <summary>The n:th working day after <paramref name="day"/>; negative counts backwards; zero gives the day itself.</summary>
    public static DateOnly AddWorkingDays(this DateOnly day, int count) => AddWorkingDays(day, count, _ => false);

    /// <param name="isShut">Further days that do not count.</param>
    /// <exception cref="InvalidOperationException">Every day of ten years is shut.</exception>
    public static DateOnly AddWorkingDays(this DateOnly day, int count, Func<DateOnly, bool> isShut)
    {
        var (step, farthest) = (Math.Sign(count), day.DayNumber + Math.Sign(count) * FarthestDays);
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(step);
            if (day.DayNumber == farthest)
                throw new InvalidOperationException("No working day in ten years.");
            if (day.IsWorkingDay() && !isShut(day))
                left--;
        }
        return day;
    }

    public static DateOnly WorkingDayOnOrBefore(this DateOnly day) => day.IsWorkingDay() ? day : day.AddWorkingDays(-1);

    public static DateOnly WorkingDayOnOrAfter(this DateOnly day) => day.IsWorkingDay() ? day : day.AddWorkingDays(1);

    /// <summary>How many working days have passed since <paramref name="day"/>, <paramref name="today"/> counted and the day itself not.</summary>
    public static int WorkingDaysSince(this DateOnly today, DateOnly day)
    {
        var count = 0;
        for (var d = day.AddDays(1); d <= today; d = d.AddDays(1))
            if (d.IsWorkingDay())
                count++;
        return count;
    }

    public static bool IsRedDay(DateOnly day)
    {
        var easter = EasterSunday(day.Year);
        return (day.Month, day.Day) is (1, 1) or (1, 6) or (5, 1) or (6, 6) or (12, 24) or (12, 25) or (12, 26) or (12, 31)
            || day == easter.AddDays(-2) || day == easter || day == easter.AddDays(1)
            || day == easter.AddDays(39) || day == easter.AddDays(49)
            || IsMidsummer(day)
            || (day.DayOfWeek == DayOfWeek.Saturday && AllSaints(day));
    }

    // Midsommarafton is the Friday, midsommardagen the Saturday, between 19/20 and 25/26 June.
    private static bool IsMidsummer(DateOnly day) => day.Month == 6
        && ((day.DayOfWeek == DayOfWeek.Friday && day.Day is >= 19 and <= 25)
            || (day.DayOfWeek == DayOfWeek.Saturday && day.Day is >= 20 and <= 26));

    // Alla helgons dag is the Saturday between 31 October and 6 November.
    private static bool AllSaints(DateOnly day) => (day.Month, day.Day) is (10, 31) or (11, <= 6);

    // The Gregorian computus in the form published by Meeus, Jones and Butcher.
    private static DateOnly EasterSunday(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
        var f = (b + 8) / 25;
        var g = (b - f + 1) / 3;
        var h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4, k = c % 4;
        var l = (32 + 2 * e + 2 * i - h - k) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var month = (h + l - 7 * m + 114) / 31;
        var day = (h + l - 7 * m + 114) % 31 + 1;
        return new DateOnly(year, month, day);
    }
}
