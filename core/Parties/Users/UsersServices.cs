using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace EnVagUt.Core.Parties.Users;

internal static class UsersServices
{
    public static void AddUsers(this IServiceCollection services)
    {
        services.AddSingleton<ILookupNormalizer, LookupNames>();
        services.AddScoped<LoginTokens>();
        services.AddScoped<AccountLetters>();
        services.AddScoped<AccountService>();
        services.AddScoped<UserService>();
    }
}
