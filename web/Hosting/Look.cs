using System.Text.Unicode;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Web.Content;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.WebEncoders;

namespace EnVagUt.Web.Hosting;

/// <summary>What every page has in common: language, forms, texts from content/, headers, limits, error pages.</summary>
internal static class Look
{
    public static void AddLook(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(builder.Configuration.GetSection(Municipality.Section).Get<Municipality>() ?? new Municipality());
        services.Configure<MvcOptions>(SwedishMessages.Use);
        services.Configure<MvcOptions>(o => o.ModelBinderProviders.Insert(0, new TolerantBinders()));
        services.Configure<RazorPagesOptions>(o => o.Conventions.Add(new NamedInputs()));
        // å ä ö are written as they are: pages are UTF-8, and half of what they say would be escapes.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new(UnicodeRanges.All));
        services.Configure<RequestLocalizationOptions>(o =>
        {
            o.DefaultRequestCulture = new RequestCulture(SwedishTime.Culture);
            o.SupportedCultures = o.SupportedUICultures = [SwedishTime.Culture];
            o.RequestCultureProviders.Clear();
        });
        services.AddContentPages();
        services.AddRateLimits(builder.Configuration);
    }

    /// <summary>The outermost part of the pipeline.</summary>
    public static void UseLook(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseErrorPages();
        app.UseRequestLocalization();
    }
}
