using EnVagUt.Core.Ground.Data;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Parties.Users;

/// <summary>
/// Two administrators who remove each other at the same time must not both succeed. Each renews the roles that its decision
/// stands on, so the second to save is refused by the database, decides again on what is true by then, and is told the rule.
/// </summary>
internal static class KeptAdministrators
{
    private const int MostTries = 10;

    public static async Task SaveAsync(AppDb db, Func<Task> change, CancellationToken ct)
    {
        for (var left = MostTries; ; left--)
        {
            try
            {
                await change();
                await db.SaveChangesAsync(ct);
                return;
            }
            catch (Exception e) when (left > 1 && (e is DbUpdateConcurrencyException || db.Dialect.IsLostRace(e)))
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
