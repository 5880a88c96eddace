using System.Globalization;

namespace EnVagUt.Core.Ground.Time;

/// <summary>A week's times as they are read aloud, and when the first day begins.</summary>
public static class WeekInWords
{
    private static readonly string[] Days = ["mån", "tis", "ons", "tor", "fre", "lör", "sön"];

    /// <summary>«mån–tor 08.00–12.00 och 12.30–16.30», a line for each run of days with the same times.</summary>
    public static string Of(WeeklyPattern pattern, Cells used)
    {
        var days = Enumerable.Range(0, 7).Select(day => OfDay(pattern, used, day)).ToList();
        var lines = new List<string>();
        for (var day = 0; day < 7; day++)
        {
            if (days[day].Length == 0)
                continue;
            var last = day;
            while (last < 6 && days[last + 1] == days[day])
                last++;
            lines.Add((last == day ? Days[day] : $"{Days[day]}–{Days[last]}") + " " + days[day]);
            day = last;
        }
        return string.Join('\n', lines);
    }

    /// <summary>The first time in the period that the person is to be there; null when no day of it has a cell.</summary>
    public static DateTime? FirstDay(WeeklyPattern pattern, Cells used, Period period)
    {
        var first = used.Indexes.Select(i => (Cell: i, Days: Cells.DaysOf(i, period))).Where(c => c.Days is not null)
            .OrderBy(c => c.Days!.Value.From).ThenBy(c => c.Cell % 3).FirstOrDefault();
        return first.Days is { } days && pattern.Times.FirstOrDefault(t => t.Cell == first.Cell) is { } time
            ? days.From.ToDateTime(time.Start) : null;
    }

    private static string OfDay(WeeklyPattern pattern, Cells used, int day) =>
        string.Join(" och ", pattern.Times.Where(t => t.Cell / 3 == day && used.Has(t.Cell)).Select(t =>
            string.Create(CultureInfo.InvariantCulture, $"{t.Start:HH.mm}–{t.End:HH.mm}")));
}
