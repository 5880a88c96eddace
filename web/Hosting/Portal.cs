using EnVagUt.Core;
using EnVagUt.Core.Accounts.Reports;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using EnVagUt.Web.Pages.Coordinator.Participants;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Hosting;

/// <summary>Registers and orders what the portal is made of.</summary>
internal static class Portal
{
    public static void AddPortal(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddCore();
        services.AddSingleton(builder.Configuration.GetSection(ReportSettings.Section).Get<ReportSettings>() ?? new ReportSettings());
        services.AddSingleton<RuleTexts>();
        services.AddRazorPages(o => o.Conventions.AddFolderApplicationModelConvention("/Coordinator/Participants", page => page.Filters.Add(new TypeFilterAttribute(typeof(LeadsToTheKept)))));
        services.AddSingleton<IHttpContextFactory, HiddenCalendarKeys>();
        builder.AddOperations();
        builder.AddLook();
        builder.AddPortalAddress();
        builder.AddDataProtectionKeys();
        services.AddPortalIdentity();
    }

    public static void UsePortal(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseLook();
        app.UseStaticFiles();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<ViewerMiddleware>();
        app.UseAuthorization();
        app.MapRazorPages();
        app.MapHealth();
        app.MapNotFound();
    }
}
