using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Parties.Users;

/// <summary>
/// What people do with their own account. Nobody can find out here whether an address has an account: known and unknown
/// get the same answer after the same work.
/// </summary>
public sealed class AccountService(
    AppDb db, LoginTokens tokens, AccountLetters letters, LetterLimits limits, IPasswordHasher<User> hasher, ILookupNormalizer normalizer,
    Municipality municipality, Viewer viewer, TimeProvider clock)
{
    /// <summary>
    /// An employer registers itself: adds the account, its role and the letter that confirms the address, all part of
    /// the caller's save. A password that is refused is the field «Password».
    /// </summary>
    /// <returns>
    /// Null when the address already has an account. Then only a letter that says so has been added: the caller drops the
    /// rest, saves, and answers as if all were new.
    /// </returns>
    public async Task<User?> AddEmployerUserAsync(string email, string displayName, string password, Guid employerId, CancellationToken ct)
    {
        PasswordRules.Ensure(password, "Password", email, municipality.Name);
        var user = User.Create(email, displayName, normalizer, clock.UtcNow());
        user.SetPassword(password, hasher);
        if (await FindAsync(email, ct) is { } present)
        {
            await letters.AccountExistsAsync(present, ct);
            return null;
        }
        db.Users.Add(user);
        db.RoleGrants.Add(new RoleGrant(user.Id, Role.EmployerAdmin, employerId: employerId));
        await MakeFindableAsync(user, ct);
        letters.Confirm(user);
        Note(user, "Registered");
        return user;
    }

    /// <summary>
    /// Takes the password that was chosen at the registration: the link alone shows who has the address, not that it was
    /// they who registered, and somebody else's password must not begin to work because they press a button.
    /// </summary>
    /// <returns>The address that is confirmed.</returns>
    public async Task<string> ConfirmEmailAsync(string secret, string password, CancellationToken ct)
    {
        var user = await tokens.UseAsync(secret, LoginPurpose.ConfirmEmail, ct);
        EnsurePassword(user, password, "Password");
        user.ConfirmEmail();
        Note(user, "EmailConfirmed");
        await tokens.SaveUseAsync(ct);
        return user.Email!;
    }

    /// <summary>
    /// Takes an account whose address was never confirmed from whoever made it, as part of the caller's save. Does nothing
    /// to a confirmed one. Whoever opens a letter sent to the address chooses what opens the account from now on.
    /// </summary>
    internal async Task DisownAsync(User user, CancellationToken ct)
    {
        if (user.EmailConfirmed)
            return;
        user.Disown();
        db.UserTokens.RemoveRange(await db.UserTokens.Where(t => t.UserId == user.Id).ToListAsync(ct));
        await tokens.VoidAsync(user.Id, LoginPurpose.ConfirmEmail, null, ct);
        Note(user, "Disowned");
    }

    /// <summary>For somebody who has shown the right password but never opened the link.</summary>
    public async Task SendConfirmationAgainAsync(User user, CancellationToken ct)
    {
        if (await letters.JustSentAsync(user, LoginPurpose.ConfirmEmail, ct) || await limits.IsReachedAsync(AccountLetters.ConfirmLetter, user.Email!, ct))
            return;
        letters.Confirm(user);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Sends a link if the address has an account; says nothing about it.</summary>
    public async Task ForgotPasswordAsync(string email, CancellationToken ct)
    {
        var user = await FindAsync(email, ct);
        if (user is { DeactivatedAt: null } && !await letters.JustSentAsync(user, LoginPurpose.NewPassword, ct)
            && !await limits.IsReachedAsync(AccountLetters.NewPasswordLetter, user.Email!, ct))
            letters.NewPassword(user);
        db.History.Add(new HistoryEntry(nameof(User), user?.Id ?? Guid.Empty, "NewPasswordAsked", "", viewer.Stamp(clock)));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The link went to the address, so using it also confirms it.</summary>
    public async Task SetNewPasswordAsync(string secret, string password, CancellationToken ct)
    {
        var user = await tokens.UseAsync(secret, LoginPurpose.NewPassword, ct);
        PasswordRules.Ensure(password, "Password", user.Email!, municipality.Name);
        await DisownAsync(user, ct);
        user.SetPassword(password, hasher);
        user.ConfirmEmail();
        letters.PasswordChanged(user);
        Note(user, "PasswordSet");
        await tokens.SaveUseAsync(ct);
    }

    public async Task ChangePasswordAsync(string current, string password, CancellationToken ct)
    {
        var user = await SignedInAsync(ct);
        EnsurePassword(user, current, "Current");
        PasswordRules.Ensure(password, "Password", user.Email!, municipality.Name);
        user.SetPassword(password, hasher);
        letters.PasswordChanged(user);
        Note(user, "PasswordChanged");
        await db.SaveChangesAsync(ct);
    }

    /// <param name="wantsDigest">Reminders in one letter a day for each kind.</param>
    public async Task DescribeAsync(string displayName, bool wantsDigest, CancellationToken ct)
    {
        var user = await SignedInAsync(ct);
        user.Rename(displayName);
        if (wantsDigest != user.WantsDigest)
        {
            user.SetDigest(wantsDigest);
            Note(user, "DigestChanged");
        }
        await MakeFindableAsync(user, ct);
        Note(user, "Renamed");
        await db.SaveChangesAsync(ct);
    }

    public Task<User?> FindAsync(string email, CancellationToken ct)
    {
        var name = normalizer.NormalizeName(email.Trim());
        return db.Users.SingleOrDefaultAsync(u => u.NormalizedUserName == name, ct);
    }

    /// <summary>By the words of name and address, in the administrator's list.</summary>
    internal Task MakeFindableAsync(User user, CancellationToken ct) =>
        SearchIndex.SetAsync(db, SearchOwner.User, user.Id, [user.DisplayName, user.Email], ct);

    private async Task<User> SignedInAsync(CancellationToken ct) =>
        await db.Users.SingleOrDefaultAsync(u => u.Id == viewer.UserId, ct) ?? throw new NotFoundException(nameof(User));

    private void EnsurePassword(User user, string password, string field) => RuleBreachException.When(
        user.PasswordHash is null || hasher.VerifyHashedPassword(user, user.PasswordHash, password) == PasswordVerificationResult.Failed,
        Rule.PasswordWrong, field);

    private void Note(User user, string verb) =>
        db.History.Add(new HistoryEntry(nameof(User), user.Id, verb, "", viewer.Stamp(clock)));
}
