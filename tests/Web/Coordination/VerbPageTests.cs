using AngleSharp.Html.Dom;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Days;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Coordination;

/// <summary>Each verb of a placement has a page: GET tells, POST does it once, a refusal says why.</summary>
public class VerbPageTests(PortalApp app) : CoordinatorPages(app)
{
    private static readonly Dictionary<string, string?> Nothing = [];

    [Fact]
    public async Task Preliminarboka_holds_the_slot_for_five_working_days()
    {
        var (_, _, id) = await PlacementAsync();
        using var client = await App.SignInAsAsync(Role.Coordinator);
        var through = App.Clock.Today().AddWorkingDays(5);
        Assert.Contains(through.Written(), (await client.GetPageAsync($"/placeringar/{id}/preliminarboka")).MainText(), StringComparison.Ordinal);
        Assert.Equal(PlacementStatus.Proposed, (await ReadAsync(id)).Status);

        using var response = await client.PostFormAsync($"/placeringar/{id}/preliminarboka", Nothing, "Preliminärboka");
        await AssertDoneAsync(client, response, $"/placeringar/{id}", $"Platsen är preliminärbokad till och med {through.Written()}.");
        Assert.Equal(PlacementStatus.Pencilled, (await ReadAsync(id)).Status);
        Assert.Equal(through.Brief(), Fact(await client.GetPageAsync($"/placeringar/{id}"), "Preliminärbokad till och med"));
    }

    [Fact]
    public async Task The_loser_of_a_race_reads_what_was_taken()
    {
        var (offer, _, _) = await PlacementAsync(PlacementStatus.Pencilled);
        var (_, _, second) = await PlacementAsync(on: offer);
        using var client = await App.SignInAsAsync(Role.Coordinator);

        using var response = await client.PostFormAsync($"/placeringar/{second}/preliminarboka", Nothing, "Preliminärboka");
        await AssertRefusedAsync(response, $"Platsen är redan bokad {offer.Period}, mån–fre fm och em.");
        Assert.Equal(PlacementStatus.Proposed, (await ReadAsync(second)).Status);
    }

    [Fact]
    public async Task The_participants_answer_is_recorded_as_a_fact()
    {
        var (_, _, id) = await PlacementAsync();
        using var client = await App.SignInAsAsync(Role.Coordinator);
        using var empty = await client.PostFormAsync($"/placeringar/{id}/svar", Nothing, "Spara svaret");
        await AssertRefusedAsync(empty, "Vad svarade deltagaren? Välj ja eller nej.");

        using var yes = await client.PostFormAsync($"/placeringar/{id}/svar", new Dictionary<string, string?> { ["Input.Yes"] = "true" });
        await AssertDoneAsync(client, yes, $"/placeringar/{id}", "Deltagarens ja är registrerat.");
        Assert.True((await ReadAsync(id)).Answers.ParticipantSaidYes);
    }

    [Fact]
    public async Task A_no_from_the_participant_ends_the_proposal()
    {
        var (_, _, id) = await PlacementAsync(PlacementStatus.Pencilled);
        using var client = await App.SignInAsAsync(Role.Consultant);
        using var no = await client.PostFormAsync($"/placeringar/{id}/svar", new Dictionary<string, string?> { ["Input.Yes"] = "false" });
        await AssertDoneAsync(client, no, $"/placeringar/{id}", "Deltagarens nej är registrerat, och platsen är ledig.");
        Assert.Equal(NotHeldReason.ParticipantNo, (await ReadAsync(id)).Ending.NotHeldBecause);
    }

