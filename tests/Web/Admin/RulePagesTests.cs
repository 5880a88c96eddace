using System.Net;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Admin;

public sealed class RulePagesTests(PortalApp app) : IClassFixture<PortalApp>
{
    private const string Page = "/admin/regler/Praktik/LongestMonths";

    [Fact]
    public async Task A_value_is_previewed_saved_and_listed()
    {
        using var admin = await app.SignInAsAsync(Role.Administrator);
        using (var previewed = await admin.PostFormAsync(Page, Fields("2027-01-01", "4", "AMN 2026-12-01 § 12"), "Se vad det påverkar"))
        {
            var page = await previewed.DocumentAsync();
            Assert.Contains("Ingen placering är planerad från den dagen.", page.MainText(), StringComparison.Ordinal);
            Assert.Equal("4", page.QuerySelector("[name='Input.Value']")!.GetAttribute("value"));
        }
        Assert.Equal(0, await app.ReadAsync(db => db.RuleVersions.CountAsync()));

        using var saved = await admin.PostFormAsync(Page, Fields("1/1 2027", "4", "AMN 2026-12-01 § 12"), "Spara");
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var list = (await admin.GetPageAsync("/admin/regler")).MainText();
        Assert.Contains("Regeln är satt från 1 januari 2027.", list, StringComparison.Ordinal);
        Assert.Contains("Från 1 jan 2027: 4", list, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-23", "4", "Input.From", "tidigast från i morgon")]
    [InlineData("2027-01-01", "fyra", "Input.Value", "helt tal")]
    public async Task A_wrong_value_is_told_beside_its_field_and_nothing_is_lost(string from, string value, string field, string text)
    {
        using var admin = await app.SignInAsAsync(Role.Administrator);
        using var refused = await admin.PostFormAsync(Page, Fields(from, value, "Min källa"), "Se vad det påverkar");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.DocumentAsync();
        var input = page.QuerySelector($"[name='{field}']")!;
        Assert.Contains(text, page.GetElementById(input.Id + "-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Min källa", page.QuerySelector("[name='Input.Source']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_unknown_rule_is_not_found()
    {
        using var admin = await app.SignInAsAsync(Role.Administrator);
        using var response = await admin.GetAsync("/admin/regler/Praktik/SharePercent");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static Dictionary<string, string?> Fields(string from, string value, string source) =>
        new() { ["Input.From"] = from, ["Input.Value"] = value, ["Input.Source"] = source };
}
