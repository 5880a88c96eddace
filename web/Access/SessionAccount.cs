using System.Security.Claims;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EnVagUt.Web.Access;

/// <summary>
/// What a session rests on, read anew for each request in one statement: a changed password, a deactivated account and a
/// withdrawn role have effect at once, not when the cookie is next renewed.
/// </summary>
internal sealed record SessionAccount(string? SecurityStamp, List<RoleGrant> Grants)
{
    public static Task<SessionAccount?> ReadAsync(AppDb db, Guid userId, CancellationToken ct) =>
        db.Users.AsNoTracking()
            .Where(u => u.Id == userId && u.DeactivatedAt == null)
            .Select(u => new SessionAccount(u.SecurityStamp, db.RoleGrants.Where(g => g.UserId == u.Id).ToList()))
            .SingleOrDefaultAsync(ct);

    public static Guid? UserId(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    /// <summary>The cookie's check: no account, or another security stamp than the cookie's, ends the session.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var stampClaim = http.RequestServices.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity.SecurityStampClaimType;
        var account = context.Principal is { } user && UserId(user) is { } id
            ? await ReadAsync(http.RequestServices.GetRequiredService<AppDb>(), id, http.RequestAborted)
            : null;
        if (account is null || account.SecurityStamp != context.Principal!.FindFirstValue(stampClaim))
        {
            context.RejectPrincipal();
            await http.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }
        http.Features.Set(account);
    }
}
