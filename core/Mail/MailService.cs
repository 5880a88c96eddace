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
    public Task StopAsync(Guid caseId, CancellationToken ct) => StopAsync([caseId], ct);

    /// <returns>How many were stopped.</returns>
    public async Task<int> StopAsync(IReadOnlyCollection<Guid> caseIds, CancellationToken ct)
    {
        var waiting = await db.Mail.Where(m => m.CaseId != null && caseIds.Contains(m.CaseId.Value)
            && (m.State == MailState.Queued || m.State == MailState.NoAddress)).ToListAsync(ct);
        foreach (var mail in waiting)
            mail.Stop(clock.UtcNow());
        return waiting.Count;
    }
}
