using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Desk.Calendars;

/// <summary>The owner's side of a calendar feed: open, change the address, close.</summary>
public sealed class CalendarFeedService(AppDb db, Viewer viewer, TimeProvider clock)
{
    /// <summary>Whether the viewer holds a role that has days in a calendar.</summary>
    public static bool HasDays(Viewer viewer) => viewer.IsAny([.. Roles.CaseWorkers, .. Roles.Employer]);

    /// <summary>Öppna, or byt adress: an earlier address stops working in the same save.</summary>
    /// <returns>The secret of the address, to be shown once.</returns>
    public async Task<string> OpenAsync(CancellationToken ct)
    {
        RuleBreachException.When(!HasDays(viewer), Rule.NotForYourRole);
        var stamp = viewer.Stamp(clock);
        await RevokeAsync(stamp, ct);
        var (feed, secret) = CalendarFeed.Open(viewer.UserId!.Value, stamp);
        db.CalendarFeeds.Add(feed);
        await db.SaveChangesAsync(ct);
        return secret;
    }

    /// <summary>Stäng kalendern. Closing what is closed does nothing.</summary>
    public async Task CloseAsync(CancellationToken ct)
    {
        await RevokeAsync(viewer.Stamp(clock), ct);
        await db.SaveChangesAsync(ct);
    }

    private async Task RevokeAsync(Stamp stamp, CancellationToken ct)
    {
        foreach (var feed in await db.CalendarFeeds.Where(f => f.UserId == stamp.UserId && f.RevokedAt == null).ToListAsync(ct))
            feed.Revoke(stamp);
    }
}
