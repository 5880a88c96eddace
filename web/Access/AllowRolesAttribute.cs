using System.Security.Claims;
using EnVagUt.Core.Ground.Access;
using Microsoft.AspNetCore.Authorization;

namespace EnVagUt.Web.Access;

/// <summary>Stands on every page that is not public: which roles may open it. The access matrix test reads the same thing over HTTP.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowRolesAttribute(params Role[] roles) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public IReadOnlyList<Role> AllowedRoles { get; } = roles;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

internal sealed class AllowRolesHandler(Viewer viewer) : AuthorizationHandler<AllowRolesAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AllowRolesAttribute requirement)
    {
        if (context.User.Identity is not { IsAuthenticated: true })
            return Task.CompletedTask;
        if (requirement.AllowedRoles.Any(viewer.Is))
            context.Succeed(requirement);
        else if (context.Resource is HttpContext http && http.Features.Get<SessionAccount>() is { } account
                 && account.Grants.Any(g => requirement.AllowedRoles.Contains(g.Role)))
            context.Fail(new AuthorizationFailureReason(this, SecondFactor.Missing));
        return Task.CompletedTask;
    }
}

/// <summary>Whether the session was signed in with an authenticator or a recovery code (RFC 8176: amr = mfa).</summary>
internal static class SecondFactor
{
    public const string Missing = "second-factor";
    public static readonly Claim Claim = new("amr", "mfa");

    public static bool WasUsed(ClaimsPrincipal user) => user.HasClaim(Claim.Type, Claim.Value);
}
