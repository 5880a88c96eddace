using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace EnVagUt.Core.Ground.Data;

/// <summary>Identity's tables of version 3 hold passkeys, so that adding them later needs no migration.</summary>
public static class IdentityTables
{
    internal static readonly IServiceProvider Services = new ServiceCollection().AddIdentityTables().BuildServiceProvider();

    public static IServiceCollection AddIdentityTables(this IServiceCollection services) =>
        services.Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
}
