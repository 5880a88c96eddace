using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Law.Forms;
using Xunit;

namespace EnVagUt.Tests.Core.Placements;

public class WhatNowTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    public static TheoryData<PlacementStatus, Form, Party> Everything() =>
        [.. from status in Enum.GetValues<PlacementStatus>()
            from form in new[] { Form.Praktik, Form.Employment }
            from party in Enum.GetValues<Party>()
            select (status, form, party)];

    [Theory]
    [MemberData(nameof(Everything))]
    public void Every_party_gets_a_sentence_in_every_status(PlacementStatus status, Form form, Party party)
    {
        var text = WhatNow.For(party, Facts(status, form));
        Assert.Matches(@"^[A-ZÅÄÖ].{15,}[.!?]$", text);
        if (party != Party.Coordinator)
            Assert.DoesNotContain("placering", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Each_status_says_something_of_its_own_to_the_coordinator()
    {
        var texts = Enum.GetValues<PlacementStatus>().Except([PlacementStatus.Interrupted]).Select(s => WhatNow.For(Party.Coordinator, Facts(s, Form.Praktik))).ToList();
        Assert.Equal(texts.Count, texts.Distinct().Count());
    }

    [Fact]
    public void A_proposal_goes_from_answer_to_release_to_question()
    {
        var asked = Facts(PlacementStatus.Proposed, Form.Praktik);
        Assert.Equal(PlacementAction.Answer, Buttons(asked)[0]);
        Assert.Equal(PlacementAction.Release, Buttons(asked with { ParticipantSaidYes = true })[0]);
        var released = asked with { ParticipantSaidYes = true, Released = true };
        Assert.Equal(PlacementAction.Request, Buttons(released)[0]);
        Assert.Equal("Uppgifterna är delade. Fråga arbetsplatsen.", WhatNow.For(Party.Coordinator, released));
    }

    [Fact]
    public void A_candidate_for_an_employment_is_not_pencilled() =>
        Assert.DoesNotContain(PlacementAction.Pencil, Buttons(Facts(PlacementStatus.Proposed, Form.Employment)));

    [Fact]
    public void What_is_noted_before_the_start_is_asked_where_the_form_asks_for_anything()
    {
        foreach (var form in Enum.GetValues<Form>())
            Assert.Equal((form.Row().Requires & (RequiredFacts.UnionStatement | RequiredFacts.Supervisor)) != 0, Buttons(Facts(PlacementStatus.AwaitingPaper, form)).Contains(PlacementAction.BeforeStart));
    }

    [Fact]
    public void A_lapsed_support_asks_how_the_employment_goes_on() =>
        Assert.Equal("Stödet har löpt ut. Hur fortsätter anställningen?",
            WhatNow.For(Party.Coordinator, Facts(PlacementStatus.Running, Form.Employment) with { SupportLapsed = true }));

    [Theory]
    [InlineData(1, "Uppehåll till och med")]
    [InlineData(0, "Uppehållet har varat sedan")]
    public void A_long_uppehall_is_asked_about_from_the_day_of_the_rule_on(int days, string begins)
    {
        var paused = Facts(PlacementStatus.Paused, Form.Praktik) with { PauseIsNotOver = true, PauseAskDays = 42, PausedTo = Today.AddDays(30) };
        Assert.StartsWith(begins, WhatNow.For(Party.Coordinator, paused with { PausedFrom = Today.AddDays(days - 42) }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Form.AfPraktik, "avtalets datum")]
    [InlineData(Form.Employment, "anställningsavtalets datum")]
    public void The_paper_that_is_waited_for_has_its_name(Form form, string said) =>
        Assert.Contains($" {said}", WhatNow.For(Party.Coordinator, Facts(PlacementStatus.AwaitingPaper, form)), StringComparison.Ordinal);

    [Theory]
    [InlineData(Form.Prao, "Praon pågår till och med", "Din prao är slut.")]
    [InlineData(Form.Spraktraning, "Språkträningen pågår till och med", "Din språkträning är slut.")]
    [InlineData(Form.Feriejobb, "Feriejobbet pågår till och med", "Ditt feriejobb är slut.")]
    [InlineData(Form.AplKomvux, "APL-perioden pågår till och med", "Din APL-period är slut.")]
    [InlineData(Form.Arbetstraning, "Praktiken pågår till och med", "Din praktik är slut.")]
    [InlineData(Form.Aktivitet, "Praktiken pågår till och med", "Din praktik är slut.")]
    public void Workplace_and_participant_read_the_forms_own_name(Form form, string running, string ended)
    {
        Assert.StartsWith(running, WhatNow.For(Party.Workplace, Facts(PlacementStatus.Running, form)), StringComparison.Ordinal);
        Assert.StartsWith(ended, WhatNow.For(Party.Participant, Facts(PlacementStatus.Ended, form)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Form.Prao, "Överenskommelsen om prao ska vara godkänd")]
    [InlineData(Form.Aktivitet, "Överenskommelsen om praktik ska vara godkänd")]
    [InlineData(Form.Lia, "Utbildningsanordnaren ordnar papperen")]
    [InlineData(Form.Employment, "Skriv anställningsavtal")]
    public void Nobody_but_an_employer_is_told_to_write_a_contract_of_employment(Form form, string said) =>
        Assert.Contains(said, WhatNow.For(Party.Workplace, Facts(PlacementStatus.AwaitingPaper, form)), StringComparison.Ordinal);

    [Fact]
    public void Who_wants_to_meet_first_is_met_first()
    {
        var facts = Facts(PlacementStatus.Requested, Form.Praktik) with { WantsToMeet = true };
        foreach (var party in Enum.GetValues<Party>())
            Assert.Contains("först", WhatNow.For(party, facts), StringComparison.Ordinal);
        Assert.Contains("registrera svaret efter mötet", WhatNow.For(Party.Coordinator, facts), StringComparison.Ordinal);
    }

    [Fact]
    public void An_end_that_is_near_or_past_is_told()
    {
        var running = Facts(PlacementStatus.Running, Form.Praktik);
        Assert.StartsWith("Pågår till och med", WhatNow.For(Party.Coordinator, running), StringComparison.Ordinal);
        Assert.StartsWith("Sista dagen är 4 december 2026", WhatNow.For(Party.Coordinator, running with { To = new DateOnly(2026, 12, 4) }), StringComparison.Ordinal);
        Assert.StartsWith("Slutdagen var 20 november 2026", WhatNow.For(Party.Coordinator, running with { To = new DateOnly(2026, 11, 20) }), StringComparison.Ordinal);
    }

    private static IReadOnlyList<PlacementAction> Buttons(CaseFacts facts) => PlacementTransitions.Buttons(facts, new HashSet<Role> { Role.Coordinator });

    private static CaseFacts Facts(PlacementStatus status, Form form) => new(status, form, Today.AddDays(14), Today.AddMonths(4), Today);
}
