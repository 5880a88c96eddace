using Microsoft.AspNetCore.Identity;

namespace EnVagUt.Core.Users;

/// <summary>Somebody who can sign in. What they may see stands in their <see cref="Access.RoleGrant"/> rows.</summary>
public sealed class User : IdentityUser<Guid>
{
    public User() => Id = Guid.CreateVersion7();

    public string DisplayName { get; set; } = "";
    public DateTime CreatedAt { get; set; }
    public DateTime? LastSignInAt { get; set; }

    /// <summary>Staff are invited; until they have followed the link the account has no password.</summary>
    public DateTime? InvitedAt { get; set; }
}
