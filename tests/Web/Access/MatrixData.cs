using EnVagUt.Tests.Common;

namespace EnVagUt.Tests.Web.Access;

/// <summary>
/// One row of everything that a route can name, and as many more as asked for; seeded once per host. What is seeded
/// stands in MatrixData.Seed.cs, here is how a route becomes an address.
/// </summary>
internal sealed partial class MatrixData
{
    private readonly Dictionary<string, string> _values = [];

    /// <summary>The employer whose rows the addresses name.</summary>
    public Guid EmployerId { get; private set; }

    /// <summary>An approved employer without part in them.</summary>
    public Guid OtherEmployerId { get; private set; }

    /// <param name="rows">How many of each kind of row the lists get to show.</param>
    public static async Task<MatrixData> SeedAsync(PortalApp app, int rows)
    {
        var data = new MatrixData();
        await data.SeedWorldAsync(app, rows);
        return data;
    }

    /// <summary>The address of a row: its parameters filled in, its query added.</summary>
    public string Url(Row row)
    {
        var parts = row.Route.Split('/');
        for (var i = 0; i < parts.Length; i++)
            if (parts[i].StartsWith('{'))
                parts[i] = Value(row.Route, string.Join('/', row.Route.Split('/')[..(i + 1)]), parts[i]);
        return string.Join('/', parts) + (row.Query.Length == 0 ? "" : "?" + row.Query);
    }

    /// <summary>
    /// Says what a parameter becomes: «/fragor/{id:guid}» in every route that begins so, the whole route in that one
    /// alone, «{id}» in all the rest. The longest wins.
    /// </summary>
    private void Set(string routeOrParameter, object value) => _values[routeOrParameter] = value.ToString()!;

    private string Value(string route, string beginning, string parameter)
    {
        var name = "{" + parameter.Trim('{', '}', '*').Split(':')[0].TrimEnd('?') + "}";
        // A whole route names its last parameter; those before it have beginnings of their own.
        var isLast = !route[beginning.Length..].Contains('{', StringComparison.Ordinal);
        return isLast && _values.TryGetValue(route, out var ofRoute) ? ofRoute
            : _values.TryGetValue(beginning, out var ofBeginning) ? ofBeginning
            : _values.TryGetValue(name, out var value) ? value
            : throw new InvalidOperationException($"MatrixData has no value for {beginning} in {route}.");
    }
}
