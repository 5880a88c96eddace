using EnVagUt.Core.Ground.Portal;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace EnVagUt.Web.Hosting;

internal static class PortalAddressSetup
{
    /// <summary>Portal:Address, demanded in Production; elsewhere the address the server listens on will do.</summary>
    public static void AddPortalAddress(this WebApplicationBuilder builder)
    {
        var address = builder.Configuration["Portal:Address"];
        if (string.IsNullOrEmpty(address) && builder.Environment.IsProduction())
            throw new InvalidOperationException("Portal:Address is not set: letters need the portal's own address, for example https://vagin.exempel.se.");
        builder.Services.AddSingleton(s => new PortalAddress(() => address is { Length: > 0 } ? address : Listening(s)));
    }

    private static string Listening(IServiceProvider services)
    {
        var first = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        return (first ?? "http://localhost")
            .Replace("//127.0.0.1", "//localhost", StringComparison.Ordinal)
            .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
            .Replace("//[::]", "//localhost", StringComparison.Ordinal)
            .Replace("//*", "//localhost", StringComparison.Ordinal);
    }
}
