using EnVagUt.Core.Law.Forms;

namespace EnVagUt.Tests.Core.Reminders.Simulation;

/// <summary>
/// Praktik week 1, half and end; lönestöd month 1, then every 3 months; feriejobb one call; school forms the school's own.
/// Moved to the next day on which both office and workplace are open, or back when the placement is over by then.
/// </summary>
internal static class FollowUps
{
    public static IEnumerable<DateOnly> Of(Case c) => Planned(c).Select(d => Moved(c, d)).OfType<DateOnly>();

    private static IEnumerable<DateOnly> Planned(Case c) => c.Form switch
    {
        Form.AplKomvux or Form.Lia => [],
        Form.Feriejobb => [Half(c)!.Value],
        Form.Employment => new[] { 1, 4, 7, 10, 13 }.Select(c.From.AddMonths),
        _ => c.To is { } to ? [c.From.AddDays(6), Half(c)!.Value, to] : [c.From.AddDays(6)],
    };

    private static DateOnly? Half(Case c) => c.To?.AddDays(-(int)Math.Ceiling((c.To.Value.DayNumber - c.From.DayNumber) / 2.0));

    private static DateOnly? Moved(Case c, DateOnly day)
    {
        bool IsOpen(DateOnly d) => Almanac.IsOfficeDay(d) && (c.Form == Form.Feriejobb || !c.At.IsClosedOn(d));
        bool IsWithin(DateOnly d) => c.From <= d && (c.To is null || d <= c.To);
        for (var later = day; IsWithin(later) && later < day.AddYears(1); later = later.AddDays(1))
            if (IsOpen(later))
                return later;
        for (var earlier = day; earlier >= c.From; earlier = earlier.AddDays(-1))
            if (IsOpen(earlier))
                return IsWithin(earlier) ? earlier : null;
        return null;
    }
}
