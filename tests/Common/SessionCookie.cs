using System.Security.Claims;
using EnVagUt.Core.Parties.Users;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EnVagUt.Tests.Common;

/// <summary>The cookie that a sign-in with the second factor would have made.</summary>
public static class SessionCookie
{
    /// <param name="clock">Of the server that is to take it; the real one when none is given.</param>
    /// <returns>«name=value», for the Cookie header.</returns>
    public static async Task<string> MakeAsync(IServiceProvider services, User user, TimeProvider? clock = null)
    {
        var principal = await services.GetRequiredService<SignInManager<User>>().CreateUserPrincipalAsync(user);
        ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim("amr", "mfa"));
        var cookie = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = (clock ?? TimeProvider.System).GetUtcNow();
        var ticket = new AuthenticationTicket(principal, new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(8) }, IdentityConstants.ApplicationScheme);
        return $"{cookie.Cookie.Name}={cookie.TicketDataFormat.Protect(ticket)}";
    }
}
