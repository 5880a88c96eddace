using EnVagUt.Core.Data;
using EnVagUt.Core.Rules;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Mail;

/// <summary>What happens to letters after they are written.</summary>
public sealed class MailService(AppDb db, TimeProvider clock)
{
    /// <summary>Sends a dead letter once more.</summary>
    public async Task ResendAsync(Guid id, CancellationToken ct)
    {
        var mail = await db.Mail.SingleOrDefaultAsync(m => m.Id == id, ct) ?? throw new NotFoundException(nameof(OutgoingMail));
        mail.SendAgain(clock.UtcNow());
        await db.SaveChangesAsync(ct);
    }

    /// <summary>
    /// Stops every letter of a case that has not left, as part of the caller's save: when a placement is annulled, a person
    /// has died or moved (decisions 11).
    /// </summary>
    public async Task StopAsync(Guid caseId, CancellationToken ct)
    {
        foreach (var mail in await db.Mail.Where(m => m.CaseId == caseId && m.State == MailState.Queued).ToListAsync(ct))
            mail.Stop();
    }
}
