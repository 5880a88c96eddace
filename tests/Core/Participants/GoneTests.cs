using EnVagUt.Core.Cases.Lives;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Tests.Common;
using EnVagUt.Tests.Core.ByHand;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Participants;

/// <summary>Avliden, flyttat: no letter leaves any more, whichever gren would have sent it.</summary>
public class GoneTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_planned_letter_stops_in_the_same_save_also_in_another_gren_which_is_not_told_who_said_so()
    {
        await using var t = await CoreTest.StartAsync();
        var (offer, participant, ours) = await t.ReadyAsync();
        var (_, _, theirs) = await t.ReadyAsync(gren: Verksamhetsgren.Kaa, personId: participant.PersonId, monthsLater: 5);
        await t.RemindAsync(offer.From.AddDays(-7));
        t.AsJob();
        // Letters of both that wait: to a workplace by mail, to the person by telephone.
        Assert.Equal([MailState.NoAddress, MailState.Queued], await StatesAsync(t, ours));
        Assert.Equal([MailState.Queued], await StatesAsync(t, theirs));

        var me = await t.AsAsync(Role.Coordinator);
        await t.Get<GoneService>().RecordAsync(participant.Id, Gone.Deceased, t.Clock.Today(), Ct);

        t.AsJob();
        Assert.Equal([MailState.Stopped], await StatesAsync(t, ours));
        Assert.Equal([MailState.Stopped], await StatesAsync(t, theirs));
        Assert.All(await t.Db.Mail.Where(m => m.State == MailState.Stopped).ToListAsync(Ct), m => Assert.NotNull(m.StoppedAt));
        Assert.Equal(me, (await StoppedByAsync(t, ours)).Single());
        Assert.Null((await StoppedByAsync(t, theirs)).Single());
        Assert.True(await t.Db.ReadLog.AnyAsync(r => r.UserId == me && r.SubjectKind == nameof(Person) && r.SubjectId == participant.PersonId, Ct));

        var before = await t.Db.Mail.CountAsync(Ct);
        for (var day = offer.From.AddDays(-6); day <= offer.From; day = day.AddDays(1))
        {
            await t.RemindAsync(day);
            await t.RemindAsync(day, Schedules.FirstDay);
        }
        Assert.Equal(before, await t.Db.Mail.CountAsync(Ct));
    }

    [Fact]
    public async Task What_has_ended_is_not_asked_about_either_and_what_was_annulled_is_left_alone()
    {
        await using var t = await CoreTest.StartAsync();
        var (offer, participant, ended) = await t.ReadyAsync();
        var (_, _, annulled) = await t.ReadyAsync(gren: Verksamhetsgren.Kaa, personId: participant.PersonId, monthsLater: 5);
        await t.Get<PlacementService>().VoidAsync(annulled, Ct);
        t.Clock.SetStockholm(offer.From);
        await t.AsAsync(Role.Coordinator);
        await t.Get<PlacementService>().StartAsync(ended, offer.From, Ct, Answered.ToAll);
        await t.Get<GoneService>().RecordAsync(participant.Id, Gone.Moved, offer.From, Ct);
        await t.Get<PlacementService>().EndAsync(ended, new EndPlacement(offer.From, ExitReason.Moved, InterruptedBy.Participant), Ct);
        for (var day = offer.From.AddDays(1); day <= offer.From.AddDays(25); day = day.AddDays(1))
            await t.RemindAsync(day);

        t.AsJob();
        Assert.Empty(await t.Db.Reminders.Where(e => e.CaseId == ended).ToListAsync(Ct));
        Assert.Null((await t.Db.Placements.SingleAsync(p => p.Id == annulled, Ct)).LettersStoppedAt);
    }

    [Fact]
    public async Task Taken_back_letters_come_again_from_then_on()
    {
        await using var t = await CoreTest.StartAsync();
        var (offer, participant, id) = await t.ReadyAsync(email: "deltagare@exempel.se");
        await t.Get<GoneService>().RecordAsync(participant.Id, Gone.Moved, t.Clock.Today(), Ct);
        await t.AsAsync(Role.Consultant);
        await t.Get<GoneService>().TakeBackAsync(participant.Id, Ct);
        await t.RemindAsync(offer.From.AddDays(-7));

        t.AsJob();
        Assert.Null((await t.Db.Placements.SingleAsync(p => p.Id == id, Ct)).LettersStoppedAt);
        Assert.Contains(await t.Db.Mail.ToListAsync(Ct), m => m.To == "deltagare@exempel.se" && m.State == MailState.Queued);
        Assert.Equal((null, null), await t.Db.Participants.Where(p => p.Id == participant.Id).Select(p => new ValueTuple<Gone?, DateOnly?>(p.Gone, p.GoneOn)).SingleAsync(Ct));
        await t.AsAsync(Role.Consultant);
        Assert.Equal(Rule.ChangedByAnother, await LetterStage.RefusedAsync(() => t.Get<GoneService>().TakeBackAsync(participant.Id, Ct)));
    }

    [Fact]
    public async Task What_another_gren_has_begun_meanwhile_has_nothing_that_comes_again()
    {
        await using var t = await CoreTest.StartAsync();
        var (_, participant, ours) = await t.ReadyAsync();
        await t.Get<GoneService>().RecordAsync(participant.Id, Gone.Moved, t.Clock.Today(), Ct);
        var (_, _, theirs) = await t.ReadyAsync(gren: Verksamhetsgren.Kaa, personId: participant.PersonId, monthsLater: 5);
        await t.AsAsync(Role.Consultant);
        await t.Get<GoneService>().TakeBackAsync(participant.Id, Ct);
        t.AsJob();
        Assert.Contains("LettersResumed", await t.Db.VerbsAsync(h => h.SubjectId == ours));
        Assert.DoesNotContain("LettersResumed", await t.Db.VerbsAsync(h => h.SubjectId == theirs));
    }

    [Fact]
    public async Task Another_grens_new_case_is_as_silent_and_it_says_itself_when_letters_may_leave()
    {
        await using var t = await CoreTest.StartAsync();
        var (_, participant, ours) = await t.ReadyAsync();
        var beside = await t.Stage.ParticipantAsync(Verksamhetsgren.Kaa, personId: participant.PersonId);
        await t.AsAsync(Role.Coordinator);
        await t.Get<GoneService>().RecordAsync(participant.Id, Gone.Deceased, t.Clock.Today(), Ct);

        await t.AsAsync(Role.Coordinator, Verksamhetsgren.Kaa);
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync());
        // Nobody here is told that, or why: the case begins as any other, and no letter leaves.
        var theirs = await t.Get<PlacementService>().ProposeAsync(new ProposePlacement { ParticipantId = beside.Id, SlotId = offer.Slots[0].Id, From = offer.From, To = offer.To }, Ct);
        Assert.Null((await t.Db.Participants.SingleAsync(Ct)).Gone);
        Assert.NotNull((await t.Db.Placements.SingleAsync(p => p.Id == theirs, Ct)).LettersStoppedAt);
        t.NewScope();
        await t.Get<GoneService>().TakeBackAsync(beside.Id, Ct);

        t.AsJob();
        Assert.Null((await t.Db.Placements.SingleAsync(p => p.Id == theirs, Ct)).LettersStoppedAt);
        Assert.NotNull((await t.Db.Placements.SingleAsync(p => p.Id == ours, Ct)).LettersStoppedAt);
        Assert.Equal(Gone.Deceased, (await t.Db.Participants.SingleAsync(p => p.Id == participant.Id, Ct)).Gone);
    }

    [Fact]
    public async Task Who_takes_it_back_speaks_for_the_own_gren_as_long_as_another_says_the_same()
    {
        await using var t = await CoreTest.StartAsync();
        var (_, participant, ours) = await t.ReadyAsync();
        var (_, beside, theirs) = await t.ReadyAsync(gren: Verksamhetsgren.Kaa, personId: participant.PersonId, monthsLater: 5);
        var third = await t.Stage.ParticipantAsync(Verksamhetsgren.Socialtjanst, personId: participant.PersonId);
        await t.Get<GoneService>().RecordAsync(beside.Id, Gone.Moved, t.Clock.Today(), Ct);
        await t.AsAsync(Role.Coordinator);
        await t.Get<GoneService>().RecordAsync(participant.Id, Gone.Moved, t.Clock.Today(), Ct);
        t.NewScope();
        await t.Get<GoneService>().TakeBackAsync(participant.Id, Ct);
        Assert.Equal([false, true], await StoppedAsync(t, ours, theirs));
        Assert.NotNull((await t.Db.Participants.SingleAsync(p => p.Id == third.Id, Ct)).LettersStoppedAt);

        await t.AsAsync(Role.Coordinator, Verksamhetsgren.Kaa);
        await t.Get<GoneService>().TakeBackAsync(beside.Id, Ct);
        Assert.Equal([false, false], await StoppedAsync(t, ours, theirs));
        Assert.Null((await t.Db.Participants.SingleAsync(p => p.Id == third.Id, Ct)).LettersStoppedAt);
    }

    [Fact]
    public async Task Whoever_is_registered_afterwards_in_another_gren_hears_nothing_either()
    {
        await using var t = await CoreTest.StartAsync();
        await t.AsAsync(Role.Coordinator);
        var input = new RegisterParticipant
        {
            Gren = Verksamhetsgren.Arbetsmarknad,
            Person = new PersonDetails { FirstName = "Robin", LastName = "Provperson", BirthDate = new DateOnly(1990, 5, 17), Sex = Sex.Woman, HomeMunicipality = "1489" },
            Details = new ParticipantDetails { TargetGroup = TargetGroup.A, Education = Education.PreGymnasium, ExtentPercent = 100 },
            PersonNumber = "19900517-9982",
        };
        var (first, _) = await t.Get<ParticipantService>().RegisterAsync(input, Ct);
        await t.Get<GoneService>().RecordAsync(first, Gone.Deceased, t.Clock.Today(), Ct);
        await t.AsAsync(Role.Coordinator, Verksamhetsgren.Kaa);
        var (second, _) = await t.Get<ParticipantService>().RegisterAsync(input with { Gren = Verksamhetsgren.Kaa }, Ct);
        var registered = await t.Db.Participants.SingleAsync(p => p.Id == second, Ct);
        Assert.Equal((null, true), (registered.Gone, registered.LettersStoppedAt is not null));
    }

    [Fact]
    public async Task What_one_gren_has_stopped_another_does_not_stop_again()
    {
        await using var t = await CoreTest.StartAsync();
        var (_, participant, ours) = await t.ReadyAsync();
        var (_, beside, _) = await t.ReadyAsync(gren: Verksamhetsgren.Kaa, personId: participant.PersonId, monthsLater: 5);
        await t.Get<GoneService>().RecordAsync(beside.Id, Gone.Moved, t.Clock.Today(), Ct);
        await t.AsAsync(Role.Coordinator);
        await t.Get<GoneService>().RecordAsync(participant.Id, Gone.Moved, t.Clock.Today(), Ct);
        Assert.Single(await t.Db.VerbsAsync(h => h.SubjectId == ours && h.Verb == "LettersStopped"));
    }

    [Fact]
    public async Task The_day_lies_neither_ahead_nor_before_the_birth()
    {
        await using var t = await CoreTest.StartAsync();
        var participant = await t.Stage.ParticipantAsync();
        await t.AsAsync(Role.Coordinator);
        foreach (var day in new[] { t.Clock.Today().AddDays(1), new DateOnly(1990, 5, 16) })
            Assert.Equal(Rule.GoneDayWrong, await LetterStage.RefusedAsync(() => t.Get<GoneService>().RecordAsync(participant.Id, Gone.Deceased, day, Ct)));
    }

    [Fact]
    public async Task Only_those_who_meet_the_person_in_their_gren_may_say_so()
    {
        await using var t = await CoreTest.StartAsync();
        var participant = await t.Stage.ParticipantAsync();
        await t.AsAsync(Role.Coordinator, Verksamhetsgren.Kaa);
        await Assert.ThrowsAsync<NotFoundException>(() => t.Get<GoneService>().RecordAsync(participant.Id, Gone.Deceased, t.Clock.Today(), Ct));
        await t.AsAsync(Role.Referrer);
        await Assert.ThrowsAnyAsync<Exception>(() => t.Get<GoneService>().RecordAsync(participant.Id, Gone.Deceased, t.Clock.Today(), Ct));
        t.AsJob();
        Assert.Null((await t.Db.Participants.SingleAsync(Ct)).Gone);
    }

    [Fact]
    public async Task Nothing_new_is_proposed_to_somebody_who_has_died_and_a_new_case_of_somebody_who_has_moved_is_silent()
    {
        await using var t = await CoreTest.StartAsync();
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync());
        var participant = await t.Stage.ParticipantAsync(email: "deltagare@exempel.se");
        await t.AsAsync(Role.Coordinator);
        var proposal = new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = offer.From, To = offer.To };
        await t.Get<GoneService>().RecordAsync(participant.Id, Gone.Deceased, t.Clock.Today(), Ct);
        t.NewScope();
        Assert.Equal(Rule.PersonDeceased, await LetterStage.RefusedAsync(() => t.Get<PlacementService>().ProposeAsync(proposal, Ct)));

        t.NewScope();
        await t.Get<GoneService>().RecordAsync(participant.Id, Gone.Moved, t.Clock.Today(), Ct);
        t.NewScope();
        var id = await t.Get<PlacementService>().ProposeAsync(proposal, Ct);
        await t.Get<PlacementService>().ParticipantAnsweredAsync(id, true, Ct);
        await t.Get<PlacementService>().ReleaseAsync(id, null, Ct);
        Assert.Equal(Rule.LettersStopped, await LetterStage.RefusedAsync(() => t.Get<PlacementService>().RequestAsync(id, Ct)));
        t.NewScope();
        Assert.Empty(await t.Db.Mail.ToListAsync(Ct));
    }

    [Fact]
    public async Task The_workplace_is_told_by_telephone_when_the_case_is_closed()
    {
        await using var t = await CoreTest.StartAsync();
        var (_, participant, id) = await t.ReadyAsync();
        await t.Get<GoneService>().RecordAsync(participant.Id, Gone.Deceased, t.Clock.Today(), Ct);
        t.NewScope();
        await t.Get<PlacementService>().CancelAsync(id, NotHeldReason.Lapsed, Ct);
        t.AsJob();
        Assert.Equal([MailState.Stopped], await StatesAsync(t, id));
    }

    private static async Task<List<MailState>> StatesAsync(CoreTest t, Guid id) =>
        [.. (await t.Db.Mail.AsNoTracking().Where(m => m.CaseId == id).Select(m => m.State).Distinct().ToListAsync(Ct)).OrderBy(s => s.ToString(), StringComparer.Ordinal)];

    private static async Task<List<bool>> StoppedAsync(CoreTest t, params Guid[] ids)
    {
        t.AsJob();
        var placements = await t.Db.Placements.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(Ct);
        return [.. ids.Select(id => placements.Single(p => p.Id == id).LettersStoppedAt is not null)];
    }

    private static Task<List<Guid?>> StoppedByAsync(CoreTest t, Guid id) =>
        t.Db.History.Where(h => h.SubjectId == id && h.Verb == "LettersStopped").Select(h => h.UserId).ToListAsync(Ct);
}
