using EnVagUt.Core.Data;
using EnVagUt.Core.Questions;
using EnVagUt.Core.Rules;
using EnVagUt.Tests.Common;

namespace EnVagUt.Tests.Web.Access;

/// <summary>One row of everything that a route can name, and as many more as asked for; seeded once per host.</summary>
internal sealed class MatrixData
{
    private readonly Dictionary<string, string> _values = [];

    public Guid EmployerId { get; private set; } = Guid.NewGuid();
    public Guid OtherEmployerId { get; private set; } = Guid.NewGuid();

    /// <param name="rows">How many of each kind of row the lists get to show.</param>
    public static async Task<MatrixData> SeedAsync(PortalApp app, int rows)
    {
        var data = new MatrixData();
        data.Set("{code}", 404);
        data.Set("{path}", "finns-inte");
        await app.ReadAsync(async db =>
        {
            for (var i = 0; i < rows; i++)
            {
                var question = Question.Ask(new() { Text = "Kan vi ta emot två?", Email = "fraga@exempel.se" }, new Stamp(null, app.Clock.UtcNow()));
                db.Questions.Add(question);
                data.Set("/fragor/{id:guid}", question.Id);
            }
            await db.SaveChangesAsync();
            return rows;
        });
        return data;
    }

    /// <summary>Says what a route parameter becomes; «/platser/{id}» for one route, or «{id}» for the rest.</summary>
    private void Set(string routeOrParameter, object value) => _values[routeOrParameter] = value.ToString()!;

    /// <summary>The address of a row: its parameters filled in, its query added.</summary>
    public string Url(Row row)
    {
        var parts = row.Route.Split('/').Select(part => part.StartsWith('{') ? Value(row.Route, part) : part);
        var path = string.Join('/', parts).TrimEnd('/');
        return (path.Length == 0 ? "/" : path) + (row.Query.Length == 0 ? "" : "?" + row.Query);
    }

    private string Value(string route, string part)
    {
        var name = "{" + part.Trim('{', '}', '*').Split(':')[0].TrimEnd('?') + "}";
        return _values.TryGetValue(route, out var ofRoute) ? ofRoute
            : _values.TryGetValue(name, out var value) ? value
            : throw new InvalidOperationException($"MatrixData has no value for {name} in {route}.");
    }
}
