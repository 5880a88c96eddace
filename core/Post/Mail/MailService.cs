using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Post.Mail;

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

    /// <summary>Sends those of the letters that are dead once more; another administrator may just have sent some of them.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ResendAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        RuleBreachException.When(ids.Count == 0, Rule.NoLetterChosen, "Chosen");
        var dead = await db.Mail.Where(m => ids.Contains(m.Id) && m.State == MailState.Dead).ToListAsync(ct);
        foreach (var mail in dead)
            mail.SendAgain(clock.UtcNow());
        await db.SaveChangesAsync(ct);
        return dead.Count;
    }

    /// <summary>
    /// Stops every letter of a case that has not left, as part of the caller's save: when a placement is annulled, a person
    /// has died or moved (docs/model.md, Corrections).
    /// </summary>
    public Task StopAsync(Guid caseId, CancellationToken ct) => StopAsync([caseId], ct);

    /// <returns>How many were stopped.</returns>
    public async Task<int> StopAsync(IReadOnlyCollection<Guid> caseIds, CancellationToken ct)
    {
        var waiting = await db.Mail.Where(m => m.CaseId != null && caseIds.Contains(m.CaseId.Value) && OutgoingMail.Stoppable.Contains(m.State)).ToListAsync(ct);
        foreach (var mail in waiting)
            mail.Stop(clock.UtcNow());
        return waiting.Count;
    }
}
