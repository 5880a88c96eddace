using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
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
        if (viewer.UserId is null || !Guid.TryParse(http.GetRouteValue("id") as string, out var id))
            return;
        var db = http.RequestServices.GetRequiredService<AppDb>();
        var kind = await db.Participants.IgnoreQueryFilters().AnyAsync(p => p.Id == id, http.RequestAborted) ? nameof(Participant)
            : await db.Placements.IgnoreQueryFilters().AnyAsync(p => p.Id == id, http.RequestAborted) ? nameof(Placement)
            : null;
        if (kind is not null)
            http.RequestServices.GetRequiredService<ReadLog>().Note(viewer, kind, id, refused: true);
    }
}
