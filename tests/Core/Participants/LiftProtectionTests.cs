using EnVagUt.Core.Cases.Lives;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Tests.Common;
using EnVagUt.Tests.Core.ByHand;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Participants;

/// <summary>The protection is lifted gren by gren, by two of those who are named there.</summary>
public class LiftProtectionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_takes_two_of_the_named_to_lift_it_and_only_in_the_own_gren()
    {
        await using var t = await CoreTest.StartAsync();
        var (_, participant, ours) = await t.ReadyAsync();
        var (_, beside, theirs) = await t.ReadyAsync(gren: Verksamhetsgren.Kaa, personId: participant.PersonId, monthsLater: 5);
        await t.ProtectAsync(participant.Id);
        await Assert.ThrowsAsync<NotFoundException>(() => t.Get<ProtectService>().AskLiftAsync(participant.Id, Ct));
        await t.AsAsync(Role.Coordinator, named: true);
        Assert.Equal(Rule.ChangedByAnother, await LetterStage.RefusedAsync(() => t.Get<ProtectService>().LiftAsync(participant.Id, Ct)));
        t.NewScope();
        await t.Get<ProtectService>().AskLiftAsync(participant.Id, Ct);
        t.NewScope();
        Assert.Equal(Rule.LiftNeedsTwo, await LetterStage.RefusedAsync(() => t.Get<ProtectService>().LiftAsync(participant.Id, Ct)));
        await t.AsAsync(Role.Consultant, named: true);
        await t.Get<ProtectService>().LiftAsync(participant.Id, Ct);

        await t.AsAsync(Role.Coordinator);
        Assert.Equal(ours, (await t.Db.Placements.SingleAsync(Ct)).Id);
        Assert.Null((await t.Db.Placements.SingleAsync(Ct)).LettersStoppedAt);
        Assert.NotEmpty(await SearchIndex.Find(t.Db, SearchOwner.Participant, "Robin").ToListAsync(Ct));
        Assert.False(await t.Db.Placements.SelectMany(p => p.Releases).AnyAsync(r => r.WithdrawnAt == null, Ct));
        t.AsJob();
        Assert.True((await t.Db.Placements.SingleAsync(p => p.Id == theirs, Ct)).IsProtected);
        Assert.True(await t.Db.Persons.Where(p => p.Id == participant.PersonId).Select(p => p.ProtectedSomewhere).SingleAsync(Ct));

        await t.LiftAsync(beside.Id, Verksamhetsgren.Kaa);
        t.AsJob();
        Assert.False(await t.Db.Persons.Where(p => p.Id == participant.PersonId).Select(p => p.ProtectedSomewhere).SingleAsync(Ct));
    }

    [Fact]
    public async Task Whoever_has_asked_may_let_the_protection_stay()
    {
        await using var t = await CoreTest.StartAsync();
        var participant = await t.Stage.ParticipantAsync();
        await t.ProtectAsync(participant.Id);
        await t.AsAsync(Role.Coordinator, named: true);
        await t.Get<ProtectService>().AskLiftAsync(participant.Id, Ct);
        t.NewScope();
        Assert.Equal(Rule.ChangedByAnother, await LetterStage.RefusedAsync(() => t.Get<ProtectService>().AskLiftAsync(participant.Id, Ct)));
        t.NewScope();
        await t.Get<ProtectService>().KeepAsync(participant.Id, Ct);
        await t.AsAsync(Role.Consultant, named: true);
        Assert.Equal(Rule.ChangedByAnother, await LetterStage.RefusedAsync(() => t.Get<ProtectService>().LiftAsync(participant.Id, Ct)));
        t.NewScope();
        Assert.Equal(Rule.ChangedByAnother, await LetterStage.RefusedAsync(() => t.Get<ProtectService>().ProtectAsync(participant.Id, Ct)));
    }

    [Fact]
    public async Task Letters_of_somebody_who_has_moved_too_stay_stopped_and_those_of_the_protected_do_whatever_is_taken_back()
    {
        await using var t = await CoreTest.StartAsync();
        var (_, participant, id) = await t.ReadyAsync();
        await t.Get<GoneService>().RecordAsync(participant.Id, Gone.Moved, t.Clock.Today(), Ct);
        await t.ProtectAsync(participant.Id);
        await t.LiftAsync(participant.Id);
        t.AsJob();
        Assert.NotNull((await t.Db.Placements.SingleAsync(p => p.Id == id, Ct)).LettersStoppedAt);

        await t.ProtectAsync(participant.Id);
        await t.AsAsync(Role.Coordinator, named: true);
        await t.Get<GoneService>().TakeBackAsync(participant.Id, Ct);
        t.AsJob();
        Assert.NotNull((await t.Db.Placements.SingleAsync(p => p.Id == id, Ct)).LettersStoppedAt);
        Assert.NotNull((await t.Db.Participants.SingleAsync(Ct)).LettersStoppedAt);
    }

    [Fact]
    public async Task Letters_about_somebody_whom_another_gren_has_recorded_as_dead_stay_stopped_when_the_protection_is_lifted()
    {
        await using var t = await CoreTest.StartAsync();
        var (_, participant, id) = await t.ReadyAsync();
        var theirs = (await t.Stage.ParticipantAsync(Verksamhetsgren.Kaa, personId: participant.PersonId)).Id;
        await t.AsAsync(Role.Coordinator, Verksamhetsgren.Kaa);
        await t.Get<GoneService>().RecordAsync(theirs, Gone.Deceased, t.Clock.Today(), Ct);
        await t.ProtectAsync(participant.Id);
        await t.LiftAsync(participant.Id);
        t.AsJob();
        Assert.NotNull((await t.Db.Placements.SingleAsync(p => p.Id == id, Ct)).LettersStoppedAt);
    }

    [Fact]
    public async Task Somebody_is_named_for_one_gren_and_not_for_another()
    {
        await using var t = await CoreTest.StartAsync();
        await t.ProtectAsync((await t.Stage.ParticipantAsync()).Id);
        var user = await t.AsAsync(Role.Coordinator);
        void As(Verksamhetsgren named) => t.As(v => v.BecomeUser(user,
            [.. new[] { Verksamhetsgren.Arbetsmarknad, Verksamhetsgren.Kaa }.Select(g => new RoleGrant(user, Role.Coordinator, g, protectedIdentities: g == named))]));
        As(named: Verksamhetsgren.Kaa);
        Assert.Equal(0, await t.Db.Participants.CountAsync(Ct));
        As(named: Verksamhetsgren.Arbetsmarknad);
        Assert.Equal(1, await t.Db.Participants.CountAsync(Ct));
    }
}
