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
            catch (Exception e) when (e is DbUpdateConcurrencyException || db.Dialect.IsLostRace(e) || (e is DbUpdateException u && db.Dialect.IsUniqueBreach(u)))
            {
                db.ChangeTracker.Clear();
            }
        }
        throw new RuleBreachException(Rule.TooManyRetries);
    }
}
