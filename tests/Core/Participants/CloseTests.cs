using EnVagUt.Core.Cases.Lives;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Tests.Common;
using EnVagUt.Tests.Core.Placements;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Participants;

public class CloseTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Task CloseAsync(CoreTest t, Guid id, ExitReason because = ExitReason.Work, DateOnly? on = null) =>
        t.Get<CloseService>().CloseAsync(id, because, on ?? t.Clock.Today(), Ct);

    private static async Task RefusedAsync(CoreTest t, Rule rule, Func<Task> command)
    {
        t.NewScope();
        Assert.Equal(rule, (await Assert.ThrowsAsync<RuleBreachException>(command)).Rule);
        t.NewScope();
    }

    private static async Task<Guid> WhoAsync(CoreTest t, Guid placementId)
    {
        t.NewScope();
        return (await t.Db.Placements.Where(p => p.Id == placementId).Select(p => p.ParticipantId).SingleAsync(Ct))!.Value;
    }

    [Theory]
    [InlineData("Proposed", 0)]
    [InlineData("Pencilled", 0)]
    [InlineData("Requested", 1)]
    public async Task What_was_only_asked_for_is_let_go_and_whoever_was_asked_is_told(string state, int letters)
    {
        await using var t = await CoreTest.StartAsync();
        var stage = await PlacementInState.BringAsync(t, Form.Praktik, state);
        await t.AsAsync(Role.Coordinator);
        await CloseAsync(t, await WhoAsync(t, stage.Id));

        t.NewScope();
        var placement = await t.Db.Placements.SingleAsync(p => p.Id == stage.Id, Ct);
        Assert.Equal((PlacementStatus.NotHeld, NotHeldReason.WorkOrStudies), (placement.Status, placement.Ending.NotHeldBecause));
        Assert.DoesNotContain(await t.Db.Claims.ToListAsync(Ct), c => c.ReleasedAt is null);
        Assert.Equal(letters, await t.Db.Mail.CountAsync(m => m.Template == "plats-slapps", Ct));
    }

    [Theory]
    [InlineData("AwaitingPaper")]
    [InlineData("ReadyToStart")]
    [InlineData("Running")]
    [InlineData("Paused")]
    public async Task Nobody_is_closed_while_a_placement_is_agreed_or_runs(string state)
    {
        await using var t = await CoreTest.StartAsync();
        var stage = await PlacementInState.BringAsync(t, Form.Praktik, state);
        await t.AsAsync(Role.Coordinator);
        var id = await WhoAsync(t, stage.Id);
        await RefusedAsync(t, Rule.ParticipantHasPlacement, () => CloseAsync(t, id));
        Assert.Null((await t.Db.Participants.SingleAsync(Ct)).ClosedAt);
    }

    [Fact]
    public async Task Whoever_is_closed_is_found_by_no_word_and_offered_nothing_until_opened_again()
    {
        await using var t = await CoreTest.StartAsync();
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync());
        await t.AsAsync(Role.Coordinator);
        var (id, _) = await t.Get<ParticipantService>().RegisterAsync(Somebody("Provhult"), Ct);
        await t.Get<ParticipantService>().RegisterAsync(Somebody("Provberg"), Ct);
        var searches = new[] { "robin prov", "provh", "provb" };
        foreach (var terms in searches)
            await t.Get<SavedSelections>().SaveAsync(terms, Ct);
        await CloseAsync(t, id, ExitReason.Moved);

        t.NewScope();
        Assert.False(await SearchIndex.Find(t.Db, SearchOwner.Participant, "provhult").AnyAsync(Ct));
        Assert.Equal(["provb"], await t.Db.SavedSelections.Select(s => s.Terms).ToListAsync(Ct));
        var proposal = new ProposePlacement { ParticipantId = id, SlotId = offer.Slots[0].Id, From = offer.From, To = offer.To };
        await RefusedAsync(t, Rule.ParticipantClosed, () => t.Get<PlacementService>().ProposeAsync(proposal, Ct));
        await RefusedAsync(t, Rule.ChangedByAnother, () => CloseAsync(t, id));

        // Nor by a word that is corrected while the person is away.
        var (closed, robin) = (await t.Db.Participants.AsNoTracking().SingleAsync(p => p.Id == id, Ct), Somebody("Provhult"));
        await t.Get<DescribeService>().DescribeAsync(id, closed.Version, robin.Person with { Phone = "070-174 06 39" }, robin.Details, Ct);
        Assert.False(await SearchIndex.Find(t.Db, SearchOwner.Participant, "provhult").AnyAsync(Ct));

        t.NewScope();
        await t.Get<CloseService>().ReopenAsync(id, Ct);
        Assert.Equal(id, await SearchIndex.Find(t.Db, SearchOwner.Participant, "provhult").SingleAsync(Ct));
        await t.Get<PlacementService>().ProposeAsync(proposal, Ct);
        await RefusedAsync(t, Rule.ChangedByAnother, () => t.Get<CloseService>().ReopenAsync(id, Ct));
    }

    [Fact]
    public async Task Every_period_stays_with_its_days_and_its_reason()
    {
        await using var t = await CoreTest.StartAsync();
        await t.AsAsync(Role.Coordinator);
        var first = t.Clock.Today();
        var (id, _) = await t.Get<ParticipantService>().RegisterAsync(Somebody("Provhult"), Ct);
        t.Clock.SetStockholm(first.AddDays(30));
        await RefusedAsync(t, Rule.CloseDayWrong, () => CloseAsync(t, id, on: first.AddDays(31)));
        await RefusedAsync(t, Rule.CloseDayWrong, () => CloseAsync(t, id, on: first.AddDays(-1)));
        await CloseAsync(t, id, ExitReason.Studies, first.AddDays(29));
        t.Clock.SetStockholm(first.AddDays(60));
        await t.Get<CloseService>().ReopenAsync(id, Ct);
        await RefusedAsync(t, Rule.CloseDayWrong, () => CloseAsync(t, id, on: first.AddDays(59)));

        Assert.Equal([$"Opened {first:O} True", $"Closed {first.AddDays(29):O} Studies", $"Opened {first.AddDays(60):O} True"],
            await t.Db.Facts.Where(f => f.SubjectId == id && (f.Kind == FactKind.Opened || f.Kind == FactKind.Closed)).OrderBy(f => f.Seq)
                .Select(f => $"{f.Kind} {f.Effective:O} {f.Value}").ToListAsync(Ct));
        Assert.Equal(["Registered", "Closed", "Reopened"], await t.Db.VerbsAsync(h => h.SubjectId == id));
    }

    [Fact]
    public async Task The_workplace_of_another_reason_reads_no_result()
    {
        await using var t = await CoreTest.StartAsync();
        foreach (var (because, reason) in new[] { (ExitReason.Moved, NotHeldReason.Moved), (ExitReason.OwnChoice, NotHeldReason.ParticipantNo), (ExitReason.Illness, NotHeldReason.Lapsed) })
        {
            var stage = await PlacementInState.BringAsync(t, Form.Praktik, "Proposed");
            await t.AsAsync(Role.Coordinator);
            await CloseAsync(t, await WhoAsync(t, stage.Id), because);
            Assert.Equal(reason, await t.Db.Placements.Where(p => p.Id == stage.Id).Select(p => p.Ending.NotHeldBecause).SingleAsync(Ct));
        }
    }

    private static RegisterParticipant Somebody(string lastName) => new()
    {
        Gren = Verksamhetsgren.Arbetsmarknad,
        Person = new PersonDetails { FirstName = "Robin", LastName = lastName, BirthDate = new DateOnly(1990, 5, 17), Sex = Sex.Woman, HomeMunicipality = "1489" },
        Details = new ParticipantDetails { TargetGroup = TargetGroup.A, Education = Education.PreGymnasium, ExtentPercent = 100 },
    };
}
