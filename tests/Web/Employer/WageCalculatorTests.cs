using System.Net;
using EnVagUt.Core.Ground.Access;
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
        Assert.Contains("20 000Förordning (2018:42) 14–16 §§ (läst i källan)", text, StringComparison.Ordinal);
        Assert.Contains("31,42 procentSocialavgiftslagen", text, StringComparison.Ordinal);
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
