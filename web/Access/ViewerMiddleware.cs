using EnVagUt.Core.Access;
using EnVagUt.Core.Data;

namespace EnVagUt.Web.Access;

/// <summary>Sets the scope's viewer from the signed-in user's grants.</summary>
internal sealed class ViewerMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, Viewer viewer, AppDb db)
    {
        if (SessionAccount.UserId(http.User) is { } userId)
        {
            var account = http.Features.Get<SessionAccount>() ?? await SessionAccount.ReadAsync(db, userId, http.RequestAborted);
            viewer.BecomeUser(userId, account?.Grants ?? []);
        }
        else
        {
            viewer.BecomeVisitor();
        }
        await next(http);
    }
}
