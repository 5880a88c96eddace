using Cronos;
using EnVagUt.Core.Ground.Time;

namespace EnVagUt.Core.Post.Jobs;

/// <summary>
/// Five-field cron in Swedish time, read by Cronos as Hangfire reads it, so that catch-up, the administrator's page and the
/// engine agree. When the clock moves: a job at a fixed hour runs once each day, at the end of the gap if its hour is
/// skipped and at the first of the two if its hour comes twice; a job of every hour follows real time.
/// </summary>
public sealed class CronSchedule
{
    // Two leap days can be eight years apart (around 2100).
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(8 * 366);

    private readonly CronExpression _expression;

    private CronSchedule(CronExpression expression) => _expression = expression;

    public static CronSchedule Parse(string text) => new(CronExpression.Parse(text, CronFormat.Standard));

    /// <summary>The first occurrence after an instant; both UTC.</summary>
    public DateTime Next(DateTime utc) =>
        _expression.GetNextOccurrence(Utc(utc), SwedishTime.Zone) ?? throw new InvalidOperationException($"«{_expression}» never occurs.");

    /// <summary>The occurrences at or before an instant, newest first, as far as eight years back; all UTC. Cronos only looks ahead.</summary>
    public IEnumerable<DateTime> Backwards(DateTime utc)
    {
        var (to, last) = (Utc(utc), Utc(utc) - Farthest);
        for (var window = TimeSpan.FromDays(1); to > last; window *= 2)
        {
            var from = to - window;
            foreach (var occurrence in _expression.GetOccurrences(from, to, SwedishTime.Zone, fromInclusive: false, toInclusive: true).Reverse())
                yield return occurrence;
            to = from;
        }
    }

    private static DateTime Utc(DateTime utc) => DateTime.SpecifyKind(utc, DateTimeKind.Utc);
}
