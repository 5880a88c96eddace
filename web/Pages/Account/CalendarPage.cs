using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Account;

/// <summary>The signed-in user's own calendar address, as far as it may be shown.</summary>
[ResponseCache(NoStore = true)]
public abstract class CalendarPage(AppDb db, Viewer viewer) : AppPage
{
    /// <summary>Null when there is none.</summary>
    public LiveFeed? Feed { get; private set; }

    public sealed record LiveFeed(DateTime CreatedAt, DateOnly? LastFetchedOn);

    protected Viewer Viewer { get; } = viewer;

    protected override async Task LoadAsync() =>
        Feed = await db.CalendarFeeds.AsNoTracking().Where(f => f.UserId == Viewer.UserId && f.RevokedAt == null)
            .OrderByDescending(f => f.CreatedAt).Select(f => new LiveFeed(f.CreatedAt, f.LastFetchedOn)).FirstOrDefaultAsync(Ct);
}
