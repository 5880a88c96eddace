using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Parties.Participants;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Access;

/// <summary>
/// Somebody who is signed in asks for the page of a person or a case that is there and not theirs: the answer is «not found» as
/// for any other number, and the read log keeps that it was tried (docs/model.md, Past the filters).
/// </summary>
internal static class RefusedReading
{
    public static async Task NoteAsync(HttpContext http)
    {
        var viewer = http.RequestServices.GetRequiredService<Viewer>();
        if (viewer.UserId is null)
            return;
        foreach (var key in (string[])["id", "other"])
        {
            if (!Guid.TryParse(http.GetRouteValue(key) as string, out var id))
                continue;
            var db = http.RequestServices.GetRequiredService<AppDb>();
            var kind = await HiddenAsync(db.Participants, id, http.RequestAborted) ? nameof(Participant)
                : await HiddenAsync(db.Placements, id, http.RequestAborted) ? nameof(Placement) : null;
            if (kind is not null)
                http.RequestServices.GetRequiredService<ReadLog>().Note(viewer, kind, id, refused: true);
        }
    }

    // There, and not the viewer's to see: somebody's own row that has gone on is no refusal.
    private static async Task<bool> HiddenAsync<T>(IQueryable<T> rows, Guid id, CancellationToken ct) where T : Root =>
        await rows.IgnoreQueryFilters().AnyAsync(r => r.Id == id, ct) && !await rows.AnyAsync(r => r.Id == id, ct);
}
