using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Parties.Colleagues;

/// <summary>What the invited person reads before accepting.</summary>
/// <param name="Employer">Null for staff.</param>
/// <param name="NeedsPassword">False for somebody who already signs in here.</param>
public sealed record InvitationText(string Email, string? Employer, bool NeedsPassword);

/// <summary>The other end of an invitation: the person who was sent the link.</summary>
public sealed class InvitationService(
    AppDb db, AccountService accounts, LoginTokens tokens, IPasswordHasher<User> hasher, Municipality municipality, TimeProvider clock)
{
    /// <summary>Null when the link does not work. Reading changes nothing.</summary>
    public async Task<InvitationText?> ReadAsync(string? secret, CancellationToken ct)
    {
        var token = await FindAsync(secret, ct);
        if (token is null)
            return null;
        var user = await db.Users.AsNoTracking().SingleAsync(u => u.Id == token.UserId, ct);
        if (user.DeactivatedAt is not null)
            return null;
        var employer = await db.ColleagueInvitations.AsNoTracking()
            .Where(i => i.Id == token.SubjectId)
            .Join(db.Employers, i => i.EmployerId, e => e.Id, (i, e) => e.Name)
            .SingleOrDefaultAsync(ct);
        return new InvitationText(user.Email!, employer, NeedsPassword(user));
    }

    /// <param name="password">Asked for only when <see cref="InvitationText.NeedsPassword"/>.</param>
    public async Task AcceptAsync(string? secret, string? password, CancellationToken ct)
    {
        var token = await FindAsync(secret, ct) ?? throw new RuleBreachException(Rule.LinkNotValid);
        var user = await tokens.UseAsync(secret, token.Purpose, ct);
        var stamp = new Stamp(user.Id, clock.UtcNow());
        if (NeedsPassword(user))
        {
            RuleBreachException.When(string.IsNullOrEmpty(password), Rule.Required, "Password");
            PasswordRules.Ensure(password!, "Password", user.Email!, municipality.Name);
            await accounts.DisownAsync(user, ct);
            user.SetPassword(password!, hasher);
            user.ConfirmEmail();
        }
        if (token.SubjectId is { } invitationId)
            await JoinAsync(user, await db.ColleagueInvitations.SingleAsync(i => i.Id == invitationId, ct), stamp, ct);
        db.History.Add(new HistoryEntry(nameof(User), user.Id, "InvitationAccepted", "", stamp));
        await tokens.SaveUseAsync(ct);
    }

    private async Task JoinAsync(User user, ColleagueInvitation invitation, Stamp stamp, CancellationToken ct)
    {
        invitation.Accept(stamp);
        if (!await db.RoleGrants.AnyAsync(g => g.UserId == user.Id && g.EmployerId == invitation.EmployerId && g.Role == invitation.Role, ct))
            db.RoleGrants.Add(new RoleGrant(user.Id, invitation.Role, employerId: invitation.EmployerId));
    }

    private async Task<LoginToken?> FindAsync(string? secret, CancellationToken ct) =>
        await tokens.FindAsync(secret, LoginPurpose.Invitation, ct) ?? await tokens.FindAsync(secret, LoginPurpose.ColleagueInvitation, ct);

    // An account whose address was never confirmed may have been made by somebody else: the holder of the address chooses
    // the password anew.
    private static bool NeedsPassword(User user) => user.PasswordHash is null || !user.EmailConfirmed;
}
