using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Parties.Users;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Access;

/// <summary>How people sign in: passwords by length, lockout, a second factor for staff, a session of eight hours.</summary>
public static class IdentitySetup
{
    /// <summary>Query parameter with the page that was asked for before signing in.</summary>
    public const string ReturnParameter = "till";

    public static void AddPortalIdentity(this IServiceCollection services)
    {
        services.AddIdentityCore<User>(SetIdentity)
            .AddEntityFrameworkStores<AppDb>()
            .AddUserStore<ProtectedUserStore>()
            .AddPasswordValidator<PasswordRulesValidator>()
            .AddUserManager<PortalUserManager>()
            .AddSignInManager<PortalSignInManager>()
            .AddDefaultTokenProviders();
        services.AddScoped(s => (PortalSignInManager)s.GetRequiredService<SignInManager<User>>());
        services.AddScoped<Reading>();
        services.AddScoped<PortalSignIn>();
        services.AddScoped<SecondFactorSetup>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(SetSession);
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, o => SetCookie(o.Cookie, "inloggning-steg-2"));
        services.Configure<CookieTempDataProviderOptions>(o => o.Cookie.Name = "besked");
        services.AddAntiforgery(o => o.Cookie.Name = "formular");
        services.AddScoped<IAuthorizationHandler, AllowRolesHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusedAccess>();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    private static void SetIdentity(IdentityOptions o)
    {
        // Length is the whole rule; PasswordRulesValidator adds what is too easy to guess.
        o.Password = new PasswordOptions
        {
            RequiredLength = PasswordRules.MinLength,
            RequiredUniqueChars = 1,
            RequireDigit = false,
            RequireLowercase = false,
            RequireUppercase = false,
            RequireNonAlphanumeric = false,
        };
        o.Lockout.MaxFailedAccessAttempts = 5;
        o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        o.SignIn.RequireConfirmedEmail = true;
        // A user name is an e-mail address, and those may hold any letter.
        o.User.AllowedUserNameCharacters = "";
        o.Tokens.AuthenticatorIssuer = "En väg ut";
    }

    private static void SetSession(CookieAuthenticationOptions o)
    {
        SetCookie(o.Cookie, "inloggning");
        o.LoginPath = AccountPaths.SignIn;
        o.ReturnUrlParameter = ReturnParameter;
        o.ExpireTimeSpan = TimeSpan.FromHours(8);
        o.SlidingExpiration = true;
        o.Events = new CookieAuthenticationEvents
        {
            OnValidatePrincipal = SessionAccount.ValidateAsync,
            OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            },
        };
    }

    private static void SetCookie(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }
}
