using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EnVagUt.Core.Accounts.Reports;

internal static class ReportServices
{
    public static void AddReports(this IServiceCollection services)
    {
        services.TryAddSingleton(new ReportSettings());
        services.AddSingleton<ReportTexts>();
        services.AddSingleton<ReportDocument>();
        services.AddScoped<AnnualReportService>();
    }
}
