using System.Net;
using System.Text.RegularExpressions;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Web.Coordination;

public partial class FirstDayQuestionPageTests(PortalApp app) : CoordinatorPages(app)
{
    [Fact]
    public async Task The_link_shows_two_buttons_and_no_names_and_a_no_is_a_task_until_somebody_has_called()
    {
        var (participant, id, path) = await AskedAsync();
        using var visitor = App.Visitor();
        using var response = await visitor.GetAsync(path);
        Assert.Equal("noindex", response.Headers.GetValues("X-Robots-Tag").Single());
        Assert.True(response.Headers.CacheControl?.NoStore);
        var page = await response.DocumentAsync();
        Assert.StartsWith("Kom den som skulle börja hos Butiken den ", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Robin", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Ja, personen kom", "Nej, personen kom inte"], page.QuerySelectorAll("main button").Select(b => b.TextContent.Trim()));
        Assert.Null(await App.ReadAsync(db => db.FirstDayQuestions.Where(q => q.PlacementId == id).Select(q => q.AnsweredAt).SingleAsync()));

        using var answered = await visitor.PostFormAsync(path, button: "Nej, personen kom inte");
        Assert.Equal("/kom/tack", answered.Headers.Location?.OriginalString);
        Assert.Contains("Tack för svaret", (await visitor.GetPageAsync("/kom/tack")).MainText(), StringComparison.Ordinal);
        Assert.Contains("Ni har svarat nej.", (await visitor.GetPageAsync(path)).MainText(), StringComparison.Ordinal);

        using var client = await App.SignInAsAsync(Role.UnitManager);
        Assert.NotNull((await client.GetPageAsync("/att-gora")).QuerySelector($".tasks a[href='/placeringar/{id}']"));
        Assert.Contains("Kom inte första dagen: ring", (await client.GetPageAsync("/att-gora")).MainText(), StringComparison.Ordinal);
        var title = $"/placeringar/{id}";
        Assert.Contains("Kom inte första dagen: ring", (await client.GetPageAsync(title)).MainText(), StringComparison.Ordinal);
        using var called = await client.PostFormAsync(title, button: "Jag har ringt");
        await AssertDoneAsync(client, called, title, "Antecknat. Uppgiften är borta från Att göra.");
        Assert.DoesNotContain("Kom inte första dagen: ring", (await client.GetPageAsync("/att-gora")).MainText(), StringComparison.Ordinal);
        Assert.Contains("Att deltagaren inte kom är uppföljt", (await client.GetPageAsync(title)).MainText(), StringComparison.Ordinal);
        Assert.Equal(participant, (await ReadAsync(id)).ParticipantId);
    }

    [Fact]
    public async Task A_yes_stands_in_the_case_and_a_dead_link_says_the_same_as_one_that_never_was()
    {
        var (_, id, path) = await AskedAsync();
        using var visitor = App.Visitor();
        var page = await visitor.GetPageAsync(path);
        using var neither = await PostFromOldWindowAsync(visitor, page, path);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, neither.StatusCode);
        (await visitor.PostFormAsync(path, button: "Ja, personen kom")).Dispose();
        using var client = await App.SignInAsAsync(Role.UnitManager);
        Assert.Contains("deltagaren kom första dagen", (await client.GetPageAsync($"/placeringar/{id}")).MainText(), StringComparison.Ordinal);

        App.Clock.AdvanceDays(8);
        var dead = (await visitor.GetPageAsync(path)).MainText();
        Assert.Contains("Länken gäller inte längre", dead, StringComparison.Ordinal);
        Assert.Equal(dead, (await visitor.GetPageAsync("/kom?nyckel=okand")).MainText());
        using var late = await visitor.PostFormAsync(page, path, button: "Nej, personen kom inte");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
    }

    private async Task<(Guid Participant, Guid Id, string Path)> AskedAsync()
    {
        var (offer, participant, id) = await PlacementAsync(PlacementStatus.ReadyToStart);
        App.Clock.SetStockholm(offer.From, new TimeOnly(10, 0));
        await App.InScopeAsync(s => ActivatorUtilities.CreateInstance<RemindersJob>(s).RunAsync(new JobContext(Schedules.FirstDay, "", App.Clock.Today(), null), Ct));
        var text = await App.ReadAsync(db => db.Mail.Where(m => m.CaseId == id && m.Template == "kom-deltagaren").Select(m => m.Text).SingleAsync());
        return (participant.Id, id, Link().Match(text).Value);
    }

    [GeneratedRegex(@"/kom\?nyckel=[\w-]+")]
    private static partial Regex Link();
}
