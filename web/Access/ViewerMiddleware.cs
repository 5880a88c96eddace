using System.Security.Claims;
using EnVagUt.Core.Access;
using EnVagUt.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Access;

/// <summary>Sets the scope's viewer from the signed-in user's grants: read anew for each request, so that a withdrawn role is gone at once.</summary>
internal sealed class ViewerMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, Viewer viewer, AppDb db)
    {
        if (http.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id)
        {
            var userId = Guid.Parse(id);
            viewer.BecomeUser(userId, await db.RoleGrants.AsNoTracking().Where(g => g.UserId == userId).ToListAsync(http.RequestAborted));
        }
        else
        {
            viewer.BecomeVisitor();
        }
        await next(http);
    }
}
