using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Parties.Users;

/// <summary>Issues, finds and uses the links in letters. Adds to the caller's save and never saves itself.</summary>
public sealed class LoginTokens(AppDb db, TimeProvider clock)
{
    public string Issue(Guid userId, LoginPurpose purpose, Guid? subjectId = null)
    {
        var (row, secret) = LoginToken.Create(userId, purpose, clock.UtcNow(), subjectId);
        db.LoginTokens.Add(row);
        return secret;
    }

    /// <summary>Null when the link is unknown, used, too old or made for something else: the reader is told the same in all four cases.</summary>
    public async Task<LoginToken?> FindAsync(string? secret, LoginPurpose purpose, CancellationToken ct)
    {
        if (LinkSecret.KeyOf(secret) is not { } hash)
            return null;
        var token = await db.LoginTokens.SingleOrDefaultAsync(t => t.Hash == hash && t.Purpose == purpose, ct);
        return token is not null && token.IsLive(clock.UtcNow()) ? token : null;
    }

    /// <summary>Uses the link, and with it every other link of the same purpose that the account has.</summary>
    public async Task<User> UseAsync(string? secret, LoginPurpose purpose, CancellationToken ct)
    {
        var token = await FindAsync(secret, purpose, ct) ?? throw new RuleBreachException(Rule.LinkNotValid);
        var user = await db.Users.SingleAsync(u => u.Id == token.UserId, ct);
        RuleBreachException.When(user.DeactivatedAt is not null, Rule.LinkNotValid);
        token.Use(clock.UtcNow());
        await VoidAsync(user.Id, purpose, token.SubjectId, ct);
        return user;
    }

    /// <summary>Makes every live link of the purpose useless: a newer one replaces it, or what it was for is withdrawn.</summary>
    public async Task VoidAsync(Guid userId, LoginPurpose purpose, Guid? subjectId, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var live = await db.LoginTokens
            .Where(t => t.UserId == userId && t.Purpose == purpose && t.SubjectId == subjectId && t.UsedAt == null && t.ExpiresAt > now)
            .ToListAsync(ct);
        live.Where(t => t.IsLive(now)).ToList().ForEach(t => t.Use(now));
    }

    /// <summary>Saves a use of a link; whoever used it a moment earlier has made it invalid for us.</summary>
    public async Task SaveUseAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleBreachException(Rule.LinkNotValid);
        }
    }
}
