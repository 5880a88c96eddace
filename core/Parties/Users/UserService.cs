using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Parties.Users;

/// <summary>What an administrator does with other people's accounts.</summary>
public sealed class UserService(
    AppDb db, AccountService accounts, AccountLetters letters, LoginTokens tokens, ILookupNormalizer normalizer, Viewer viewer, TimeProvider clock)
{
    /// <summary>A new account, or one at the address that nobody has confirmed: whoever made that one loses it.</summary>
    public async Task<Guid> InviteAsync(InviteStaff input, CancellationToken ct)
    {
        RuleBreachException.When(input.Roles.Count == 0, Rule.Required, nameof(input.Roles));
        var user = await accounts.FindAsync(input.Email, ct);
        if (user is null)
        {
            user = User.Create(input.Email, input.DisplayName, normalizer, clock.UtcNow());
            db.Users.Add(user);
        }
        else
        {
            RuleBreachException.When(!await MayBeTakenOverAsync(user, ct), Rule.EmailTaken, nameof(input.Email));
            await accounts.DisownAsync(user, ct);
            user.Rename(input.DisplayName);
        }
        user.InvitedAt = clock.UtcNow();
        foreach (var role in input.Roles)
            Add(user, role, nameof(input.Roles));
        await accounts.MakeFindableAsync(user, ct);
        letters.Invitation(user);
        Note(user, "Invited");
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (db.Dialect.IsUniqueBreach(e))
        {
            throw new RuleBreachException(Rule.EmailTaken, nameof(input.Email));
        }
        return user.Id;
    }

    /// <summary>A new link; the former ones stop working.</summary>
    public async Task InviteAgainAsync(Guid userId, CancellationToken ct)
    {
        var user = await LoadAsync(userId, ct);
        RuleBreachException.When(user.PasswordHash is not null || user.DeactivatedAt is not null, Rule.NotAllowedInStatus);
        await tokens.VoidAsync(user.Id, LoginPurpose.Invitation, null, ct);
        letters.Invitation(user);
        Note(user, "InvitedAgain");
        await db.SaveChangesAsync(ct);
    }

    /// <returns>True when the account's address was not confirmed, so that its owner has been sent an invitation instead.</returns>
    public async Task<bool> GrantAsync(Guid userId, StaffRole role, CancellationToken ct)
    {
        var user = await LoadAsync(userId, ct);
        RuleBreachException.When(user.DeactivatedAt is not null, Rule.NotAllowedInStatus);
        var held = await db.RoleGrants.AnyAsync(g => g.UserId == userId && g.Role == role.Role && g.Gren == role.Gren, ct);
        RuleBreachException.When(held, Rule.RoleAlreadyGranted, nameof(role.Role));
        Add(user, role, nameof(role.Gren));
        var invited = await IsInviteNeededAsync(user, ct);
        if (invited)
        {
            await accounts.DisownAsync(user, ct);
            user.InvitedAt = clock.UtcNow();
            letters.Invitation(user);
        }
        await db.SaveChangesAsync(ct);
        return invited;
    }

    public Task WithdrawAsync(Guid userId, Guid grantId, CancellationToken ct) => KeptAdministrators.SaveAsync(db, async () =>
    {
        var user = await LoadAsync(userId, ct);
        var grant = await db.RoleGrants.SingleOrDefaultAsync(g => g.Id == grantId && g.UserId == userId, ct)
            ?? throw new NotFoundException(nameof(RoleGrant));
        if (grant.Role == Role.Administrator)
            await EnsureAnotherAdministratorAsync(userId, ct);
        db.RoleGrants.Remove(grant);
        Note(user, "RoleWithdrawn", Codes(grant));
    }, ct);

    /// <summary>Ends the sessions at once; roles and history stay, so that the account can be opened again.</summary>
    public Task DeactivateAsync(Guid userId, CancellationToken ct) => KeptAdministrators.SaveAsync(db, async () =>
    {
        var user = await LoadAsync(userId, ct);
        if (await db.RoleGrants.AnyAsync(g => g.UserId == userId && g.Role == Role.Administrator, ct))
            await EnsureAnotherAdministratorAsync(userId, ct);
        user.Deactivate(clock.UtcNow());
        Note(user, "Deactivated");
    }, ct);

    public async Task ActivateAsync(Guid userId, CancellationToken ct)
    {
        var user = await LoadAsync(userId, ct);
        user.Activate();
        Note(user, "Activated");
        await db.SaveChangesAsync(ct);
    }

    /// <summary>For somebody who has lost both the authenticator and the recovery codes: the next sign-in sets a new one up.</summary>
    public async Task ResetSecondFactorAsync(Guid userId, CancellationToken ct)
    {
        var user = await LoadAsync(userId, ct);
        user.DropSecondFactor();
        db.UserTokens.RemoveRange(await db.UserTokens.Where(t => t.UserId == userId).ToListAsync(ct));
        letters.SecondFactorOff(user);
        Note(user, "SecondFactorReset");
        await db.SaveChangesAsync(ct);
    }

    /// <summary>An empty portal has nobody who can invite: the host names the first administrator.</summary>
    public async Task InviteFirstAdministratorAsync(string email, CancellationToken ct)
    {
        if (!await db.RoleGrants.AnyAsync(g => g.Role == Role.Administrator, ct))
            await InviteAsync(new() { Email = email, DisplayName = "Administratör", Roles = [new(Role.Administrator)] }, ct);
    }

    private async Task<User> LoadAsync(Guid userId, CancellationToken ct) =>
        await db.Users.SingleOrDefaultAsync(u => u.Id == userId, ct) ?? throw new NotFoundException(nameof(User));

    // An account that is staff's already is invited again from its own page.
    private async Task<bool> MayBeTakenOverAsync(User user, CancellationToken ct) =>
        user is { EmailConfirmed: false, DeactivatedAt: null }
        && !(await db.RoleGrants.Where(g => g.UserId == user.Id).Select(g => g.Role).ToListAsync(ct)).Exists(r => r.IsStaff());

    // Somebody whose invitation is on its way needs no second one.
    private async Task<bool> IsInviteNeededAsync(User user, CancellationToken ct)
    {
        var now = clock.UtcNow();
        return !user.EmailConfirmed && (user.PasswordHash is not null || !await db.LoginTokens.AnyAsync(
            t => t.UserId == user.Id && t.Purpose == LoginPurpose.Invitation && t.UsedAt == null && t.ExpiresAt > now, ct));
    }

    private void Add(User user, StaffRole role, string field)
    {
        RuleBreachException.When(!role.Role.IsStaff(), Rule.NotYours, field);
        RuleBreachException.When(role.Role.MeetsPersons() && role.Gren is null, Rule.GrenRequired, field);
        var grant = new RoleGrant(user.Id, role.Role, role.Role.MeetsPersons() ? role.Gren : null,
            protectedIdentities: role.ProtectedIdentities && role.Role.MeetsPersons());
        db.RoleGrants.Add(grant);
        Note(user, "RoleGranted", Codes(grant));
    }

    private async Task EnsureAnotherAdministratorAsync(Guid userId, CancellationToken ct)
    {
        var grants = await db.RoleGrants.Where(g => g.Role == Role.Administrator).ToListAsync(ct);
        var others = grants.Where(g => g.UserId != userId).Select(g => g.UserId).ToList();
        RuleBreachException.When(!await db.Users.AnyAsync(u => others.Contains(u.Id) && u.DeactivatedAt == null && u.PasswordHash != null, ct), Rule.LastAdministrator);
        // What the decision stands on is renewed with it: of two who remove each other, one meets the other's save.
        grants.ForEach(g => g.Renew());
    }

    private static string Codes(RoleGrant grant) =>
        string.Join(' ', new[] { grant.Role.ToString(), grant.Gren?.ToString(), grant.ProtectedIdentities ? "ProtectedIdentities" : null }.OfType<string>());

    private void Note(User user, string verb, string codes = "") =>
        db.History.Add(new HistoryEntry(nameof(User), user.Id, verb, codes, viewer.Stamp(clock)));
}
