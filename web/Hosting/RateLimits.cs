using System.Globalization;
using System.Threading.RateLimiting;

namespace EnVagUt.Web.Hosting;

/// <summary>
/// How often forms that need no login may be sent from one address. A page takes part with
/// <c>[EnableRateLimiting(RateLimits.AnonymousForms)]</c>; only POST counts. Calendars are the exception: they only ever GET.
/// </summary>
public static class RateLimits
{
    public const string AnonymousForms = "anonymous-forms";

    /// <summary>Passwords, codes and links: lockout stops guesses at one account, this stops guesses at many.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Calendar feeds, open to whoever has an address; many calendars may stand behind one office's address.</summary>
    public const string Calendars = "calendars";

    internal static void AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var forms = configuration.GetValue("RateLimits:AnonymousFormsPerMinute", 5);
        var signIns = configuration.GetValue("RateLimits:SignInPerMinute", 30);
        var calendars = configuration.GetValue("RateLimits:CalendarsPerMinute", 120);
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) =>
            {
                if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                    rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            options.AddPolicy(AnonymousForms, http => Posts(http, AnonymousForms, forms));
            options.AddPolicy(SignIn, http => Posts(http, SignIn, signIns));
            options.AddPolicy(Calendars, http => FixedWindow(http, Calendars, calendars));
        });
    }

    private static RateLimitPartition<string> Posts(HttpContext http, string policy, int perMinute) => HttpMethods.IsPost(http.Request.Method)
        ? FixedWindow(http, policy, perMinute)
        : RateLimitPartition.GetNoLimiter("");

    private static RateLimitPartition<string> FixedWindow(HttpContext http, string policy, int perMinute) =>
        RateLimitPartition.GetFixedWindowLimiter($"{policy} {http.Connection.RemoteIpAddress}",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) });
}
