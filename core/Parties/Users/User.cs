using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using Microsoft.AspNetCore.Identity;

namespace EnVagUt.Core.Parties.Users;

/// <summary>Somebody who can sign in. What they may see stands in their <see cref="Ground.Access.RoleGrant"/> rows.</summary>
public sealed class User : IdentityUser<Guid>
{
    private string _displayName = "";

    public User() => Id = Guid.CreateVersion7();

    public string DisplayName
    {
        get => _displayName;
        set => (_displayName, SortKey) = (value, Folding.SortKey(value, Id));
    }

    public string SortKey { get; private set; } = "";
    public DateTime CreatedAt { get; set; }
    public DateTime? LastSignInAt { get; set; }

    /// <summary>Staff and colleagues are invited; until they have followed the link the account has no password.</summary>
    public DateTime? InvitedAt { get; set; }

    /// <summary>Set when the person has left: the account cannot be signed in to, and keeps its history.</summary>
    public DateTime? DeactivatedAt { get; private set; }

    /// <summary>Reminders come in one letter a day for each kind, instead of one for each case.</summary>
    public bool WantsDigest { get; private set; }

    /// <summary>An account with normalised names and lockout on, ready to be added; without a password until one is set.</summary>
    public static User Create(string email, string displayName, ILookupNormalizer normalizer, DateTime now)
    {
        PlainName.Ensure(displayName, nameof(DisplayName));
        return new()
        {
            Email = email.Trim(),
            UserName = email.Trim(),
            NormalizedEmail = normalizer.NormalizeEmail(email.Trim()),
            NormalizedUserName = normalizer.NormalizeName(email.Trim()),
            DisplayName = displayName.Trim(),
            SecurityStamp = NewSecurityStamp(),
            LockoutEnabled = true,
            CreatedAt = now,
        };
    }

    /// <summary>A new password ends every session and every lockout.</summary>
    public void SetPassword(string password, IPasswordHasher<User> hasher)
    {
        PasswordHash = hasher.HashPassword(this, password);
        (AccessFailedCount, LockoutEnd) = (0, null);
        EndSessions();
    }

    /// <summary>
    /// Nothing that was chosen before opens the account any more: neither password nor second factor, nor a session. For one
    /// whose address was never confirmed, as anybody may have made it.
    /// </summary>
    public void Disown()
    {
        (PasswordHash, TwoFactorEnabled) = (null, false);
        (AccessFailedCount, LockoutEnd) = (0, null);
        EndSessions();
    }

    public void ConfirmEmail()
    {
        EmailConfirmed = true;
        Touch();
    }

    public void Rename(string displayName)
    {
        PlainName.Ensure(displayName, nameof(DisplayName));
        DisplayName = displayName.Trim();
        Touch();
    }

    public void SetDigest(bool wants)
    {
        WantsDigest = wants;
        Touch();
    }

    public void Deactivate(DateTime now)
    {
        DeactivatedAt ??= now;
        EndSessions();
    }

    public void Activate()
    {
        DeactivatedAt = null;
        EndSessions();
    }

    public void DropSecondFactor()
    {
        TwoFactorEnabled = false;
        EndSessions();
    }

    private void EndSessions()
    {
        SecurityStamp = NewSecurityStamp();
        Touch();
    }

    // Identity's own token against two saves at the same time.
    private void Touch() => ConcurrencyStamp = Guid.NewGuid().ToString();

    private static string NewSecurityStamp() => Guid.NewGuid().ToString("N").ToUpperInvariant();
}
