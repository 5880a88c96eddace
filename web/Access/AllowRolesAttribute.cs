using EnVagUt.Core.Access;
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
        if (context.User.Identity is { IsAuthenticated: true } && requirement.AllowedRoles.Any(viewer.Is))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
