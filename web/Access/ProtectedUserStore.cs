using System.Security.Cryptography;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Parties.Users;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace EnVagUt.Web.Access;

/// <summary>
/// Identity's store keeps the authenticator's key and the recovery codes as they are; here they are encrypted with the
/// portal's keys, so that a copy of the database alone makes no code.
/// </summary>
internal sealed class ProtectedUserStore(AppDb db, IDataProtectionProvider protection, IdentityErrorDescriber? describer = null)
    : UserOnlyStore<User, AppDb, Guid>(db, describer)
{
    private readonly IDataProtector _protector = protection.CreateProtector("User tokens");

    public override Task SetTokenAsync(User user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : _protector.Protect(value), cancellationToken);

    public override async Task<string?> GetTokenAsync(User user, string loginProvider, string name, CancellationToken cancellationToken)
    {
        if (await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is not { } stored)
            return null;
        try
        {
            return _protector.Unprotect(stored);
        }
        catch (CryptographicException)
        {
            // The key ring was lost. No code is right any more; an administrator resets the second factor.
            return null;
        }
    }
}
