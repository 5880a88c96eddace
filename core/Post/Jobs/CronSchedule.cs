using EnVagUt.Core.Ground.Time;

namespace EnVagUt.Core.Post.Jobs;

/// <summary>
/// Five-field cron in Swedish time, so that catch-up, the administrator's page and every engine agree.
/// When the clock moves: a job at a fixed hour runs once each day, at the end of the gap if its hour is skipped and at
/// the first of the two if its hour comes twice; a job of every hour follows real time.
/// </summary>
public sealed class CronSchedule
{
    // Two leap days can be eight years apart (around 2100).
    private const int FarthestDays = 8 * 366;

    private readonly string _text;
    private readonly int[] _minutes, _hours;
    private readonly HashSet<int> _days, _months, _weekdays;
    private readonly bool _everyHour;

    private CronSchedule(string text, string[] fields)
    {
        _text = text;
        _minutes = [.. Field(fields[0], 0, 59)];
        _hours = [.. Field(fields[1], 0, 23)];
        _days = [.. Field(fields[2], 1, 31)];
        _months = [.. Field(fields[3], 1, 12)];
        _weekdays = [.. Field(fields[4], 0, 7).Select(d => d % 7)];
        _everyHour = fields[1].StartsWith('*');
        if (fields[2] != "*" && fields[4] != "*")
            throw new FormatException($"«{text}»: engines read day of month together with day of week differently.");
    }

    public static CronSchedule Parse(string text) =>
        text.Split(' ') is { Length: 5 } fields
            ? new CronSchedule(text, fields)
            : throw new FormatException($"«{text}» is not five fields.");

    /// <summary>The first occurrence after an instant; both UTC.</summary>
    public DateTime Next(DateTime utc)
    {
        var day = utc.StockholmDate();
        for (var i = 0; i < FarthestDays; i++, day = day.AddDays(1))
            foreach (var occurrence in On(day))
                if (occurrence > utc)
                    return occurrence;
        throw new InvalidOperationException($"«{_text}» never occurs.");
    }

    /// <summary>The occurrences at or before an instant, newest first, as far as eight years back; all UTC.</summary>
    public IEnumerable<DateTime> Backwards(DateTime utc)
    {
        var day = utc.StockholmDate();
        for (var i = 0; i < FarthestDays; i++, day = day.AddDays(-1))
            foreach (var occurrence in On(day).Reverse().Where(o => o <= utc))
                yield return occurrence;
    }

    private IEnumerable<DateTime> On(DateOnly day) =>
        _months.Contains(day.Month) && _days.Contains(day.Day) && _weekdays.Contains((int)day.DayOfWeek)
            ? _hours.SelectMany(h => _minutes.Select(m => day.ToDateTime(new TimeOnly(h, m))))
                .SelectMany(Instants).Distinct().Order()
            : [];

    private IEnumerable<DateTime> Instants(DateTime local)
    {
        if (SwedishTime.Zone.IsInvalidTime(local))
        {
            if (_everyHour)
                return [];
            do
                local = local.AddMinutes(1);
            while (SwedishTime.Zone.IsInvalidTime(local));
        }
        if (!SwedishTime.Zone.IsAmbiguousTime(local))
            return [TimeZoneInfo.ConvertTimeToUtc(local, SwedishTime.Zone)];
        var both = SwedishTime.Zone.GetAmbiguousTimeOffsets(local)
            .Select(offset => DateTime.SpecifyKind(local - offset, DateTimeKind.Utc)).Order();
        return _everyHour ? both : both.Take(1);
    }

    // «*», «*/5», «3», «1-5», «1-30/10» and lists of them.
    private static SortedSet<int> Field(string field, int least, int most)
    {
        var values = new SortedSet<int>();
        foreach (var part in field.Split(','))
        {
            var (range, step) = part.Split('/') switch
            {
                [var r] => (r, 1),
                [var r, var s] => (r, Number(s, 1, most)),
                _ => throw new FormatException($"«{part}» is not a cron field."),
            };
            var (from, to) = range.Split('-') switch
            {
                ["*"] => (least, most),
                [var one] when step == 1 => (Number(one, least, most), Number(one, least, most)),
                [var one, var other] => (Number(one, least, most), Number(other, least, most)),
                _ => throw new FormatException($"«{part}» is not a cron field."),
            };
            for (var value = from; value <= to; value += step)
                values.Add(value);
        }
        return values.Count > 0 ? values : throw new FormatException($"«{field}» is not a cron field.");
    }

    private static int Number(string text, int least, int most) =>
        int.TryParse(text, out var number) && number >= least && number <= most
            ? number
            : throw new FormatException($"«{text}» is not a number from {least} to {most}.");
}
