using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace EnVagUt.Tests.Common;

/// <summary>
/// Counts the SQL statements of each request, whatever sent them: sign-in, menu and page alike. What background services
/// send at the same time is not the request's and is not counted.
/// </summary>
public sealed class StatementCounter : DbCommandInterceptor, IStartupFilter
{
    private const string Header = "X-Test-Count";
    private readonly AsyncLocal<ConcurrentQueue<string>?> _current = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _counted = [];

    public static void AddTo(IServiceCollection services)
    {
        var counter = new StatementCounter();
        services.AddSingleton(counter);
        services.AddSingleton<IInterceptor>(counter);
        services.AddSingleton<IStartupFilter>(counter);
    }

    /// <summary>Gets an address and gives the answer with the statements that it took.</summary>
    public async Task<(HttpResponseMessage Response, IReadOnlyList<string> Statements)> GetAsync(HttpClient client, string url)
    {
        var id = Guid.NewGuid().ToString();
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Add(Header, id);
        var response = await client.SendAsync(request);
        return _counted.TryRemove(id, out var statements)
            ? (response, [.. statements])
            : throw new InvalidOperationException($"{url} was not counted.");
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (http, rest) =>
        {
            if (http.Request.Headers[Header].ToString() is { Length: > 0 } id)
                _current.Value = _counted[id] = [];
            await rest(http);
        });
        next(app);
    };

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
        Count(command, result);

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) =>
        Count(command, result);

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result) =>
        Count(command, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        new(Count(command, result));

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        new(Count(command, result));

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        new(Count(command, result));

    private T Count<T>(DbCommand command, T result)
    {
        _current.Value?.Enqueue(command.CommandText);
        return result;
    }
}
