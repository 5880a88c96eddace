using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Core.Post.Calendars;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Desk.Calendars;

/// <summary>
/// What a calendar gets when it asks with a secret: the days that the owner's own pages would show today, read with the
/// owner's eyes. Persons with protected identity are never among them, whoever asks: the file ends up with others.
/// </summary>
public sealed class CalendarReader(AppDb db, Viewer viewer, TimeProvider clock, PortalAddress portal)
{
    /// <summary>How far back and ahead the days go, and how long a cancelled one is told of, so that calendars take it out.</summary>
    private const int DaysBack = 60, DaysAhead = 400;

    /// <summary>Null when the secret is unknown or revoked or its owner's account is closed: the reader is told the same in all cases.</summary>
    public async Task<byte[]?> ReadAsync(string? secret, CancellationToken ct)
    {
        if (LinkSecret.KeyOf(secret) is not { } hash)
            return null;
        var feed = await db.CalendarFeeds.AsNoTracking()
            .Where(f => f.Hash == hash && f.RevokedAt == null && db.Users.Any(u => u.Id == f.UserId && u.DeactivatedAt == null))
            .Select(f => new { f.Id, f.UserId, f.LastFetchedOn, Grants = db.RoleGrants.Where(g => g.UserId == f.UserId).ToList() })
            .SingleOrDefaultAsync(ct);
        if (feed is null)
            return null;
        viewer.BecomeUser(feed.UserId, feed.Grants);
        var today = clock.Today();
        if (feed.LastFetchedOn != today)
            await db.CalendarFeeds.Where(f => f.Id == feed.Id).ExecuteUpdateAsync(f => f.SetProperty(x => x.LastFetchedOn, today), ct);
        return CalendarWriter.Write(await EventsAsync(today, ct));
    }

    private async Task<IEnumerable<CalendarEvent>> EventsAsync(DateOnly today, CancellationToken ct)
    {
        var events = new List<CalendarEvent>();
        if (viewer.IsAny(Roles.CaseWorkers))
            foreach (var p in await PlacementDays.Of(db, InWindow(Mine(today), today)).ToListAsync(ct))
                events.AddRange([.. Days(p, portal.Link($"/placeringar/{p.Id}")), .. p.FollowUps(portal.Link($"/placeringar/{p.Id}"))]);
        if (viewer.EmployerIds.Length > 0)
            foreach (var p in await PlacementDays.Of(db, InWindow(EmployerView.Placements(db, viewer, today), today)).ToListAsync(ct))
                events.AddRange(Days(p, portal.Link("/arbetsgivare/placeringar")));
        var (first, last) = (today.AddDays(-DaysBack), today.AddDays(DaysAhead));
        return events.Where(e => e.Day >= first && e.Day <= last).DistinctBy(e => e.Uid).OrderBy(e => e.Day).ThenBy(e => e.Uid, StringComparer.Ordinal);
    }

    // The gren is asked for by role: a coordinator of one may only be a referrer of another.
    private IQueryable<Placement> Mine(DateOnly today)
    {
        var grenar = viewer.GrenarAs(Roles.CaseWorkers);
        return OwnCases.Of(db, db.Placements.AsNoTracking().Where(p => grenar.Contains(p.Gren)), viewer.UserId, today);
    }

    // Agreed, with a day near today, and not cancelled long ago.
    private static IQueryable<Placement> InWindow(IQueryable<Placement> placements, DateOnly today)
    {
        var (first, last) = (today.AddDays(-DaysBack), today.AddDays(DaysAhead));
        var cancelledSince = first.StartOfDayUtc();
        return placements.Where(p => p.Answers.EmployerSaidYes == true && !p.IsProtected && p.From <= last
            && ((p.Ending.EndedOn ?? p.To) == null || (p.Ending.EndedOn ?? p.To) >= first)
            && (p.Ending.NotHeldAt == null || p.Ending.NotHeldAt >= cancelledSince) && (p.Ending.VoidedAt == null || p.Ending.VoidedAt >= cancelledSince));
    }

    private static IEnumerable<CalendarEvent> Days(PlacementDays p, string link)
    {
        yield return p.Start(link);
        if (p.End(link) is { } end)
            yield return end;
    }
}
