using System.Net;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Web.Employer;

public class RequestTests(PortalApp app) : IClassFixture<PortalApp>
{
    private Stage Stage => new(app.Database, app.Clock);

    private async Task<(Offer Offer, Guid Id, string LastName)> RequestedAsync()
    {
        var offer = await Stage.OfferAsync(await Stage.WorkplaceAsync());
        var participant = await Stage.ParticipantAsync();
        var (id, lastName) = (Guid.Empty, await app.ReadAsync(db => db.Participants.Where(p => p.Id == participant.Id).Select(p => p.LastName).SingleAsync()));
        await AsCoordinatorAsync(async s => id = await s.ProposeAsync(
            new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = offer.From, To = offer.To }, default));
        await AsCoordinatorAsync(s => s.ParticipantAnsweredAsync(id, true, default));
        await AsCoordinatorAsync(s => s.ReleaseAsync(id, "Behöver korta pauser", default));
        await AsCoordinatorAsync(s => s.RequestAsync(id, default));
        return (offer, id, lastName);
    }

    private async Task AsCoordinatorAsync(Func<PlacementService, Task> work)
    {
        var (user, grants) = await TestUsers.AddAsync(app.Database, app.Clock, [Role.Coordinator]);
        await app.InScopeAsync(async s =>
        {
            await work(s.GetRequiredService<PlacementService>());
            return 0;
        }, v => v.BecomeUser(user.Id, grants));
    }

    private Task<PlacementStatus> StatusAsync(Guid id) => app.ReadAsync(db => db.Placements.Where(p => p.Id == id).Select(p => p.Status).SingleAsync());

    [Fact]
    public async Task A_request_shows_what_was_released_and_not_the_last_name_and_the_reading_is_logged()
    {
        var (offer, id, lastName) = await RequestedAsync();
        using var client = await app.SignInAsAsync(Role.EmployerSupervisor, employerId: offer.EmployerId);
        var page = await client.GetPageAsync($"/arbetsgivare/forfragningar/{id}");
        var text = page.MainText();
        Assert.Contains("Robin Väntar på svar", text, StringComparison.Ordinal);
        Assert.Contains("FormPraktik", text, StringComparison.Ordinal);
        Assert.Contains("Behöver korta pauser", text, StringComparison.Ordinal);
        Assert.Contains("100 procent av heltid", text, StringComparison.Ordinal);
        Assert.DoesNotContain(lastName, text, StringComparison.Ordinal);
        Assert.DoesNotContain("070-174", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Målgrupp", text, StringComparison.Ordinal);

        await app.Services.GetRequiredService<ReadLog>().FlushAsync();
        Assert.True(await app.ReadAsync(db => db.ReadLog.AnyAsync(r => r.SubjectId == id)));
        foreach (var list in new[] { "/arbetsgivare/forfragningar", "/arbetsgivare/oversikt", $"/arbetsgivare/platser/{offer.Id}" })
            Assert.NotNull((await client.GetPageAsync(list)).QuerySelector($"a[href='/arbetsgivare/forfragningar/{id}']"));
    }

    [Theory]
    [InlineData(Role.EmployerReader, false)]
    [InlineData(Role.EmployerSupervisor, true)]
    [InlineData(Role.EmployerAdmin, true)]
    public async Task Only_whoever_may_answer_is_asked_to(Role role, bool isAsked)
    {
        var (offer, id, _) = await RequestedAsync();
        using var client = await app.SignInAsAsync(role, employerId: offer.EmployerId);
        const string answers = "Er administratör eller en handledare svarar.";
        Assert.Equal(isAsked, (await client.GetPageAsync("/arbetsgivare/oversikt")).MainText().Contains("Väntar på ert svar", StringComparison.Ordinal));
        Assert.Equal(!isAsked, (await client.GetPageAsync("/arbetsgivare/forfragningar")).MainText().Contains(answers, StringComparison.Ordinal));
        Assert.Equal(!isAsked, (await client.GetPageAsync($"/arbetsgivare/forfragningar/{id}")).MainText().Contains(answers, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_letter_says_whom_to_talk_to_first()
    {
        var (offer, id, _) = await RequestedAsync();
        var letter = await app.ReadAsync(db => db.Mail.SingleAsync(m => m.CaseId == id && m.Template == "forfragan-till-arbetsplats"));
        var coordinator = await app.ReadAsync(db => db.Placements.Where(p => p.Id == id).Select(p => db.Users.Single(u => u.Id == p.CoordinatorId).DisplayName).SingleAsync());
        Assert.Contains($"Det berättar {coordinator}, ", letter.Text, StringComparison.Ordinal);
        Assert.Contains(offer.Period.Written(), letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yes_needs_one_press_and_opening_the_page_is_none()
    {
        var (offer, id, _) = await RequestedAsync();
        using var client = await app.SignInAsAsync(Role.EmployerSupervisor, employerId: offer.EmployerId);
        await client.GetPageAsync($"/arbetsgivare/forfragningar/{id}/tacka-ja");
        Assert.Equal(PlacementStatus.Requested, await StatusAsync(id));

        using var answer = await client.PostFormAsync($"/arbetsgivare/forfragningar/{id}", button: "Tacka ja");
        Assert.Equal($"/arbetsgivare/forfragningar/{id}", answer.Headers.Location?.OriginalString);
        Assert.Equal(PlacementStatus.AwaitingPaper, await StatusAsync(id));
        Assert.Contains("Tack! Ni har tackat ja.", (await client.GetPageAsync($"/arbetsgivare/forfragningar/{id}")).MainText(), StringComparison.Ordinal);
        Assert.Contains("Robin", (await client.GetPageAsync("/arbetsgivare/placeringar")).MainText(), StringComparison.Ordinal);

        using var again = await client.PostFormAsync($"/arbetsgivare/forfragningar/{id}/tacka-ja");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
    }

    [Fact]
    public async Task A_no_needs_its_code_and_takes_the_person_off_the_page()
    {
        var (offer, id, _) = await RequestedAsync();
        using var client = await app.SignInAsAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        using var uncoded = await client.PostFormAsync($"/arbetsgivare/forfragningar/{id}/tacka-nej");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, uncoded.StatusCode);
        Assert.Contains("Välj ett av alternativen", (await uncoded.DocumentAsync()).QuerySelector("#fel")!.TextContent, StringComparison.Ordinal);

        using var answer = await client.PostFormAsync($"/arbetsgivare/forfragningar/{id}/tacka-nej", new Dictionary<string, string?> { ["Code"] = "NoSupervisor" });
        Assert.Equal("/arbetsgivare/forfragningar", answer.Headers.Location?.OriginalString);
        Assert.Equal((PlacementStatus.NotHeld, (NoCode?)NoCode.NoSupervisor),
            await app.ReadAsync(db => db.Placements.Where(p => p.Id == id).Select(p => ValueTuple.Create(p.Status, p.Answers.EmployerNoCode)).SingleAsync()));
        Assert.DoesNotContain("Robin", (await client.GetPageAsync($"/arbetsgivare/forfragningar/{id}")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_full_name_shows_when_all_is_clear_for_start_and_everything_is_gone_84_days_after_the_end()
    {
        await using var own = new PortalApp();
        var stage = new Stage(own.Database, own.Clock);
        var offer = await stage.OfferAsync(await stage.WorkplaceAsync(), d => d with { From = own.Clock.GetUtcNow().UtcDateTime.Date is var today ? DateOnly.FromDateTime(today) : default });
        var participant = await stage.ParticipantAsync();
        var (coordinator, grants) = await TestUsers.AddAsync(own.Database, own.Clock, [Role.Coordinator]);
        Task Do(Func<PlacementService, Task> work) => own.InScopeAsync(async s =>
        {
            await work(s.GetRequiredService<PlacementService>());
            return 0;
        }, v => v.BecomeUser(coordinator.Id, grants));

        var id = Guid.Empty;
        await Do(async s => id = await s.ProposeAsync(new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = offer.From, To = offer.To }, default));
        await Do(s => s.ParticipantAnsweredAsync(id, true, default));
        await Do(s => s.ReleaseAsync(id, null, default));
        await Do(s => s.RequestAsync(id, default));
        using var client = await own.SignInAsAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        var url = $"/arbetsgivare/forfragningar/{id}";
        (await client.PostFormAsync(url, button: "Tacka ja")).Dispose();
        Assert.DoesNotContain("Provperson", (await client.GetPageAsync(url)).MainText(), StringComparison.Ordinal);

        await Do(s => s.RecordPaperAsync(id, new RecordPaper(offer.From, "Kim Samordnare", null), default));
        var clear = (await client.GetPageAsync(url)).MainText();
        Assert.Contains("Robin Provperson", clear, StringComparison.Ordinal);
        Assert.Contains("070-174 06 05", clear, StringComparison.Ordinal);

        await Do(s => s.StartAsync(id, offer.From, default, Answered.ToAll));
        await Do(s => s.EndAsync(id, new EndPlacement(offer.From, ExitReason.Work, InterruptedBy.Nobody), default));
        own.Clock.AdvanceDays(84);
        Assert.Contains("Robin Provperson", (await client.GetPageAsync(url)).MainText(), StringComparison.Ordinal);
        Assert.Contains("Robin Provperson", (await client.GetPageAsync("/arbetsgivare/placeringar")).MainText(), StringComparison.Ordinal);
        own.Clock.AdvanceDays(1);
        using var gone = await client.GetAsync(url);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.DoesNotContain("Robin", (await client.GetPageAsync("/arbetsgivare/placeringar")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_shows_before_the_employer_is_asked()
    {
        var offer = await Stage.OfferAsync(await Stage.WorkplaceAsync());
        var participant = await Stage.ParticipantAsync();
        var id = Guid.Empty;
        await AsCoordinatorAsync(async s => id = await s.ProposeAsync(
            new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = offer.From, To = offer.To }, default));
        await AsCoordinatorAsync(s => s.ParticipantAnsweredAsync(id, true, default));
        await AsCoordinatorAsync(s => s.ReleaseAsync(id, null, default));
        using var client = await app.SignInAsAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        using var page = await client.GetAsync($"/arbetsgivare/forfragningar/{id}");
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.DoesNotContain("Robin", (await client.GetPageAsync($"/arbetsgivare/platser/{offer.Id}")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_of_a_new_employer_says_that_it_waits_and_what_to_do()
    {
        var workplace = await Stage.WorkplaceAsync(approved: false);
        using var client = await app.SignInAsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        var text = (await client.GetPageAsync("/arbetsgivare/oversikt")).MainText();
        Assert.Contains("är inte godkänd än", text, StringComparison.Ordinal);
        Assert.Contains("senast den 25 november 2026", text, StringComparison.Ordinal);
        Assert.Contains("Anmäl platser", text, StringComparison.Ordinal);
        using var landing = await client.GetAsync("/konto/hem");
        Assert.Equal("/arbetsgivare/oversikt", landing.Headers.Location?.OriginalString);
    }
}
