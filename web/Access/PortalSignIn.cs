using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Users;
using Microsoft.AspNetCore.Identity;

namespace EnVagUt.Web.Access;

public enum SignInAnswer { SignedIn, CodeNeeded, EmailNotConfirmed, Refused }

/// <summary>
/// Signing in. An unknown address, a wrong password, an account without password, a deactivated and a locked one get the
/// same answer after the same work: one password hash and one row of history.
/// </summary>
public sealed class PortalSignIn(
    PortalSignInManager signIn, UserManager<User> users, AccountService accounts, AppDb db, IPasswordHasher<User> hasher, TimeProvider clock)
{
    private static readonly User Nobody = new();
    private static string? s_nobodysHash;

    public async Task<SignInAnswer> WithPasswordAsync(string email, string password, CancellationToken ct)
    {
        var user = await accounts.FindAsync(email, ct);
        if (user is not { DeactivatedAt: null, PasswordHash: not null } || await users.IsLockedOutAsync(user))
        {
            hasher.VerifyHashedPassword(Nobody, s_nobodysHash ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString()), password);
            Note(user?.Id ?? Guid.Empty, "SignInFailed");
            await db.SaveChangesAsync(ct);
            return SignInAnswer.Refused;
        }
        if (!await users.CheckPasswordAsync(user, password))
        {
            Note(user.Id, IsLastTry(user) ? "LockedOut" : "SignInFailed");
            await users.AccessFailedAsync(user);
            return SignInAnswer.Refused;
        }
        if (!user.EmailConfirmed)
        {
            await accounts.SendConfirmationAgainAsync(user, ct);
            return SignInAnswer.EmailNotConfirmed;
        }
        if (!user.TwoFactorEnabled)
            await users.ResetAccessFailedCountAsync(user);
        if ((await signIn.AfterPasswordAsync(user)).RequiresTwoFactor)
            return SignInAnswer.CodeNeeded;
        await NoteSignedInAsync(user, ct);
        return SignInAnswer.SignedIn;
    }

    /// <summary>Whether this browser has shown a right password and now owes the second factor.</summary>
    public async Task<bool> AwaitsCodeAsync() => await signIn.GetTwoFactorAuthenticationUserAsync() is not null;

    public Task<bool> WithCodeAsync(string code, CancellationToken ct) =>
        SecondStepAsync(() => signIn.TwoFactorAuthenticatorSignInAsync(Digits(code), isPersistent: false, rememberClient: false), "CodeRefused", ct);

    public Task<bool> WithRecoveryCodeAsync(string code, CancellationToken ct) =>
        SecondStepAsync(() => RecoveryAsync(code.Trim().ToUpperInvariant()), "RecoveryCodeRefused", ct);

    public Task SignOutAsync() => signIn.SignOutAsync();

    /// <summary>After the account's own change: this session goes on, all others have ended.</summary>
    public async Task RefreshAsync(Guid userId)
    {
        if (await users.FindByIdAsync(userId.ToString()) is { } user)
            await signIn.RefreshSignInAsync(user);
    }

    private async Task<bool> SecondStepAsync(Func<Task<SignInResult>> step, string refused, CancellationToken ct)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { DeactivatedAt: null } user)
            return false;
        if ((await step()).Succeeded)
        {
            await NoteSignedInAsync(user, ct);
            return true;
        }
        Note(user.Id, refused);
        await db.SaveChangesAsync(ct);
        return false;
    }

    // Identity counts wrong authenticator codes, but not wrong recovery codes.
    private async Task<SignInResult> RecoveryAsync(string code)
    {
        var user = await signIn.GetTwoFactorAuthenticationUserAsync();
        if (user is null || await users.IsLockedOutAsync(user))
            return SignInResult.Failed;
        var result = await signIn.TwoFactorRecoveryCodeSignInAsync(code);
        if (!result.Succeeded)
            await users.AccessFailedAsync(user);
        return result;
    }

    private async Task NoteSignedInAsync(User user, CancellationToken ct)
    {
        user.LastSignInAt = clock.UtcNow();
        Note(user.Id, "SignedIn");
        await db.SaveChangesAsync(ct);
    }

    private bool IsLastTry(User user) => user.AccessFailedCount + 1 >= users.Options.Lockout.MaxFailedAccessAttempts;

    private void Note(Guid userId, string verb) =>
        db.History.Add(new HistoryEntry(nameof(User), userId, verb, "", new Stamp(userId == Guid.Empty ? null : userId, clock.UtcNow())));

    private static string Digits(string code) => new([.. code.Where(char.IsAsciiDigit)]);
}
