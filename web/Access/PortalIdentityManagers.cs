using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Parties.Users;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace EnVagUt.Web.Access;

/// <summary>Identity's manager, with the step after a right password opened: our own check of the password comes before it.</summary>
public sealed class PortalSignInManager(
    UserManager<User> users, IHttpContextAccessor http, IUserClaimsPrincipalFactory<User> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<User>> log, IAuthenticationSchemeProvider schemes, IUserConfirmation<User> confirmation)
    : SignInManager<User>(users, http, claims, options, log, schemes, confirmation)
{
    public Task<SignInResult> AfterPasswordAsync(User user) => SignInOrTwoFactorAsync(user, isPersistent: false);
}

/// <summary>
/// Identity's manager, with failed tries counted also when several come at the same time: where two updates meet, Identity
/// drops one of them, and guesses sent in parallel would cost less than guesses sent in turn.
/// </summary>
internal sealed class PortalUserManager(
    IUserStore<User> store, IOptions<IdentityOptions> options, IPasswordHasher<User> hasher, IEnumerable<IUserValidator<User>> userValidators,
    IEnumerable<IPasswordValidator<User>> passwordValidators, ILookupNormalizer normalizer, IdentityErrorDescriber errors,
    IServiceProvider services, ILogger<UserManager<User>> log, AppDb db)
    : UserManager<User>(store, options, hasher, userValidators, passwordValidators, normalizer, errors, services, log)
{
    private const int Tries = 20;

    public override async Task<IdentityResult> AccessFailedAsync(User user)
    {
        var result = await base.AccessFailedAsync(user);
        for (var i = 0; i < Tries && !result.Succeeded; i++)
        {
            await db.Entry(user).ReloadAsync();
            result = await base.AccessFailedAsync(user);
        }
        return result;
    }
}
