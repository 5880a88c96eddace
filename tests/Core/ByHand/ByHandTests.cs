using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Desk.ByHand;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.ByHand;

/// <summary>Letters to those without address: who sees them, and what was done instead.</summary>
public class ByHandTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_letter_that_was_telephoned_leaves_the_list_and_stands_in_the_case()
    {
        await using var t = await CoreTest.StartAsync();
        var (offer, _, id) = await t.ReadyAsync();
        await t.RemindAsync(offer.From.AddDays(-7));
        var me = await t.AsAsync(Role.Consultant);
        var letter = await ByHandLetters.Waiting(t.Db, t.Viewer, t.Clock.UtcNow()).SingleAsync(Ct);
        await t.Get<ByHandService>().HandleAsync(letter.Id, ByHandWay.Phoned, Ct);

        t.NewScope();
        Assert.Empty(await WaitingAsync(t));
        var kept = await t.Db.Mail.SingleAsync(m => m.Id == letter.Id, Ct);
        Assert.Equal((MailState.ByHand, ByHandWay.Phoned, me), (kept.State, kept.HandledHow, kept.HandledBy));
        Assert.NotNull(kept.HandledAt);
        Assert.True(await t.Db.History.AnyAsync(h => h.SubjectKind == nameof(Placement) && h.SubjectId == id && h.Verb == "LetterPhoned" && h.UserId == me, Ct));
        Assert.Equal(Rule.LetterHandled, await LetterStage.RefusedAsync(() => t.Get<ByHandService>().HandleAsync(letter.Id, ByHandWay.NotNeeded, Ct)));
    }

    [Fact]
    public async Task Neither_another_gren_nor_who_meets_no_persons_nor_an_employer_sees_it()
    {
        await using var t = await CoreTest.StartAsync();
        var (offer, _, _) = await t.ReadyAsync();
        await t.RemindAsync(offer.From.AddDays(-7));
        t.AsJob();
        var letter = (await t.Db.Mail.SingleAsync(m => m.State == MailState.NoAddress, Ct)).Id;
        foreach (var become in new Func<Task>[]
        {
            () => t.AsAsync(Role.Coordinator, Verksamhetsgren.Kaa), () => t.AsAsync(Role.BusinessContact), () => t.AsAsync(Role.Referrer),
            () => t.AsAsync(Role.EmployerAdmin, employerId: offer.EmployerId),
        })
        {
            await become();
            Assert.Empty(await WaitingAsync(t));
            await Assert.ThrowsAsync<NotFoundException>(() => t.Get<ByHandService>().HandleAsync(letter, ByHandWay.Posted, Ct));
            Assert.Equal(0, await t.Get<ByHandService>().PostedAsync([letter], Ct));
        }
        t.NewScope();
        Assert.Equal(MailState.NoAddress, (await t.Db.Mail.SingleAsync(m => m.Id == letter, Ct)).State);
    }

    [Fact]
    public async Task A_person_with_protected_identity_stands_there_only_for_those_who_are_named()
    {
        await using var t = await CoreTest.StartAsync();
        var (offer, _, _) = await t.ReadyAsync(email: "deltagare@exempel.se");
        t.AsJob();
        await t.Db.Participants.ExecuteUpdateAsync(s => s.SetProperty(p => p.IsProtected, true), Ct);
        await t.RemindAsync(offer.From.AddDays(-7));
        await t.AsAsync(Role.UnitManager);
        Assert.Empty(await WaitingAsync(t));

        var id = Guid.CreateVersion7();
        t.As(v => v.BecomeUser(id, [new RoleGrant(id, Role.UnitManager, Verksamhetsgren.Arbetsmarknad, protectedIdentities: true)]));
        Assert.Single(await WaitingAsync(t));
    }

    [Fact]
    public async Task What_is_about_an_employer_or_its_places_is_for_those_who_meet_employers()
    {
        await using var t = await CoreTest.StartAsync();
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync());
        foreach (var (key, about) in new (string, Guid?)[] { ("anmalan", offer.Id), ("arbetsgivare", offer.EmployerId), ("konto", null), ("okant", Guid.CreateVersion7()) })
            t.Db.Mail.Add(new OutgoingMail(key, "prov", "", "Ämne", "Text", "<p>Text</p>", t.Stamp.At, about));
        await t.Db.SaveChangesAsync(Ct);
        await t.AsAsync(Role.BusinessContact);
        Assert.Equal(["anmalan", "arbetsgivare"], await WaitingAsync(t));
        await t.AsAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        Assert.Empty(await WaitingAsync(t));
    }

    [Fact]
    public async Task A_printed_batch_is_posted_but_for_what_a_colleague_took_meanwhile()
    {
        await using var t = await CoreTest.StartAsync();
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync());
        foreach (var key in new[] { "ett", "två", "tre" })
            t.Db.Mail.Add(new OutgoingMail(key, "prov", "", "Ämne", "Svara: https://portal.se/kom?nyckel=hemlig", "<p>Text</p>", t.Stamp.At, offer.Id));
        await t.Db.SaveChangesAsync(Ct);
        await t.AsAsync(Role.Coordinator);
        var all = await ByHandLetters.Waiting(t.Db, t.Viewer, t.Clock.UtcNow()).OrderBy(m => m.Key).Select(m => m.Id).ToListAsync(Ct);
        await t.Get<ByHandService>().HandleAsync(all[0], ByHandWay.NotNeeded, Ct);
        Assert.Equal(2, await t.Get<ByHandService>().PostedAsync(all, Ct));

        t.NewScope();
        Assert.Equal([ByHandWay.NotNeeded, ByHandWay.Posted, ByHandWay.Posted], await t.Db.Mail.OrderBy(m => m.Key).Select(m => m.HandledHow!.Value).ToListAsync(Ct));
        Assert.All(await t.Db.Mail.ToListAsync(Ct), m => Assert.DoesNotContain("hemlig", m.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_placement_that_came_to_nothing_takes_its_letters_off_the_list()
    {
        await using var t = await CoreTest.StartAsync();
        var (offer, _, id) = await t.ReadyAsync();
        await t.RemindAsync(offer.From.AddDays(-7));
        await t.AsAsync(Role.Coordinator);
        Assert.Single(await WaitingAsync(t));
        await t.Get<PlacementService>().CancelAsync(id, NotHeldReason.Lapsed, Ct);
        t.NewScope();
        Assert.Empty(await WaitingAsync(t));
        Assert.Contains("Deltagaren", (await StoppedLetter.Of(t.Db, t.Db.Placements.Where(p => p.Id == id)).ToListAsync(Ct)).Select(l => l.To));
    }

    private static Task<List<string>> WaitingAsync(CoreTest t) =>
        ByHandLetters.Waiting(t.Db, t.Viewer, t.Clock.UtcNow()).OrderBy(m => m.Key).Select(m => m.Key).ToListAsync(Ct);
}