    [Fact]
    public async Task What_is_released_is_what_the_preview_showed()
    {
        var (_, participant, id) = await PlacementAsync();
        using var client = await App.SignInAsAsync(Role.Coordinator);
        using var tooEarly = await PostFromOldWindowAsync(client, await YesAsync(client, id, answer: false), $"/placeringar/{id}/dela", ("Input.Needs", "Korta pauser"));
        Assert.Equal("Korta pauser", (await AssertRefusedAsync(tooEarly, "Deltagaren har inte tackat ja än.")).QuerySelector("textarea")!.TextContent);

        await YesAsync(client, id);
        var preview = await client.GetPageAsync($"/placeringar/{id}/dela");
        Assert.Equal(("Robin", participant.LastName, "070-174 06 05"), (Fact(preview, "Förnamn"), Fact(preview, "Efternamn"), Fact(preview, "Telefon")));
        using var response = await client.PostFormAsync($"/placeringar/{id}/dela", new Dictionary<string, string?> { ["Input.Needs"] = "Korta pauser" });
        await AssertDoneAsync(client, response, $"/placeringar/{id}", "Uppgifterna är delade. Arbetsplatsen ser dem när du har frågat den.");
        var release = Assert.Single((await ReadAsync(id)).Releases);
        Assert.Equal(("Robin", "Korta pauser"), (release.FirstName, release.Needs));
        Assert.NotNull(release.ReleasedBy);
        Assert.Equal("Korta pauser", Fact(await client.GetPageAsync($"/placeringar/{id}"), "Behov"));
    }

