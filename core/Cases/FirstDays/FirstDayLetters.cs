using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.FirstDays;

public sealed class FirstDayLetters(AppDb db, Letters letters, PortalAddress portal)
{
    /// <summary>The one who should have begun did not come.</summary>
    public async Task DidNotComeAsync(Placement p, FirstDayQuestion question, Stamp stamp, CancellationToken ct)
    {
        var key = $"kom-inte/{question.Id:N}";
        var to = await CaseMailbox.EmailAsync(db, p, stamp.Today, ct);
        // Told once, however often the answer is changed.
        if (to is null || await db.Mail.AnyAsync(m => m.Key == key, ct))
            return;
        letters.Write("kom-inte-forsta-dagen", key, to, stamp.At,
            new Dictionary<string, string> { ["lank"] = portal.Link($"/placeringar/{p.Id}") }, p.Id);
    }
}
