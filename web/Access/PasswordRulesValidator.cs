using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Parties.Users;
using Microsoft.AspNetCore.Identity;

namespace EnVagUt.Web.Access;

/// <summary>Passwords that Identity itself sets obey the same rules as those our own services set.</summary>
internal sealed class PasswordRulesValidator(Municipality municipality) : IPasswordValidator<User>
{
    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) =>
        Task.FromResult(PasswordRules.Refusal(password ?? "", user.Email ?? "", municipality.Name) is { } rule
            ? IdentityResult.Failed(new IdentityError { Code = rule.ToString() })
            : IdentityResult.Success);
}