    [Fact]
    public async Task The_workplace_is_asked_by_a_letter_that_names_nobody()
    {
        var (_, participant, id) = await PlacementAsync();
        using var client = await App.SignInAsAsync(Role.Coordinator);
        await YesAsync(client, id);
        using var released = await client.PostFormAsync($"/placeringar/{id}/dela", Nothing, "Dela uppgifter med arbetsplatsen");
        using var response = await client.PostFormAsync($"/placeringar/{id}/fraga", Nothing, "Fråga arbetsplatsen");
        await AssertDoneAsync(client, response, $"/placeringar/{id}", "Förfrågan är skickad till arbetsplatsen.");
        Assert.Equal(PlacementStatus.Requested, (await ReadAsync(id)).Status);
        var letter = await App.ReadAsync(db => db.Mail.SingleAsync(m => m.CaseId == id));
        Assert.DoesNotContain(participant.LastName, letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_without_released_facts_is_refused()
    {
        var (_, _, id) = await PlacementAsync();
        using var client = await App.SignInAsAsync(Role.Coordinator);
        var page = await YesAsync(client, id, answer: false);
        await YesAsync(client, id);
        using var response = await PostFromOldWindowAsync(client, page, $"/placeringar/{id}/fraga");
        await AssertRefusedAsync(response, "Inga uppgifter är delade med arbetsplatsen än.");
    }

    [Fact]
    public async Task The_agreement_is_recorded_with_date_and_witness()
    {
        var (_, _, id) = await PlacementAsync(PlacementStatus.AwaitingPaper);
        using var client = await App.SignInAsAsync(Role.Coordinator);
        using var refused = await client.PostFormAsync($"/placeringar/{id}/overenskommelse",
            new Dictionary<string, string?> { ["Input.DoneOn"] = "2026-02-30", ["Input.SeenBy"] = "Kim Konsulent" });
        var page = await AssertRefusedAsync(refused, "När var den klar? Datumet finns inte i kalendern.");
        Assert.Equal("2026-02-30", page.QuerySelector("[name='Input.DoneOn']")!.GetAttribute("value"));

        using var response = await client.PostFormAsync($"/placeringar/{id}/overenskommelse",
            new Dictionary<string, string?> { ["Input.DoneOn"] = $"{App.Clock.Today():yyyy-MM-dd}", ["Input.SeenBy"] = "Kim Konsulent" });
        await AssertDoneAsync(client, response, $"/placeringar/{id}", "Överenskommelsen är registrerad.");
        Assert.Equal((App.Clock.Today(), "Kim Konsulent"), (await ReadAsync(id) is var p ? (p.Paper.DoneOn, p.Paper.SeenBy) : default));
    }

    [Fact]
    public async Task An_employment_asks_for_the_contracts_reference()
    {
        var (_, _, id) = await PlacementAsync(PlacementStatus.AwaitingPaper, o => o with { Form = Form.Employment, To = null });
        using var client = await App.SignInAsAsync(Role.Coordinator);
        Assert.Contains("Registrera anställningsavtalet", (await client.GetPageAsync($"/placeringar/{id}/overenskommelse")).MainText(), StringComparison.Ordinal);
        using var refused = await client.PostFormAsync($"/placeringar/{id}/overenskommelse", new Dictionary<string, string?> { ["Input.Reference"] = "" });
        await AssertRefusedAsync(refused, "Referens: Uppgiften måste fyllas i.");
    }

    [Fact]
    public async Task A_start_is_refused_without_paper_and_confirmed_with_it()
    {
        var (offer, _, id) = await PlacementAsync(PlacementStatus.ReadyToStart);
        var (_, _, without) = await PlacementAsync(PlacementStatus.AwaitingPaper);
        using var client = await App.SignInAsAsync(Role.Coordinator);
        Assert.Contains("Det går inte i det läge", (await client.GetPageAsync($"/placeringar/{without}/start")).MainText(), StringComparison.Ordinal);

        var page = await client.GetPageAsync($"/placeringar/{id}/start");
        using var refused = await PostFromOldWindowAsync(client, page, $"/placeringar/{without}/start", ("Input.On", $"{App.Clock.Today():yyyy-MM-dd}"));
        await AssertRefusedAsync(refused, "Överenskommelsen är inte registrerad som klar.");

        App.Clock.SetStockholm(offer.From);
        using var unanswered = await client.PostFormAsync($"/placeringar/{id}/start", new Dictionary<string, string?> { ["Input.On"] = $"{offer.From:yyyy-MM-dd}" });
        await AssertRefusedAsync(unanswered, "Varför är det rätt ändå? Läs varningen och välj varför det är rätt ändå. Facket har inte tillfrågats");
        using var response = await client.PostFormAsync($"/placeringar/{id}/start",
            new Dictionary<string, string?> { ["Input.On"] = $"{offer.From:yyyy-MM-dd}", ["Answer.Because"] = "NoAnswerInTime" });
        await AssertDoneAsync(client, response, $"/placeringar/{id}", "Starten är bekräftad.");
        Assert.Contains("Frågan är ställd, svaret har inte kommit i tid", (await client.GetPageAsync($"/placeringar/{id}")).MainText(), StringComparison.Ordinal);
        Assert.Equal(offer.From, (await ReadAsync(id)).StartedOn);
    }

    [Fact]
    public async Task An_end_takes_date_reason_and_who_interrupted()
    {
        var (_, _, id) = await PlacementAsync(PlacementStatus.Running);
        using var client = await App.SignInAsAsync(Role.Coordinator);
        using var refused = await client.PostFormAsync($"/placeringar/{id}/avsluta", Nothing, "Avsluta");
        await AssertRefusedAsync(refused, "Vad går personen till? Välj ett av alternativen.");

        using var response = await client.PostFormAsync($"/placeringar/{id}/avsluta", new Dictionary<string, string?>
        {
            ["Input.On"] = $"{App.Clock.Today():yyyy-MM-dd}", ["Input.Reason"] = "Studies", ["Input.InterruptedBy"] = "Participant",
        });
        await AssertDoneAsync(client, response, $"/placeringar/{id}", "Slutet är registrerat. Ta reda på hur det gick sedan.");
        var placement = await ReadAsync(id);
        Assert.Equal((PlacementStatus.Interrupted, ExitReason.Studies), (placement.Status, placement.Ending.ExitReason));
    }

    [Fact]
    public async Task The_outcome_is_recorded_after_the_end()
    {
        var (_, _, id) = await PlacementAsync(PlacementStatus.Ended);
        using var client = await App.SignInAsAsync(Role.Coordinator);
        using var refused = await client.PostFormAsync($"/placeringar/{id}/resultat", new Dictionary<string, string?> { ["Input.Outcome"] = "Work", ["Input.On"] = "2020-01-01" });
        var page = await AssertRefusedAsync(refused, "När frågade ni? Datumen står i fel ordning");
        Assert.Equal("2020-01-01", page.QuerySelector("[name='Input.On']")!.GetAttribute("value"));

        using var response = await client.PostFormAsync($"/placeringar/{id}/resultat", new Dictionary<string, string?> { ["Input.Outcome"] = "Work" });
        await AssertDoneAsync(client, response, $"/placeringar/{id}", "Resultatet är registrerat.");
        Assert.Equal(Outcome.Work, (await ReadAsync(id)).Ending.Outcome);
    }

    [Fact]
    public async Task A_support_decision_is_recorded_and_its_lapse_asks_how_it_goes_on()
    {
        var (offer, _, id) = await PlacementAsync(PlacementStatus.Running, o => o with { Form = Form.Employment, To = null });
        using var client = await App.SignInAsAsync(Role.Coordinator);
        var decision = new Dictionary<string, string?>
        {
            ["Input.Kind"] = "Nystartsjobb", ["Input.From"] = $"{offer.From:yyyy-MM-dd}", ["Input.To"] = $"{offer.From.AddDays(30):yyyy-MM-dd}",
            ["Input.DecidedOn"] = $"{offer.From:yyyy-MM-dd}", ["Input.Reference"] = "AF 2026/17", ["Input.SharePercent"] = "60",
        };
        using var refused = await client.PostFormAsync($"/placeringar/{id}/stodbeslut", new Dictionary<string, string?>(decision) { ["Input.Reference"] = "" });
        var page = await AssertRefusedAsync(refused, "Arbetsförmedlingens referens: Fyll i uppgiften.");
        Assert.Equal("60", page.QuerySelector("[name='Input.SharePercent']")!.GetAttribute("value"));

        using var response = await client.PostFormAsync($"/placeringar/{id}/stodbeslut", decision);
        await AssertDoneAsync(client, response, $"/placeringar/{id}", "Stödbeslutet är registrerat.");
        Assert.Equal("AF 2026/17", Assert.Single((await ReadAsync(id)).Supports).Reference);

        App.Clock.SetStockholm(offer.From.AddDays(31) > App.Clock.Today() ? offer.From.AddDays(31) : App.Clock.Today());
        var text = (await client.GetPageAsync($"/placeringar/{id}")).MainText();
        Assert.Contains("Vad händer nu? Stödet har löpt ut. Hur fortsätter anställningen?", text, StringComparison.Ordinal);
        Assert.Contains($"Utan stödbeslut: {offer.From.AddDays(31).Written()} och tills vidare.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slot_is_let_go_with_a_coded_reason()
    {
        var (_, _, id) = await PlacementAsync(PlacementStatus.Requested);
        using var client = await App.SignInAsAsync(Role.Coordinator);
        using var refused = await client.PostFormAsync($"/placeringar/{id}/slapp", Nothing, "Släpp platsen");
        await AssertRefusedAsync(refused, "Varför blev det inte av? Välj ett av alternativen.");

        using var response = await client.PostFormAsync($"/placeringar/{id}/slapp", new Dictionary<string, string?> { ["Input.Reason"] = "Cancelled" });
        await AssertDoneAsync(client, response, $"/placeringar/{id}", "Platsen är släppt.");
        Assert.Equal(NotHeldReason.Cancelled, (await ReadAsync(id)).Ending.NotHeldBecause);
        Assert.False(await App.ReadAsync(db => db.Claims.AnyAsync(c => c.PlacementId == id && c.ReleasedAt == null)));
    }

    [Fact]
    public async Task What_was_registered_by_mistake_is_voided()
    {
        var (_, _, id) = await PlacementAsync(PlacementStatus.Running);
        using var client = await App.SignInAsAsync(Role.UnitManager);
        using var response = await client.PostFormAsync($"/placeringar/{id}/makulera", Nothing, "Makulera");
        await AssertDoneAsync(client, response, $"/placeringar/{id}", "Placeringen är makulerad.");
        Assert.Equal(PlacementStatus.Voided, (await ReadAsync(id)).Status);
        Assert.Contains("Det går inte i det läge", (await client.GetPageAsync($"/placeringar/{id}/makulera")).MainText(), StringComparison.Ordinal);
    }

    /// <summary>Gives a form's page that is still open in a window, when <paramref name="answer"/> is false.</summary>
    private static async Task<IHtmlDocument> YesAsync(HttpClient client, Guid id, bool answer = true)
    {
        var page = await client.GetPageAsync($"/placeringar/{id}/svar");
        if (answer)
            (await client.PostFormAsync(page, $"/placeringar/{id}/svar", new Dictionary<string, string?> { ["Input.Yes"] = "true" })).Dispose();
        return page;
    }
}
