using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>
/// Two bookings at once: the one whose booking version was renewed under it reads again, checks again and tries again.
/// Only a rule breach makes a loser (docs/model.md, Races).
/// </summary>
internal static class BookingRetry
{
    private const int Limit = 50;
    private const int LongestWaitMs = 100;

    public static async Task RunAsync(AppDb db, Func<Task> command)
    {
        for (var attempt = 1; attempt <= Limit; attempt++)
        {
            try
            {
                await command();
                return;
            }
            // A unique breach is the same: the next try meets the row that was there first.
            catch (Exception e) when (e is DbUpdateConcurrencyException || db.Dialect.IsLostRace(e) || db.Dialect.IsUniqueBreach(e))
            {
                db.ChangeTracker.Clear();
                await WaitAsync(attempt);
            }
        }
        throw new RuleBreachException(Rule.TooManyRetries);
    }

    // By lot, or two that broke each other off do it again. What is waited for is another transaction, which no clock of ours moves.
    private static Task WaitAsync(int attempt) =>
        Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1 + Math.Min(attempt * 10, LongestWaitMs))));
}
