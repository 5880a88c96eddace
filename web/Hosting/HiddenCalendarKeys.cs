using Microsoft.AspNetCore.Http.Features;

namespace EnVagUt.Web.Hosting;

/// <summary>The secret of a calendar's address, for the one page that reads it.</summary>
internal sealed record CalendarKey(string Value)
{
    public const string Folder = "/kalender/";
    public const string File = ".ics";
}

/// <summary>
/// A calendar's secret stands in the path, because calendars want an address that ends in .ics. The server logs paths, also
/// in the scope of every other line, before any middleware runs; so the secret is taken out of the request when it
/// arrives, and nothing after this has it in its path.
/// </summary>
internal sealed class HiddenCalendarKeys(IServiceProvider services) : IHttpContextFactory
{
    private const string Hidden = "***";
    private readonly DefaultHttpContextFactory _factory = new(services);

    public HttpContext Create(IFeatureCollection featureCollection)
    {
        Hide(featureCollection);
        return _factory.Create(featureCollection);
    }

    public void Dispose(HttpContext httpContext) => _factory.Dispose(httpContext);

    private static void Hide(IFeatureCollection features)
    {
        if (features.Get<IHttpRequestFeature>() is not { } request
            || !request.Path.StartsWith(CalendarKey.Folder, StringComparison.OrdinalIgnoreCase) || request.Path.Length == CalendarKey.Folder.Length)
            return;
        var rest = request.Path[CalendarKey.Folder.Length..];
        var isFile = rest.EndsWith(CalendarKey.File, StringComparison.OrdinalIgnoreCase);
        if (isFile)
            features.Set(new CalendarKey(rest[..^CalendarKey.File.Length]));
        // Also what is cut off or has more after it may hold the secret.
        request.Path = CalendarKey.Folder + Hidden + (isFile ? CalendarKey.File : "");
        request.QueryString = "";
        request.RawTarget = request.Path;
    }
}
