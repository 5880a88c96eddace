using System.Net;
using EnVagUt.Core.Ground.Data;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.HttpOverrides;

namespace EnVagUt.Web.Hosting;

/// <summary>What those who run the portal need: is it alive, is it ready, what happened.</summary>
internal static class Operations
{
    public const string Live = "/halsa/lever";
    public const string Ready = "/halsa/redo";
    public const string Work = "/halsa/jobb";

    public static void AddOperations(this WebApplicationBuilder builder)
    {
        builder.Services.AddHealthChecks().AddDbContextCheck<AppDb>("databas").AddCheck<WorkCheck>("jobb", tags: [nameof(Work)]);
        builder.Services.Configure<ForwardedHeadersOptions>(o => Trust(o, builder.Configuration.GetSection("Proxy:Trusted").Get<string[]>() ?? []));
        // One JSON object a line for whatever collects logs; people read the plain console.
        if (builder.Environment.IsProduction())
            builder.Logging.ClearProviders().AddJsonConsole(o => o.UseUtcTimestamp = true);
    }

    /// <summary>Live answers while the process does; ready also asks the database; work tells that jobs are done and letters leave.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks(Live, new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks(Ready, new HealthCheckOptions { Predicate = c => !c.Tags.Contains(nameof(Work)) }).AllowAnonymous();
        app.MapHealthChecks(Work, new HealthCheckOptions { Predicate = c => c.Tags.Contains(nameof(Work)) }).AllowAnonymous();
    }

    // Behind a proxy the visitor's address is the proxy's word, and only a named proxy is believed: limits go by it.
    private static void Trust(ForwardedHeadersOptions options, string[] proxies)
    {
        if (proxies.Length == 0)
            return;
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.KnownProxies.Clear();
        foreach (var proxy in proxies)
            options.KnownProxies.Add(IPAddress.Parse(proxy));
    }
}
