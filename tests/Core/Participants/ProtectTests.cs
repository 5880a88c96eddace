using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Core.Cases.Lives;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Tests.Common;
using EnVagUt.Tests.Core.ByHand;
using EnVagUt.Tests.Core.Placements;
using EnVagUt.Tests.Core.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Core.Participants;

/// <summary>Skyddade uppgifter: from one save on, in every gren, nothing that leaves the portal or shows in it says who or where.</summary>
public class ProtectTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<Guid> ParticipantOfAsync(CoreTest t, Guid placementId)
    {
        t.AsJob();
        return (await t.Db.Placements.Where(p => p.Id == placementId).Select(p => p.ParticipantId).SingleAsync(Ct))!.Value;
    }

    [Theory]
    [InlineData("Proposed")]
    [InlineData("Requested")]
    [InlineData("AwaitingPaper")]
    [InlineData("ReadyToStart")]
    [InlineData("Running")]
    [InlineData("Paused")]
    [InlineData("Ended")]
    [InlineData("NotHeld")]
    public async Task In_every_state_the_case_is_gone_for_all_who_are_not_named_and_nothing_more_leaves(string situation)
    {
        await using var t = await CoreTest.StartAsync();
        var stage = await PlacementInState.BringAsync(t, Form.Praktik, situation);
        var id = await ParticipantOfAsync(t, stage.Id);
        await t.ProtectAsync(id);

        await t.AsAsync(Role.UnitManager);
        Assert.Equal((0, 0), (await t.Db.Participants.CountAsync(Ct), await t.Db.Placements.CountAsync(Ct)));
        await t.AsAsync(Role.EmployerAdmin, employerId: stage.EmployerId);
        Assert.Empty(await EmployerView.Placements(t.Db, t.Viewer, t.Clock.Today()).ToListAsync(Ct));
        t.AsJob();
        Assert.Equal(stage.Status, (await t.Db.Placements.SingleAsync(p => p.Id == stage.Id, Ct)).Status);
        Assert.DoesNotContain(await t.Db.Mail.Where(m => m.CaseId == stage.Id).ToListAsync(Ct), m => OutgoingMail.Stoppable.Contains(m.State));

        var before = await AboutAsync(t, stage.Id, id);
        for (var day = t.Clock.Today().AddDays(1); day <= stage.From.AddDays(100); day = day.AddDays(7))
            await t.RemindAsync(day);
        await t.RemindAsync(stage.From, Schedules.FirstDay);
        Assert.Equal(before, await AboutAsync(t, stage.Id, id));
    }

    private static Task<int> AboutAsync(CoreTest t, Guid placement, Guid participant) =>
        t.Db.Mail.CountAsync(m => m.CaseId == placement || m.CaseId == participant, Ct);

    [Fact]
    public async Task Links_end_and_stay_ended_when_the_protection_is_lifted()
    {
        await using var t = await CoreTest.StartAsync();
        var stage = await PlacementInState.BringAsync(t, Form.Praktik, "Requested");
        t.AsJob();
        var secret = await Links.SecretAsync(t, "forfragan-till-arbetsplats");
        var id = await ParticipantOfAsync(t, stage.Id);
        t.AsVisitor();
        Assert.NotNull(await t.Get<EmployerAnswerService>().ReadAsync(secret, Ct));

        await t.ProtectAsync(id);
        t.AsVisitor();
        Assert.Null(await t.Get<EmployerAnswerService>().ReadAsync(secret, Ct));
        await t.LiftAsync(id);
        t.AsVisitor();
        Assert.Null(await t.Get<EmployerAnswerService>().ReadAsync(secret, Ct));
    }

    [Fact]
    public async Task The_question_of_the_first_day_ends_too_and_the_agreement_is_hidden()
    {
        await using var t = await CoreTest.StartAsync();
        var (offer, participant, id) = await t.ReadyAsync(email: "deltagare@exempel.se");
        await t.RemindAsync(offer.From, Schedules.FirstDay);
        await t.AsAsync(Role.Coordinator);
        await t.Get<AgreementService>().DraftAsync(id, Ct);
        t.AsJob();
        Assert.Equal(1, await t.Db.FirstDayQuestions.CountAsync(Ct));
        await t.ProtectAsync(participant.Id);
        t.AsJob();
        Assert.Empty(await t.Db.FirstDayQuestions.ToListAsync(Ct));
        Assert.True((await t.Db.Agreements.SingleAsync(Ct)).IsProtected);
        await t.LiftAsync(participant.Id);
        t.AsJob();
        Assert.False((await t.Db.Agreements.SingleAsync(Ct)).IsProtected);
    }

    [Fact]
    public async Task What_was_released_is_withdrawn_and_a_workplace_that_knows_it_is_called()
    {
        await using var t = await CoreTest.StartAsync();
        var (_, participant, id) = await t.ReadyAsync();
        await t.ProtectAsync(participant.Id);
        await t.AsAsync(Role.Coordinator, named: true);
        var release = await t.Db.Placements.Where(p => p.Id == id).SelectMany(p => p.Releases).SingleAsync(Ct);
        Assert.Equal((true, null), (release.WithdrawnAt is not null, release.ToldAt));
        await t.Get<PlacementService>().WorkplaceWasToldAsync(id, Ct);
        t.NewScope();
        Assert.NotNull((await t.Db.Placements.Where(p => p.Id == id).SelectMany(p => p.Releases).SingleAsync(Ct)).ToldAt);
    }

    [Fact]
    public async Task Another_grens_case_is_hidden_in_the_same_save_and_it_is_not_told_who_said_so()
    {
        await using var t = await CoreTest.StartAsync();
        var (_, participant, ours) = await t.ReadyAsync();
        var (_, beside, theirs) = await t.ReadyAsync(gren: Verksamhetsgren.Kaa, personId: participant.PersonId, monthsLater: 5);
        var me = await t.AsAsync(Role.Coordinator);
        await t.Get<ProtectService>().ProtectAsync(participant.Id, Ct);
        await t.AsAsync(Role.Coordinator, Verksamhetsgren.Kaa);
        Assert.Equal((0, 0), (await t.Db.Participants.CountAsync(Ct), await t.Db.Placements.CountAsync(Ct)));
        t.AsJob();
        Assert.Equal([me, null], new[] { await ByAsync(t, ours), await ByAsync(t, theirs) });
        Assert.Equal([me, null], new[] { await ByAsync(t, participant.Id), await ByAsync(t, beside.Id) });
        Assert.True(await t.Db.ReadLog.AnyAsync(r => r.UserId == me && r.SubjectKind == nameof(Person) && r.SubjectId == participant.PersonId, Ct));
    }

    [Fact]
    public async Task The_named_of_each_gren_hear_of_it_else_its_manager_and_no_letter_says_who()
    {
        await using var t = await CoreTest.StartAsync();
        var participant = await t.Stage.ParticipantAsync();
        await t.Stage.ParticipantAsync(Verksamhetsgren.Kaa, personId: participant.PersonId);
        var named = await t.AsAsync(Role.Consultant, named: true);
        await t.AsAsync(Role.UnitManager);
        var manager = await t.AsAsync(Role.UnitManager, Verksamhetsgren.Kaa);
        await t.ProtectAsync(participant.Id);
        t.AsJob();
        var letters = await t.Db.Mail.Where(m => m.Template == "skyddade-uppgifter").ToListAsync(Ct);
        Assert.Equal(new[] { named, manager }.Select(u => $"{u:N}@exempel.se").Order(StringComparer.Ordinal), letters.Select(m => m.To).Order(StringComparer.Ordinal));
        Assert.All(letters, m => Assert.DoesNotContain("Provperson", m.Text + m.Subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_finds_the_person_by_a_word_and_what_was_searched_for_is_forgotten()
    {
        await using var t = await CoreTest.StartAsync();
        var me = await t.AsAsync(Role.Coordinator);
        var input = Somebody();
        var (id, _) = await t.Get<ParticipantService>().RegisterAsync(input, Ct);
        await t.Get<SavedSelections>().SaveAsync("skydd", Ct);
        Assert.Single(await SearchIndex.Find(t.Db, SearchOwner.Participant, "skydd").ToListAsync(Ct));
        await t.Get<ProtectService>().ProtectAsync(id, Ct);
        t.AsJob();
        Assert.Empty(await SearchIndex.Find(t.Db, SearchOwner.Participant, "skydd").ToListAsync(Ct));
        Assert.Empty(await t.Db.SavedSelections.ToListAsync(Ct));

        // A correction afterwards brings no word back.
        await t.AsAsync(Role.Coordinator, named: true);
        var version = await t.Db.Participants.Where(p => p.Id == id).Select(p => p.Version).SingleAsync(Ct);
        await t.Get<DescribeService>().DescribeAsync(id, version, input.Person, input.Details, Ct);
        Assert.Empty(await SearchIndex.Find(t.Db, SearchOwner.Participant, "skydd").ToListAsync(Ct));
    }

    [Fact]
    public async Task Whoever_is_registered_afterwards_in_another_gren_is_protected_from_the_beginning()
    {
        await using var t = await CoreTest.StartAsync();
        await t.AsAsync(Role.Coordinator);
        var (first, _) = await t.Get<ParticipantService>().RegisterAsync(Somebody(), Ct);
        await t.Get<ProtectService>().ProtectAsync(first, Ct);
        await t.AsAsync(Role.Coordinator, Verksamhetsgren.Kaa);
        var second = await t.Get<ParticipantService>().RegisterAsync(Somebody() with { Gren = Verksamhetsgren.Kaa }, Ct);
        Assert.True(second.IsProtected);
        Assert.Empty(await t.Db.Participants.ToListAsync(Ct));
        // In the own gren the number is taken, and nobody says by whom.
        await t.AsAsync(Role.Coordinator);
        Assert.Equal(Rule.RegistersElsewhere, await LetterStage.RefusedAsync(() => t.Get<ParticipantService>().RegisterAsync(Somebody(), Ct)));
    }

    [Fact]
    public async Task A_workplace_is_asked_about_the_protected_by_telephone()
    {
        await using var t = await CoreTest.StartAsync();
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync());
        var participant = await t.Stage.ParticipantAsync();
        await t.ProtectAsync(participant.Id);
        await t.AsAsync(Role.Coordinator, named: true);
        var service = t.Get<PlacementService>();
        var id = await service.ProposeAsync(new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = offer.From, To = offer.To }, Ct);
        await service.ParticipantAnsweredAsync(id, true, Ct);
        await service.ReleaseAsync(id, null, Ct);
        await service.RequestAsync(id, Ct);
        t.NewScope();
        var placement = await t.Db.Placements.SingleAsync(Ct);
        Assert.Equal((PlacementStatus.Requested, true), (placement.Status, placement.IsProtected));
        Assert.False(await t.Db.Mail.AnyAsync(m => m.CaseId == id, Ct));
    }

    [Fact]
    public async Task A_case_that_begins_at_the_same_moment_is_protected_too()
    {
        var meeting = new FirstSavesMeet(2);
        await using var t = await CoreTest.StartInFileAsync(s => s.ConfigureDbContext<AppDb>(o => o.AddInterceptors(meeting)));
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync());
        var participant = await t.Stage.ParticipantAsync();
        await t.AsAsync(Role.Coordinator, named: true);
        var proposing = t.Get<PlacementService>();
        await t.AsAsync(Role.Coordinator);
        var protecting = t.Get<ProtectService>();
        meeting.Begin();
        await Task.WhenAll(
            Task.Run(() => proposing.ProposeAsync(new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = offer.From, To = offer.To }, Ct), Ct),
            Task.Run(() => protecting.ProtectAsync(participant.Id, Ct), Ct));

        Assert.True(meeting.HasBeen);
        await using var db = t.Database.Open();
        Assert.True((await db.Placements.IgnoreQueryFilters().SingleAsync(Ct)).IsProtected);
    }

    [Fact]
    public async Task What_waited_for_a_letter_of_the_day_stands_in_none()
    {
        await using var t = await CoreTest.StartAsync();
        var (offer, participant, id) = await t.ReadyAsync();
        await using (var db = t.Database.Open())
        {
            var entry = new ReminderEntry(id, ReminderCatalogue.All[0].Id, "x", offer.From, t.Clock.GetUtcNow().UtcDateTime);
            entry.WaitingForDigest(await t.AsAsync(Role.Coordinator));
            db.Reminders.Add(entry);
            await db.SaveChangesAsync(Ct);
        }
        await t.ProtectAsync(participant.Id);
        t.AsJob();
        Assert.Equal(0, await t.Get<ReminderWriter>().WriteDigestsAsync(Ct));
    }

    private static Task<Guid?> ByAsync(CoreTest t, Guid subject) =>
        t.Db.History.Where(h => h.SubjectId == subject && h.Verb == "Protected").Select(h => h.UserId).SingleAsync(Ct);

    private static RegisterParticipant Somebody() => new()
    {
        Gren = Verksamhetsgren.Arbetsmarknad,
        Person = new PersonDetails { FirstName = "Skydda", LastName = "Provperson", BirthDate = new DateOnly(1990, 5, 17), Sex = Sex.Woman, HomeMunicipality = "1489" },
        Details = new ParticipantDetails { TargetGroup = TargetGroup.A, Education = Education.PreGymnasium, ExtentPercent = 100 },
        PersonNumber = "19900517-9982",
    };
}
