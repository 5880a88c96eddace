using EnVagUt.Core.Cases.FirstDays;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Tests.Common;
using EnVagUt.Tests.Core.ByHand;
using EnVagUt.Tests.Core.Users;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.FirstDays;

/// <summary>«Kom deltagaren?» on the first day at ten, answered from the letter's link.</summary>
public class FirstDayQuestionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_supervisor_is_asked_at_ten_on_the_first_day_and_once()
    {
        await using var t = await CoreTest.StartAsync();
        var (offer, _, _) = await t.ReadyAsync(supervisorEmail: "handledare@exempel.se");
        await t.RemindAsync(offer.From.AddDays(-1), Schedules.FirstDay);
        await t.RemindAsync(offer.From);
        Assert.Empty(await AskedAsync(t));
        await t.RemindAsync(offer.From, Schedules.FirstDay);
        await t.RemindAsync(offer.From, Schedules.FirstDay);
        var letter = Assert.Single(await AskedAsync(t));
        Assert.Equal("handledare@exempel.se", letter.To);
        Assert.Contains("/kom?nyckel=", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Robin", letter.Subject + letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("praktik", letter.Subject + letter.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(await t.Db.FirstDayQuestions.ToListAsync(Ct), q => letter.Text.Contains(q.Hash, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, "CameFirstDay", 0)]
    [InlineData(false, "DidNotComeFirstDay", 1)]
    public async Task What_the_workplace_tells_on_the_telephone_is_written_down(bool came, string verb, int tasks)
    {
        await using var t = await CoreTest.StartAsync();
        var (offer, _, id) = await t.ReadyAsync();
        var said = new OnBehalf(BehalfChannel.Phone, "Kim Kontakt");
        await t.AsAsync(Role.Consultant);
        Task Record() => t.Get<FirstDayQuestionService>().RecordAsync(id, came, said, Ct);
        Assert.Equal(Rule.FirstDayAhead, await LetterStage.RefusedAsync(Record));
        t.Clock.SetStockholm(offer.From);
        t.NewScope();
        await Record();
        t.NewScope();
        Assert.Equal(Rule.NothingToRecord, await LetterStage.RefusedAsync(Record));
        t.AsJob();
        Assert.Contains(verb, await t.Db.VerbsAsync(h => h.SubjectId == id));
        Assert.Equal((verb, "Kim Kontakt"), await t.Db.Behalves.Select(b => new ValueTuple<string, string>(b.Act, b.SaidBy)).SingleAsync(Ct));
        Assert.Equal(tasks, await t.Db.FirstDayQuestions.CountAsync(q => q.Came == false && q.FollowedUpAt == null, Ct));
        Assert.Equal(tasks, await t.Db.Mail.CountAsync(m => m.Template == "kom-inte-forsta-dagen", Ct));
    }

    [Fact]
    public async Task Without_a_supervisors_address_the_workplaces_contact_is_asked()
    {
        await using var t = await CoreTest.StartAsync();
        var (offer, _, _) = await t.ReadyAsync();
        await t.RemindAsync(offer.From, Schedules.FirstDay);
        Assert.Equal("kontakt@exempel.se", Assert.Single(await AskedAsync(t)).To);
    }

    [Fact]
    public async Task Nobody_is_asked_about_who_has_protected_identity_or_whose_paper_is_missing_or_three_days_late()
    {
        await using var t = await CoreTest.StartAsync();
        var (offer, _, id) = await t.ReadyAsync();
        t.AsJob();
        await t.Db.Placements.Where(p => p.Id == id).ExecuteUpdateAsync(s => s.SetProperty(p => p.IsProtected, true), Ct);
        await t.RemindAsync(offer.From, Schedules.FirstDay);
        await t.Db.Placements.Where(p => p.Id == id).ExecuteUpdateAsync(s => s.SetProperty(p => p.IsProtected, false).SetProperty(p => p.Paper.DoneOn, (DateOnly?)null), Ct);
        await t.RemindAsync(offer.From, Schedules.FirstDay);
        await t.Db.Placements.Where(p => p.Id == id).ExecuteUpdateAsync(s => s.SetProperty(p => p.Paper.DoneOn, offer.From), Ct);
        await t.RemindAsync(offer.From.AddDays(3), Schedules.FirstDay);
        Assert.Empty(await AskedAsync(t));
    }

    [Fact]
    public async Task A_no_is_a_task_and_a_letter_at_once_until_somebody_has_called()
    {
        await using var t = await CoreTest.StartAsync();
        var (id, secret, _) = await AskAsync(t);
        t.AsVisitor();
        await t.Get<FirstDayQuestionService>().AnswerAsync(secret, false, Ct);

        t.AsJob();
        var told = await t.Db.Mail.SingleAsync(m => m.Template == "kom-inte-forsta-dagen", Ct);
        Assert.Equal(await t.Db.Users.Where(u => t.Db.Placements.Any(p => p.Id == id && p.CoordinatorId == u.Id)).Select(u => u.Email).SingleAsync(Ct), told.To);
        Assert.DoesNotContain("Robin", told.Subject + told.Text, StringComparison.Ordinal);
        Assert.Equal((false, null), await AnswerAsync(t));
        Assert.True(await t.Db.History.AnyAsync(h => h.SubjectId == id && h.Verb == "DidNotComeFirstDay" && h.UserId == null, Ct));

        await t.AsAsync(Role.Coordinator, Verksamhetsgren.Kaa);
        await Assert.ThrowsAsync<NotFoundException>(() => t.Get<FirstDayQuestionService>().FollowUpAsync(id, Ct));
        await t.AsAsync(Role.Coordinator);
        await t.Get<FirstDayQuestionService>().FollowUpAsync(id, Ct);
        Assert.NotNull((await AnswerAsync(t)).FollowedUpAt);
        Assert.Equal(Rule.ChangedByAnother, await LetterStage.RefusedAsync(() => t.Get<FirstDayQuestionService>().FollowUpAsync(id, Ct)));
    }

    [Fact]
    public async Task The_answer_may_be_changed_and_the_coordinator_is_told_once()
    {
        await using var t = await CoreTest.StartAsync();
        var (id, secret, _) = await AskAsync(t);
        foreach (var came in new[] { true, false, false, true, false })
        {
            t.AsVisitor();
            await t.Get<FirstDayQuestionService>().AnswerAsync(secret, came, Ct);
            t.AsVisitor();
            Assert.Equal(came, (await t.Get<FirstDayQuestionService>().ReadAsync(secret, Ct))!.Came);
        }
        t.AsJob();
        Assert.Equal(["CameFirstDay", "DidNotComeFirstDay", "CameFirstDay", "DidNotComeFirstDay"],
            await t.Db.VerbsAsync(h => h.SubjectId == id && h.Verb.EndsWith("FirstDay", StringComparison.Ordinal)));
        Assert.Equal(1, await t.Db.Mail.CountAsync(m => m.Template == "kom-inte-forsta-dagen", Ct));
    }

    [Fact]
    public async Task A_link_that_is_unknown_or_a_week_old_or_of_a_placement_that_is_over_opens_nothing()
    {
        await using var t = await CoreTest.StartAsync();
        var (id, secret, first) = await AskAsync(t);
        t.AsVisitor();
        Assert.NotNull(await t.Get<FirstDayQuestionService>().ReadAsync(secret, Ct));
        Assert.Null(await t.Get<FirstDayQuestionService>().ReadAsync("okand", Ct));
        Assert.Null(await t.Get<FirstDayQuestionService>().ReadAsync(null, Ct));
        Assert.Equal(Rule.LinkNotValid, await LetterStage.RefusedAsync(() => t.Get<FirstDayQuestionService>().AnswerAsync(secret + "x", true, Ct)));

        t.Clock.SetStockholm(first.AddDays(7), new TimeOnly(10, 0));
        Assert.Null(await t.Get<FirstDayQuestionService>().ReadAsync(secret, Ct));
        Assert.Equal(Rule.LinkNotValid, await LetterStage.RefusedAsync(() => t.Get<FirstDayQuestionService>().AnswerAsync(secret, true, Ct)));

        t.Clock.SetStockholm(first);
        await t.AsAsync(Role.Coordinator);
        await t.Get<PlacementService>().CancelAsync(id, NotHeldReason.Lapsed, Ct);
        t.AsVisitor();
        Assert.Null(await t.Get<FirstDayQuestionService>().ReadAsync(secret, Ct));
    }

    [Fact]
    public async Task A_workplace_without_any_address_is_called()
    {
        await using var t = await CoreTest.StartAsync();
        var (offer, _, _) = await t.ReadyAsync();
        t.AsJob();
        await t.Db.Workplaces.ExecuteUpdateAsync(s => s.SetProperty(w => w.ContactEmail, ""), Ct);
        await t.RemindAsync(offer.From, Schedules.FirstDay);
        Assert.Equal(MailState.NoAddress, Assert.Single(await AskedAsync(t)).State);
    }

    private static async Task<(Guid Id, string Secret, DateOnly First)> AskAsync(CoreTest t)
    {
        // A neighbour that nobody is asked about.
        await t.Stage.WorkplaceAsync();
        var (offer, _, id) = await t.ReadyAsync();
        await t.RemindAsync(offer.From, Schedules.FirstDay);
        return (id, await Links.SecretAsync(t, "kom-deltagaren"), offer.From);
    }

    private static Task<List<OutgoingMail>> AskedAsync(CoreTest t) => t.Db.Mail.AsNoTracking().Where(m => m.Template == "kom-deltagaren").ToListAsync(Ct);

    private static async Task<(bool? Came, DateTime? FollowedUpAt)> AnswerAsync(CoreTest t)
    {
        var question = await t.Db.FirstDayQuestions.AsNoTracking().SingleAsync(Ct);
        return (question.Came, question.FollowedUpAt);
    }
}
