using EnVagUt.Core.Cases.Lives;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Tests.Common;
using EnVagUt.Tests.Core.ByHand;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Participants;

/// <summary>A number that is added later, and two participants of a gren who turn out to be one human being.</summary>
public class JoinTests
{
    private const string Number = "19900517-9982";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<Guid?> SetAsync(CoreTest t, Guid id, string number = Number)
    {
        t.NewScope();
        var version = await t.Db.Participants.Where(p => p.Id == id).Select(p => p.Version).SingleAsync(Ct);
        return await t.Get<JoinService>().SetNumberAsync(id, version, number, Ct);
    }

    /// <summary>With a place that is pencilled from two weeks on.</summary>
    private static async Task<(Guid Participant, Guid Placement)> PencilledAsync(CoreTest t, Verksamhetsgren gren = Verksamhetsgren.Arbetsmarknad, int weeksLater = 0, string firstName = "Robin")
    {
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync());
        var participant = await t.Stage.ParticipantAsync(gren, firstName: firstName);
        await t.AsAsync(Role.Coordinator, gren);
        var from = offer.From.AddDays(7 * weeksLater);
        var id = await t.Get<PlacementService>().ProposeAsync(new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = from, To = from.AddDays(13) }, Ct);
        await t.Get<PlacementService>().PencilAsync(id, Ct);
        return (participant.Id, id);
    }

    [Fact]
    public async Task A_number_that_nobody_has_is_the_persons_own()
    {
        await using var t = await CoreTest.StartAsync();
        var participant = await t.Stage.ParticipantAsync();
        await t.AsAsync(Role.Coordinator);
        Assert.Null(await SetAsync(t, participant.Id));
        Assert.Equal("199005179982", await t.Db.Participants.Where(p => p.Id == participant.Id).Select(p => p.Person.Number).SingleAsync(Ct));
        Assert.Contains("NumberSet", await t.Db.VerbsAsync(h => h.SubjectId == participant.Id));
        foreach (var (number, rule) in new[] { ("199005179982", Rule.NothingToRecord), ("19900517-9983", Rule.PersonNumberWrong), ("19920101-9982", Rule.PersonNumberNotBirthDate) })
            Assert.Equal(rule, await LetterStage.RefusedAsync(() => SetAsync(t, participant.Id, number)));
    }

    [Fact]
    public async Task A_number_that_another_gren_knows_makes_the_load_one_and_tells_nothing()
    {
        await using var t = await CoreTest.StartAsync();
        var (theirs, placement) = await PencilledAsync(t, Verksamhetsgren.Kaa);
        Assert.Null(await SetAsync(t, theirs));
        var (ours, own) = await PencilledAsync(t, weeksLater: 2);
        Assert.Null(await SetAsync(t, ours));
        t.AsJob();
        Assert.Equal(1, await t.Db.Persons.CountAsync(Ct));
        Assert.Equal(2, await t.Db.Claims.Select(c => c.PlacementId).Distinct().CountAsync(Ct));
        Assert.Single(await t.Db.Claims.Select(c => c.PersonId).Distinct().ToListAsync(Ct));
        Assert.Equal([theirs, ours], [await OwnerAsync(t, placement), await OwnerAsync(t, own)]);
    }

    [Fact]
    public async Task Whoever_would_be_at_two_places_at_once_is_busy_and_nothing_is_saved()
    {
        await using var t = await CoreTest.StartAsync();
        var (theirs, _) = await PencilledAsync(t, Verksamhetsgren.Kaa);
        await SetAsync(t, theirs);
        var (ours, _) = await PencilledAsync(t);
        var me = await t.AsAsync(Role.Coordinator);
        Assert.Equal(Rule.PersonBusy, await LetterStage.RefusedAsync(() => SetAsync(t, ours)));
        t.NewScope();
        Assert.Null(await t.Db.Participants.Where(p => p.Id == ours).Select(p => p.Person.Number).SingleAsync(Ct));
        await t.Get<ReadLog>().FlushAsync();
        Assert.True(await t.Db.ReadLog.AnyAsync(r => r.UserId == me && r.SubjectKind == nameof(Person), Ct));
    }

    [Fact]
    public async Task In_the_own_gren_the_two_are_joined_and_the_older_is_kept()
    {
        await using var t = await CoreTest.StartAsync();
        var (older, first) = await PencilledAsync(t);
        t.Clock.AdvanceDays(1);
        var (younger, second) = await PencilledAsync(t, weeksLater: 3, firstName: "Robban");
        Assert.Null(await SetAsync(t, younger));
        // The older one gets the number that the younger has.
        Assert.Equal(younger, await SetAsync(t, older));
        t.NewScope();
        Assert.Equal(older, await t.Get<JoinService>().JoinAsync(younger, older, Ct));

        t.NewScope();
        Assert.Equal([older, older], [await OwnerAsync(t, first), await OwnerAsync(t, second)]);
        var (kept, gone) = (await t.Db.Participants.Include(p => p.Person).SingleAsync(p => p.Id == older, Ct), await t.Db.Participants.SingleAsync(p => p.Id == younger, Ct));
        Assert.Equal(("199005179982", (Guid?)older, "", null), (kept.Person.Number, gone.JoinedInto, gone.FirstName, gone.Phone));
        Assert.Empty(await SearchIndex.Find(t.Db, SearchOwner.Participant, "Robban").ToListAsync(Ct));
        Assert.Equal([kept.PersonId], await t.Db.Claims.Select(c => c.PersonId!.Value).Distinct().ToListAsync(Ct));
        Assert.Equal(2, await t.Db.Facts.CountAsync(f => f.SubjectId == second && (f.Kind == FactKind.Person || f.Kind == FactKind.Participant), Ct));
        Assert.Equal(Rule.NotTheSame, await LetterStage.RefusedAsync(() => t.Get<JoinService>().JoinAsync(younger, older, Ct)));
    }

    [Fact]
    public async Task Two_whose_bookings_meet_are_not_joined_nor_two_who_were_born_on_different_days_or_have_different_numbers()
    {
        await using var t = await CoreTest.StartAsync();
        var (one, _) = await PencilledAsync(t);
        var (other, _) = await PencilledAsync(t);
        Task Join(Guid a, Guid b)
        {
            t.NewScope();
            return t.Get<JoinService>().JoinAsync(a, b, Ct);
        }
        Assert.Equal(Rule.PersonBusy, await LetterStage.RefusedAsync(() => Join(one, other)));
        var (elder, third) = (await t.Stage.ParticipantAsync(birthDate: new DateOnly(1980, 5, 17)), await t.Stage.ParticipantAsync());
        foreach (var wrong in new[] { elder.Id, one })
            Assert.Equal(Rule.NotTheSame, await LetterStage.RefusedAsync(() => Join(one, wrong)));
        await SetAsync(t, one);
        await SetAsync(t, third.Id, "19900517-9974");
        Assert.Equal(Rule.NotTheSame, await LetterStage.RefusedAsync(() => Join(one, third.Id)));
    }

    [Fact]
    public async Task Whoever_turns_out_to_have_protected_identity_elsewhere_is_hidden_in_the_same_save()
    {
        await using var t = await CoreTest.StartAsync();
        var (theirs, _) = await PencilledAsync(t, Verksamhetsgren.Kaa);
        await SetAsync(t, theirs);
        await t.Get<ProtectService>().ProtectAsync(theirs, Ct);
        var (ours, placement) = await PencilledAsync(t, weeksLater: 2);
        await SetAsync(t, ours);
        t.NewScope();
        Assert.Equal((0, 0), (await t.Db.Participants.CountAsync(Ct), await t.Db.Placements.CountAsync(Ct)));
        t.AsJob();
        Assert.True((await t.Db.Placements.SingleAsync(p => p.Id == placement, Ct)).IsProtected);
    }

    [Fact]
    public async Task The_cases_of_the_row_that_goes_are_hidden_with_the_one_who_is_kept()
    {
        await using var t = await CoreTest.StartAsync();
        var (older, _) = await PencilledAsync(t);
        await t.Get<ProtectService>().ProtectAsync(older, Ct);
        t.Clock.AdvanceDays(1);
        var (younger, placement) = await PencilledAsync(t, weeksLater: 3);
        await t.AsAsync(Role.Coordinator, named: true);
        Assert.Equal(older, await t.Get<JoinService>().JoinAsync(younger, older, Ct));
        t.AsJob();
        var moved = await t.Db.Placements.SingleAsync(p => p.Id == placement, Ct);
        Assert.Equal((true, true, (Guid?)older), (moved.IsProtected, moved.LettersStoppedAt is not null, moved.ParticipantId));

        // A page of the other row that was open meanwhile: it is the one who is kept that it hides.
        await t.AsAsync(Role.Coordinator, named: true);
        Assert.Equal(Rule.ChangedByAnother, await LetterStage.RefusedAsync(() => t.Get<ProtectService>().ProtectAsync(younger, Ct)));
        Assert.Equal(Rule.ChangedByAnother, await LetterStage.RefusedAsync(() => t.Get<GoneService>().RecordAsync(younger, Gone.Deceased, t.Clock.Today(), Ct)));
    }

    [Fact]
    public async Task Who_has_died_has_died_in_both_rows_and_whoever_is_here_is_open()
    {
        await using var t = await CoreTest.StartAsync();
        var older = await t.Stage.ParticipantAsync();
        await t.AsAsync(Role.Coordinator);
        await t.Get<CloseService>().CloseAsync(older.Id, ExitReason.Work, t.Clock.Today(), Ct);
        t.Clock.AdvanceDays(1);
        var (younger, placement) = await PencilledAsync(t);
        t.NewScope();
        await t.Get<GoneService>().RecordAsync(younger, Gone.Moved, t.Clock.Today(), Ct);
        t.NewScope();
        await t.Get<JoinService>().JoinAsync(younger, older.Id, Ct);
        t.NewScope();
        var kept = await t.Db.Participants.SingleAsync(p => p.Id == older.Id, Ct);
        Assert.Equal((Gone.Moved, true, null), (kept.Gone, kept.LettersStoppedAt is not null, kept.ClosedAt));
        Assert.NotNull((await t.Db.Placements.SingleAsync(p => p.Id == placement, Ct)).LettersStoppedAt);
        Assert.Contains("Reopened", await t.Db.VerbsAsync(h => h.SubjectId == older.Id));
    }

    [Fact]
    public async Task A_number_of_somebody_who_has_died_stops_the_letters_of_the_cases_too()
    {
        await using var t = await CoreTest.StartAsync();
        var (theirs, _) = await PencilledAsync(t, Verksamhetsgren.Kaa);
        await SetAsync(t, theirs);
        await t.Get<GoneService>().RecordAsync(theirs, Gone.Deceased, t.Clock.Today(), Ct);
        var (ours, placement) = await PencilledAsync(t, weeksLater: 2);
        await SetAsync(t, ours);
        t.AsJob();
        Assert.NotNull((await t.Db.Placements.SingleAsync(p => p.Id == placement, Ct)).LettersStoppedAt);
    }

    private static async Task<Guid> OwnerAsync(CoreTest t, Guid placement) =>
        (await t.Db.Placements.IgnoreQueryFilters().Where(p => p.Id == placement).Select(p => p.ParticipantId).SingleAsync(Ct))!.Value;
}
