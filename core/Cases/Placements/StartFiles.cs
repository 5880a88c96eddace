using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Post.Calendars;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>
/// The first day of a placement as a file beside a letter to the workplace, and the file that takes it away again. One day
/// to a file: what is cancelled must be one event (RFC 5546, 3.2.5).
/// </summary>
public sealed class StartFiles(AppDb db, PortalAddress portal, Municipality municipality)
{
    /// <summary>Adds the file to the caller's save.</summary>
    public async Task<StartFile> AddAsync(Placement p, CalendarMethod method, Stamp stamp, CancellationToken ct)
    {
        // What the placement itself has become in this save is not in the database yet.
        var stored = await PlacementDays.Of(db, db.Placements.IgnoreQueryFilters([AppDb.GrenFilter]).AsNoTracking().Where(x => x.Id == p.Id)).SingleAsync(ct);
        var days = stored with { NotHeld = p.Ending.NotHeldAt is not null, Voided = p.Ending.VoidedAt is not null, ChangedAt = stamp.At };
        var organizer = (municipality.AmeName, municipality.AmeEmail);
        var day = days.Start(portal.Link("/arbetsgivare/placeringar"));
        var bytes = CalendarWriter.Write([day], new CalendarMessage(method, organizer));
        var document = new FrozenDocument(method == CalendarMethod.Cancel ? "start-installd.ics" : "start.ics", CalendarWriter.ContentTypeOf(method), bytes, stamp.At);
        db.FrozenDocuments.Add(document);
        return new StartFile(document.Id, day.Sequence);
    }
}

/// <param name="Sequence">The day's, as the file says it.</param>
public sealed record StartFile(Guid DocumentId, int Sequence);
