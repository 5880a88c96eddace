using System.Globalization;
using AngleSharp.Html.Dom;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Web.Access;

public class AccessMatrixTests(MatrixApp app) : IClassFixture<MatrixApp>
{
    public static TheoryData<string> Routes() => [.. AccessMatrix.Rows.Select(r => r.Route)];

    [Fact]
    public void Every_route_has_one_row_and_every_row_a_route()
    {
        var routes = app.Routes().Select(r => r.Route).ToHashSet(StringComparer.Ordinal);
        var rows = AccessMatrix.Rows.Select(r => r.Route).ToList();
        Expect.None([
            .. routes.Except(rows).Select(r => $"AccessMatrix has no row for {r}"),
            .. rows.Except(routes).Select(r => $"AccessMatrix has a row for {r}, which is no route"),
            .. rows.GroupBy(r => r).Where(g => g.Count() > 1).Select(g => $"AccessMatrix has {g.Count()} rows for {g.Key}"),
        ]);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Only_those_who_may_open_it_do_and_it_offers_them_only_what_they_may(string route)
    {
        var row = Row(route);
        var url = (await app.DataAsync()).Url(row);
        var faults = new List<string>();
        using var visitor = app.Visitor();
        await ExpectAsync(faults, visitor, url, "a visitor", row.Public ? row.Opens : 302, toSignIn: !row.Public);
        foreach (var role in Enum.GetValues<Role>())
        {
            var allowed = row.Allowed.Contains(role);
            await ExpectAsync(faults, await app.ClientAsync(role), url, role.ToString(), allowed ? row.Opens : 403,
                page: page => allowed ? Offered.Faults(page, row, role) : []);
        }
        Expect.None(faults);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_refused_reader_cannot_post_either(string route)
    {
        var row = Row(route);
        var url = (await app.DataAsync()).Url(row);
        var faults = new List<string>();
        foreach (var role in Enum.GetValues<Role>().Except(row.Allowed))
        {
            using var empty = new FormUrlEncodedContent([]);
            using var response = await (await app.ClientAsync(role)).PostAsync(url, empty);
            if ((int)response.StatusCode != 403)
                faults.Add($"POST {url} as {role} answered {(int)response.StatusCode}, not 403");
        }
        Expect.None(faults);
    }

    [Fact]
    public async Task Another_employers_rows_are_not_found()
    {
        var data = await app.DataAsync();
        using var other = await app.SignInAsAsync(Role.EmployerAdmin, employerId: data.OtherEmployerId);
        var faults = new List<string>();
        foreach (var row in AccessMatrix.Rows.Where(r => r.Owner == Owner.Employer && r.Allowed.Contains(Role.EmployerAdmin)))
            await ExpectAsync(faults, other, data.Url(row), "another employer", 404);
        Expect.None(faults);
    }

    [Fact]
    public async Task Another_grens_persons_are_not_found()
    {
        var data = await app.DataAsync();
        var faults = new List<string>();
        foreach (var row in AccessMatrix.Rows.Where(r => r.Owner == Owner.Gren))
        {
            using var other = await app.SignInAsAsync(row.Allowed.First(r => r.IsStaff()), Verksamhetsgren.Skola);
            await ExpectAsync(faults, other, data.Url(row), "another gren", 404);
        }
        Expect.None(faults);
    }

    private static Row Row(string route) => AccessMatrix.Rows.Single(r => r.Route == route);

    private static async Task ExpectAsync(List<string> faults, HttpClient client, string url, string who, int status, bool toSignIn = false,
        Func<IHtmlDocument, IEnumerable<string>>? page = null)
    {
        using var response = await client.GetAsync(url);
        var answered = (int)response.StatusCode;
        if (answered != status)
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"GET {url} as {who} answered {answered} {response.Headers.Location}, not {status}"));
        else if (toSignIn && response.Headers.Location?.ToString().Contains(AccountPaths.SignIn, StringComparison.Ordinal) != true)
            faults.Add($"GET {url} as {who} led to {response.Headers.Location}, not to the sign-in page");
        else if (page is not null && response.Content.Headers.ContentType?.MediaType == "text/html")
            faults.AddRange(page(await response.DocumentAsync()));
    }
}
