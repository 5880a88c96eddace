using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;

namespace EnVagUt.Web.Access;

/// <summary>
/// Sets the scope's viewer from the signed-in user's grants. Staff roles count only in a session that was signed in with
/// the second factor; an employer's role counts as it is.
/// </summary>
internal sealed class ViewerMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, Viewer viewer, AppDb db)
    {
        if (SessionAccount.UserId(http.User) is { } userId)
        {
            var account = http.Features.Get<SessionAccount>() ?? await SessionAccount.ReadAsync(db, userId, http.RequestAborted);
            http.Features.Set(account);
            var grants = account?.Grants ?? [];
            viewer.BecomeUser(userId, SecondFactor.WasUsed(http.User) ? grants : grants.FindAll(g => !g.Role.IsStaff()));
        }
        else
        {
            viewer.BecomeVisitor();
        }
        await next(http);
    }
}
