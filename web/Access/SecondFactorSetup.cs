using System.Security.Cryptography;
using System.Text;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Users;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using QRCoder;

namespace EnVagUt.Web.Access;

/// <summary>A key that is offered but not yet the account's: the sealed form travels in the page until a code proves it.</summary>
/// <param name="QrPath">Data of an SVG path with one unit per module.</param>
public sealed record OfferedKey(string Sealed, string Key, string QrPath, int QrSize);

/// <summary>Turning the second factor on and off, and new recovery codes: each change with its history in one transaction.</summary>
public sealed class SecondFactorSetup(
    UserManager<User> users, IUserStore<User> store, PortalSignInManager signIn, AccountLetters letters, AppDb db,
    IDataProtectionProvider protection, TimeProvider clock)
{
    public const int RecoveryCodes = 10;
    private readonly IDataProtector _sealer = protection.CreateProtector("Offered authenticator key");

    /// <summary>A new key, or the one that an earlier page held; nothing is saved.</summary>
    public OfferedKey Offer(User user, string? earlier)
    {
        var key = Unseal(user, earlier) ?? users.GenerateNewAuthenticatorKey();
        var issuer = Uri.EscapeDataString(users.Options.Tokens.AuthenticatorIssuer);
        var link = $"otpauth://totp/{issuer}:{Uri.EscapeDataString(user.Email!)}?secret={key}&issuer={issuer}&digits=6";
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(link, QRCodeGenerator.ECCLevel.M);
        return new(_sealer.Protect($"{user.Id:N} {key}"), Grouped(key), Path(code), code.ModuleMatrix.Count);
    }

    /// <returns>The recovery codes, to be shown once.</returns>
    public async Task<IReadOnlyList<string>> TurnOnAsync(User user, string? offered, string code, CancellationToken ct)
    {
        RuleBreachException.When(user.TwoFactorEnabled, Rule.NotAllowedInStatus);
        var key = Unseal(user, offered) ?? throw new RuleBreachException(Rule.CodeWrong, "Code");
        await ((IUserAuthenticatorKeyStore<User>)store).SetAuthenticatorKeyAsync(user, key, ct);
        var digits = new string([.. code.Where(char.IsAsciiDigit)]);
        RuleBreachException.When(
            !await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, digits), Rule.CodeWrong, "Code");

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        Note(user, "SecondFactorOn");
        await users.SetTwoFactorEnabledAsync(user, true);
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes);
        await transaction.CommitAsync(ct);
        await signIn.SignInWithClaimsAsync(user, isPersistent: false, [SecondFactor.Claim]);
        return [.. codes!];
    }

    public async Task<IReadOnlyList<string>> NewCodesAsync(User user, string password, CancellationToken ct)
    {
        RuleBreachException.When(!user.TwoFactorEnabled, Rule.NotAllowedInStatus);
        await EnsurePasswordAsync(user, password);
        Note(user, "RecoveryCodesRenewed");
        return [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes))!];
    }

    /// <summary>An employer does without from now on; staff set a new one up before they see another page.</summary>
    public async Task TurnOffAsync(User user, string password, CancellationToken ct)
    {
        RuleBreachException.When(!user.TwoFactorEnabled, Rule.NotAllowedInStatus);
        await EnsurePasswordAsync(user, password);
        user.DropSecondFactor();
        db.UserTokens.RemoveRange(db.UserTokens.Where(t => t.UserId == user.Id));
        letters.SecondFactorOff(user);
        Note(user, "SecondFactorOff");
        await db.SaveChangesAsync(ct);
        await signIn.SignInAsync(user, isPersistent: false);
    }

    private async Task EnsurePasswordAsync(User user, string password) =>
        RuleBreachException.When(!await users.CheckPasswordAsync(user, password), Rule.PasswordWrong, "Password");

    private string? Unseal(User user, string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        try
        {
            return _sealer.Unprotect(text).Split(' ') is [var owner, var key] && owner == user.Id.ToString("N") ? key : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string Grouped(string key) => string.Join(' ', key.Chunk(4).Select(c => new string(c)));

    private static string Path(QRCodeData code)
    {
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
            for (var x = 0; x < code.ModuleMatrix.Count; x++)
                if (code.ModuleMatrix[y][x])
                    path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return path.ToString();
    }

    private void Note(User user, string verb) =>
        db.History.Add(new HistoryEntry(nameof(User), user.Id, verb, "", new Stamp(user.Id, clock.UtcNow())));
}
