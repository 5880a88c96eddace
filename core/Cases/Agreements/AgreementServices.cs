using Microsoft.Extensions.DependencyInjection;

namespace EnVagUt.Core.Cases.Agreements;

internal static class AgreementServices
{
    public static void AddAgreements(this IServiceCollection services)
    {
        services.AddScoped<AgreementCases>();
        services.AddScoped<AgreementService>();
        services.AddScoped<EmployerAgreementService>();
        services.AddScoped<ApprovalLinkService>();
        services.AddScoped<AgreementLetters>();
        services.AddSingleton<AgreementFile>();
    }
}
