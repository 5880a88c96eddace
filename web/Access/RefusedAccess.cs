using EnVagUt.Core.Parties.Users;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http.Extensions;

namespace EnVagUt.Web.Access;

/// <summary>Staff who lack only the second factor are led to it; everybody else gets what the cookie scheme answers.</summary>
internal sealed class RefusedAccess : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _standard = new();

    public Task HandleAsync(RequestDelegate next, HttpContext http, AuthorizationPolicy policy, PolicyAuthorizationResult result)
    {
        if (result.AuthorizationFailure?.FailureReasons.Any(r => r.Message == SecondFactor.Missing) != true)
            return _standard.HandleAsync(next, http, policy, result);
        var wanted = HttpMethods.IsGet(http.Request.Method) ? http.Request.GetEncodedPathAndQuery() : "/";
        http.Response.Redirect(AccountPaths.SecondFactor + QueryString.Create(IdentitySetup.ReturnParameter, wanted));
        return Task.CompletedTask;
    }
}
