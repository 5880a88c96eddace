using Microsoft.Extensions.DependencyInjection;

namespace EnVagUt.Core.Parties.Users;

internal static class UsersServices
{
    public static void AddUsers(this IServiceCollection services)
    {
        services.AddScoped<LoginTokens>();
        services.AddScoped<AccountLetters>();
        services.AddScoped<AccountService>();
        services.AddScoped<UserService>();
    }
}
