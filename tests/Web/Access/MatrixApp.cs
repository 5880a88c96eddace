using EnVagUt.Core.Ground.Access;
using EnVagUt.Tests.Common;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EnVagUt.Tests.Web.Access;

/// <summary>A portal with matrix data, statement counting and one signed-in client per role.</summary>
public class MatrixApp : PortalApp
{
    private readonly Dictionary<Role, HttpClient> _clients = [];
    private MatrixData? _data;

    /// <summary>How many of each kind of row the lists have to show.</summary>
    protected virtual int Rows => 10;

    internal async Task<MatrixData> DataAsync() => _data ??= await MatrixData.SeedAsync(this, Rows);

    internal async Task<HttpClient> ClientAsync(Role role)
    {
        if (_clients.TryGetValue(role, out var client))
            return client;
        var employerId = role.IsStaff() ? (Guid?)null : (await DataAsync()).EmployerId;
        var (user, _) = await TestUsers.AddAsync(Database, Clock, [role], employerId: employerId);
        // The pages of the second factor open only to those who have one.
        await using var db = Database.Open();
        await db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.TwoFactorEnabled, true));
        return _clients[role] = SignedIn(user.Id);
    }

    /// <summary>Every route that answers, as written: «/arbetsgivare/platser/{id:guid}».</summary>
    internal IEnumerable<(string Route, bool Get)> Routes() =>
        Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ISuppressMatchingMetadata>() is not { SuppressMatching: true })
            .Select(e => ("/" + e.RoutePattern.RawText!.TrimStart('/'),
                e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methods || methods.Contains("GET")))
            .Distinct();

    protected override void AddTestServices(IServiceCollection services) => StatementCounter.AddTo(services);
}

/// <summary>The same with far more rows in every list.</summary>
public sealed class CrowdedMatrixApp : MatrixApp
{
    protected override int Rows => 200;
}
