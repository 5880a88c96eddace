using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using EnVagUt.Core.Desk.Import;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Admin;

public class ImportTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task A_file_is_uploaded_looked_at_and_read_in()
    {
        using var client = await app.SignInAsAsync(Role.Administrator);
        using var uploaded = await UploadAsync(client, ImportKind.Organisation,
            "nivå;kod;namn;överordnad;giltig_från\r\nNämnd;TN;Tekniska nämnden;;2019-01-01\r\nFörvaltning;TF;Tekniska förvaltningen;TN;2019-01-01\r\n");
        Assert.Equal(HttpStatusCode.Redirect, uploaded.StatusCode);
        var address = uploaded.Headers.Location!.ToString();

        var preview = await client.GetPageAsync(address);
        Assert.Contains("Alla rader är rätt", preview.MainText(), StringComparison.Ordinal);
        Assert.Contains("Nya enheter2", preview.MainText(), StringComparison.Ordinal);
        Assert.False(await app.ReadAsync(db => db.OrgUnits.AnyAsync(u => u.Code == "TF")));

        using var done = await client.PostFormAsync(address, button: "Läs in");
        Assert.Equal("/admin/organisation", done.Headers.Location!.ToString());
        var tree = await client.GetPageAsync("/admin/organisation");
        Assert.Contains("Filen är inläst: 2 nya", tree.MainText(), StringComparison.Ordinal);
        Assert.Contains("Tekniska förvaltningen", tree.QuerySelector("li > ul > li, li ul li")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Faults_are_listed_and_there_is_no_button_to_read_in()
    {
        using var client = await app.SignInAsAsync(Role.Administrator);
        using var uploaded = await UploadAsync(client, ImportKind.Organisation, "nivå;kod;namn;överordnad;giltig_från\nNämnd;X1;;;2019-01-01\nEnhet;X2;Enheten;;idag\n");
        var preview = await client.GetPageAsync(uploaded.Headers.Location!.ToString());

        Assert.Contains("”namn” är tomt.", preview.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("”giltig_från” är ”idag”", preview.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(preview.QuerySelectorAll("button"), b => b.TextContent == "Läs in");

        // Even a form posted by hand saves nothing.
        using var refused = await client.PostFormAsync(preview, uploaded.Headers.Location!.ToString(), button: "Ta bort filen");
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        Assert.False(await app.ReadAsync(db => db.OrgUnits.AnyAsync(u => u.Code == "X2")));
    }

    [Fact]
    public async Task Without_a_file_the_field_says_so()
    {
        using var client = await app.SignInAsAsync(Role.Administrator);
        using var response = await client.PostFormAsync("/admin/import", new Dictionary<string, string?> { ["Kind"] = nameof(ImportKind.Employers) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await response.DocumentAsync();
        Assert.NotNull(page.QuerySelector("input[type=file][aria-invalid=true]"));
        Assert.Equal("#Upload", page.QuerySelector(".ds-error-summary a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_broken_workbook_is_refused_beside_the_field()
    {
        using var client = await app.SignInAsAsync(Role.Administrator);
        using var response = await UploadAsync(client, ImportKind.Employers, "PK\u0003\u0004 och sedan inget");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await response.DocumentAsync();
        Assert.Contains("Filen går inte att läsa som Excelarbetsbok.", page.QuerySelector("main form")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("input[type=file][aria-invalid=true]"));
        Assert.Contains("(.xlsx)", page.QuerySelector("main form")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, ImportKind kind, string text)
    {
        var page = await client.GetPageAsync("/admin/import");
        var token = ((IHtmlInputElement)page.QuerySelector("main form input[name=__RequestVerificationToken]")!).Value;
        using var content = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent(kind.ToString()), "Kind" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "Upload", "organisation.csv" },
        };
        return await client.PostAsync("/admin/import", content);
    }
}
