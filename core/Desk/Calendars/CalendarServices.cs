using EnVagUt.Core.Cases.Placements;
using Microsoft.Extensions.DependencyInjection;

namespace EnVagUt.Core.Desk.Calendars;

internal static class CalendarServices
{
    public static void AddCalendars(this IServiceCollection services)
    {
        services.AddScoped<CalendarFeedService>();
        services.AddScoped<CalendarReader>();
        services.AddScoped<StartFiles>();
    }
}
