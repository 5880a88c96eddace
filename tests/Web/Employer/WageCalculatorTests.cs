using System.Net;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Web.Employer;

public class WageCalculatorTests(PortalApp app) : IClassFixture<PortalApp>
{
    private const string Page = "/lonestod/kalkyl";

    private async Task<string> TextAsync(string query)
    {
        using var visitor = app.Visitor();
        return (await visitor.GetPageAsync(Page + query)).MainText();
    }

    [Fact]
    public async Task A_visitor_gets_the_net_cost_with_every_number_and_its_source()
    {
        var text = await TextAsync("?stod=Introduktionsjobb&lon=30+000&omfattning=50&start=2027-03-01");
        // 15 000 + 4 713 − 80 % of 10 000 with fees.
        Assert.Contains("Kostnad efter stöd 9 199 kr", text, StringComparison.Ordinal);
        Assert.Contains("220 776 kr", text, StringComparison.Ordinal);
        Assert.Contains("Preliminärt. Arbetsförmedlingen beslutar.", text, StringComparison.Ordinal);
        Assert.Contains("20 000Förordning (2018:42) 14–16 §§", text, StringComparison.Ordinal);
        Assert.Contains("31,42 procentSocialavgiftslagen", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_sure_we_are_of_a_number_is_for_administrators_only()
    {
        foreach (var support in SupportRegistry.All.Where(s => s.LastNewDay is null))
        {
            var text = await TextAsync($"?stod={support.Kind}&lon=25000&borta=Longest&andel=60");
            Assert.Contains("Det här har vi räknat med", text, StringComparison.Ordinal);
            Assert.All(Enum.GetValues<SourceMark>().Select(m => m.Label()).Append("kontrollera"), mark => Assert.DoesNotContain(mark, text, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task A_support_without_an_honest_amount_gets_words()
    {
        var text = await TextAsync("?stod=Etableringsjobb&lon=25000");
        Assert.Contains("betalas till den som är anställd", text, StringComparison.Ordinal);
        Assert.Contains("Kostnad efter stöd Räknas inte fram", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_empty_form_asks_and_says_nothing_wrong()
    {
        using var visitor = app.Visitor();
        var page = await visitor.GetPageAsync(Page);
        Assert.Null(page.QuerySelector(".ds-error-summary"));
        Assert.Equal(8, page.QuerySelectorAll("select[name=stod] option:not([value=''])").Length);
        Assert.Contains("24–36 månader", page.MainText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?stod=Nystartsjobb", "lon", "Uppgiften måste fyllas i")]
    [InlineData("?lon=25000", "stod", "Uppgiften måste fyllas i")]
    [InlineData("?stod=Nystartsjobb&lon=mycket", "lon", "Skriv ett heltal")]
    [InlineData("?stod=Nystartsjobb&lon=25000&omfattning=120", "omfattning", "mellan 1 och 100")]
    [InlineData("?stod=Nystartsjobb&lon=25000&start=2027-02-30", "start", "finns inte i kalendern")]
    public async Task What_cannot_be_counted_is_said_beside_its_field(string query, string field, string message)
    {
        using var visitor = app.Visitor();
        using var answer = await visitor.GetAsync(Page + query);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.DocumentAsync();
        Assert.Contains(message, page.QuerySelector(".ds-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("true", page.QuerySelector($"[name={field}]")!.GetAttribute("aria-invalid"));
    }

    [Theory]
    [InlineData("3000000000")]
    [InlineData("-3000000000")]
    [InlineData("99999999999999999999999999999999999")]
    [InlineData("1e5")]
    [InlineData("NaN")]
    [InlineData("∞")]
    [InlineData("1,5,5")]
    [InlineData("٣")]
    [InlineData("0x10")]
    [InlineData("12🌞")]
    public async Task No_number_is_too_strange_to_be_refused_beside_its_field(string typed)
    {
        using var visitor = app.Visitor();
        foreach (var field in new[] { "lon", "omfattning", "avgift", "andel" })
        {
            using var answer = await visitor.GetAsync($"{Page}?stod=Nystartsjobb&lon=25000&start=2027-03-01".Replace($"&{field}=25000", "", StringComparison.Ordinal) + $"&{field}={Uri.EscapeDataString(typed)}");
            Assert.Equal((field, HttpStatusCode.UnprocessableEntity), (field, answer.StatusCode));
            var input = (await answer.DocumentAsync()).QuerySelector($"[name={field}]")!;
            Assert.Equal(("true", typed), (input.GetAttribute("aria-invalid"), input.GetAttribute("value")));
        }
    }

    [Fact]
    public async Task Fees_have_decimals_and_are_never_more_than_the_pay()
    {
        Assert.Contains("31,42 procent", await TextAsync("?stod=Nystartsjobb&lon=25000&avgift=31,42"), StringComparison.Ordinal);
        using var visitor = app.Visitor();
        using var answer = await visitor.GetAsync($"{Page}?stod=Nystartsjobb&lon=25000&avgift=100,4");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Those_who_may_need_it_are_led_to_it()
    {
        using var visitor = app.Visitor();
        Assert.NotNull((await visitor.GetPageAsync("/arbetsgivare")).QuerySelector($"a[href='{Page}']"));
        var workplace = await new Stage(app.Database, app.Clock).WorkplaceAsync();
        using var employer = await app.SignInAsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        Assert.NotNull((await employer.GetPageAsync("/arbetsgivare/oversikt")).QuerySelector($"a[href='{Page}']"));
    }
}
