using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Days;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Core.Reminders;

/// <summary>The reminders of a placement, day by day. The clock begins on Monday 23 November 2026.</summary>
public class PlacementReminderTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unanswered_request_is_reminded_of_after_3_and_7_working_days_and_goes_to_the_coordinator_after_10()
    {
        await using var t = await CoreTest.StartAsync();
        var (_, id, coordinator) = await RequestedAsync(t);

        await WalkAsync(t, Monday.AddDays(21));

        Assert.Equal(
            [(new DateOnly(2026, 11, 26), "kontakt@exempel.se"), (new DateOnly(2026, 12, 2), "kontakt@exempel.se"), (new DateOnly(2026, 12, 7), coordinator)],
            await LettersAsync(t, "forfragan"));
        Assert.All(await EntriesAsync(t, "forfragan"), e => Assert.Equal((id, Monday), (e.CaseId, e.Day)));
    }

    [Fact]
    public async Task An_answered_request_is_left_in_peace()
    {
        await using var t = await CoreTest.StartAsync();
        var (offer, id, _) = await RequestedAsync(t);
        await AnswerAsync(t, offer, id);

        await WalkAsync(t, Monday.AddDays(14));

        Assert.Empty(await EntriesAsync(t, "forfragan"));
    }

    [Fact]
    public async Task While_the_workplace_is_closed_the_days_to_answer_in_do_not_count()
    {
        await using var t = await CoreTest.StartAsync();
        await RequestedAsync(t, closedWeeks: new ClosedWeeks(48, 48));
        await WalkAsync(t, new DateOnly(2026, 12, 1));
        Assert.Empty(await EntriesAsync(t, "forfragan"));

        await WalkAsync(t, new DateOnly(2026, 12, 2));
        Assert.Equal([(new DateOnly(2026, 12, 2), "kontakt@exempel.se")], await LettersAsync(t, "forfragan-obesvarad"));
    }

    [Theory, InlineData(null, 1), InlineData("Sam Handledare", 0)]
    public async Task Without_a_handledare_the_coordinator_is_told_a_week_before_the_start(string? supervisor, int letters)
    {
        await using var t = await CoreTest.StartAsync();
        var (offer, id, coordinator) = await RequestedAsync(t, supervisor: supervisor);
        await AnswerAsync(t, offer, id);
        await WalkAsync(t, offer.From);
        Assert.Equal(Enumerable.Repeat((offer.From.AddDays(-7), coordinator), letters), await LettersAsync(t, "fore-start"));
    }

    [Fact]
    public async Task Both_are_told_before_the_start_and_before_the_end()
    {
        await using var t = await CoreTest.StartAsync();
        var (offer, id, _) = await RequestedAsync(t, email: "deltagare@exempel.se");
        await AnswerAsync(t, offer, id);
        await WalkAsync(t, offer.From);

        DateOnly[] before = [offer.From.AddDays(-7), offer.From.AddDays(-1)];
        // The day before a Monday is a Sunday: the workplace reads on Friday, the person whenever it is.
        Assert.Equal([(before[0], "kontakt@exempel.se"), (before[1].AddDays(-2), "kontakt@exempel.se")], await LettersAsync(t, "start-arbetsplats"));
        Assert.Equal(before.Select(d => (d, "deltagare@exempel.se")), await LettersAsync(t, "start-deltagare"));

        await StartAsync(t, offer, id);
        t.Clock.SetStockholm(offer.To!.Value.AddWorkingDays(-16), new TimeOnly(6, 0));
        await WalkAsync(t, offer.To.Value);
        DateOnly[] towards = [offer.To.Value.AddWorkingDays(-15), offer.To.Value.AddWorkingDays(-5)];
        Assert.Equal(towards.Select(d => (d, "kontakt@exempel.se")), await LettersAsync(t, "slut-arbetsplats"));
        Assert.Equal(towards.Select(d => (d, "deltagare@exempel.se")), await LettersAsync(t, "slut-deltagare"));
    }

    [Fact]
    public async Task A_participant_without_address_becomes_a_row_for_the_telephone()
    {
        await using var t = await CoreTest.StartAsync();
        var (offer, id, _) = await RequestedAsync(t);
        await AnswerAsync(t, offer, id);
        await WalkAsync(t, offer.From.AddDays(-7));

        var entry = await t.Db.Reminders.SingleAsync(e => e.Reminder == "start-deltagare", Ct);
        var letter = await t.Db.Mail.SingleAsync(m => m.Id == entry.MailId, Ct);
        Assert.Equal((WhyNoLetter.NoEmail, MailState.NoAddress, ""), (entry.WhyNot, letter.State, letter.To));
    }

    [Theory]
    [InlineData(ByHandReason.NoEid, WhyNoLetter.NoEid)]
    [InlineData(ByHandReason.Language, WhyNoLetter.Language)]
    [InlineData(ByHandReason.Other, WhyNoLetter.Other)]
    public async Task A_person_who_is_to_be_called_gets_no_mail_though_there_is_an_address(ByHandReason because, WhyNoLetter why)
    {
        await using var t = await CoreTest.StartAsync();
        var (offer, id, _) = await RequestedAsync(t, email: "deltagare@exempel.se");
        await AnswerAsync(t, offer, id);
        t.AsJob();
        await t.Db.Participants.ExecuteUpdateAsync(s => s.SetProperty(p => p.ByHand, because), Ct);
        await WalkAsync(t, offer.From.AddDays(-7));

        var entry = await t.Db.Reminders.SingleAsync(e => e.Reminder == "start-deltagare", Ct);
        Assert.Equal((why, MailState.NoAddress), (entry.WhyNot, await t.Db.Mail.Where(m => m.Id == entry.MailId).Select(m => m.State).SingleAsync(Ct)));
        Assert.DoesNotContain(await t.Db.Mail.ToListAsync(Ct), m => m.To == "deltagare@exempel.se");
        Assert.Contains((await t.Get<CaseReminders>().AheadAsync(CaseKind.Placement, id, Ct)).Coming, c => c.Reminder.Id == "start-deltagare" && !c.Receives);
    }

    [Fact]
    public async Task A_person_with_protected_identity_gets_no_mail()
    {
        await using var t = await CoreTest.StartAsync();
        var (offer, id, _) = await RequestedAsync(t, email: "deltagare@exempel.se");
        await AnswerAsync(t, offer, id);
        t.AsJob();
        await t.Db.Participants.ExecuteUpdateAsync(s => s.SetProperty(p => p.IsProtected, true), Ct);
        await WalkAsync(t, offer.From.AddDays(-7));

        Assert.Equal(WhyNoLetter.ProtectedIdentity, (await t.Db.Reminders.SingleAsync(e => e.Reminder == "start-deltagare", Ct)).WhyNot);
        Assert.DoesNotContain(await t.Db.Mail.ToListAsync(Ct), m => m.To == "deltagare@exempel.se");
    }

    [Fact]
    public async Task An_end_without_outcome_goes_to_the_coordinator_after_5_and_to_the_manager_after_15_working_days()
    {
        await using var t = await CoreTest.StartAsync();
        var (offer, id, coordinator) = await RequestedAsync(t);
        var manager = await EmailAsync(t, await t.AsAsync(Role.UnitManager));
        await AnswerAsync(t, offer, id);
        t.Clock.SetStockholm(offer.From);
        await StartAsync(t, offer, id);
        var ended = offer.From.AddDays(30);
        t.Clock.SetStockholm(ended);
        await t.AsAsync(Role.Coordinator);
        await t.Get<PlacementService>().EndAsync(id, new EndPlacement(ended, ExitReason.Work, InterruptedBy.Nobody), Ct);

        await WalkAsync(t, ended.AddWorkingDays(15));
        Assert.Equal([(ended.AddWorkingDays(5), coordinator)], await LettersAsync(t, "resultat-saknas/"));
        Assert.Equal([(ended.AddWorkingDays(15), manager)], await LettersAsync(t, "resultat-saknas-chef/"));
    }

    [Fact]
    public async Task An_end_with_outcome_needs_no_reminder()
    {
        await using var t = await CoreTest.StartAsync();
        var (offer, id, _) = await RequestedAsync(t);
        await AnswerAsync(t, offer, id);
        t.Clock.SetStockholm(offer.From);
        await StartAsync(t, offer, id);
        await t.AsAsync(Role.Coordinator);
        await t.Get<PlacementService>().EndAsync(id, new EndPlacement(offer.From, ExitReason.Work, InterruptedBy.Nobody), Ct);
        await t.Get<PlacementService>().RecordOutcomeAsync(id, Outcome.Work, offer.From, Ct);
        await WalkAsync(t, offer.From.AddDays(40));
        Assert.Empty(await LettersAsync(t, "resultat-saknas"));
    }

    [Fact]
    public async Task A_last_day_that_passed_without_an_end_is_reminded_of_too()
    {
        await using var t = await CoreTest.StartAsync();
        var (offer, id, coordinator) = await RequestedAsync(t);
        await AnswerAsync(t, offer, id);
        t.Clock.SetStockholm(offer.From);
        await StartAsync(t, offer, id);
        t.Clock.SetStockholm(offer.To!.Value.AddWorkingDays(5));
        await RunAsync(t);
        Assert.Equal([(offer.To.Value.AddWorkingDays(5), coordinator)], await LettersAsync(t, "resultat-saknas/"));
    }

    [Fact]
    public async Task After_a_long_stop_only_the_last_step_makes_a_letter()
    {
        await using var t = await CoreTest.StartAsync();
        await RequestedAsync(t);
        t.Clock.SetStockholm(Monday.AddDays(30));
        await RunAsync(t);
        await RunAsync(t);

        Assert.Single(await LettersAsync(t, "forfragan-obesvarad"));
        var entries = await t.Db.Reminders.Where(e => e.Reminder == "forfragan-obesvarad").ToListAsync(Ct);
        Assert.Equal([("1", WhyNoLetter.Superseded), ("2", null)],
            entries.OrderBy(e => e.Step, StringComparer.Ordinal).Select(e => (e.Step, e.WhyNot)));
    }

    [Fact]
    public async Task A_placement_that_came_to_nothing_stops_its_letters_in_the_same_save()
    {
        await using var t = await CoreTest.StartAsync();
        var (_, id, _) = await RequestedAsync(t);
        t.Clock.SetStockholm(new DateOnly(2026, 11, 26));
        await RunAsync(t);
        await t.AsAsync(Role.Coordinator);
        await t.Get<PlacementService>().VoidAsync(id, Ct);
        Assert.All(await t.Db.Mail.AsNoTracking().Where(m => m.CaseId == id).ToListAsync(Ct), m => Assert.Equal(MailState.Stopped, m.State));
    }

    [Fact]
    public async Task Letters_name_neither_person_nor_form_and_link_only_into_the_portal()
    {
        await using var t = await CoreTest.StartAsync();
        var (offer, id, _) = await RequestedAsync(t, email: "deltagare@exempel.se");
        await WalkAsync(t, Monday.AddDays(8));
        await AnswerAsync(t, offer, id);
        await WalkAsync(t, offer.From);
        var letters = await t.Db.Mail.Where(m => m.Key.StartsWith("paminnelse/")).ToListAsync(Ct);

        Assert.True(letters.Select(m => m.Template).Distinct().Count() >= 3);
        foreach (var text in letters.Select(m => m.Subject + m.Text))
        {
            Assert.DoesNotContain("Robin", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Provperson", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("praktik", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("token", text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Two_servers_in_the_same_minute_write_each_reminder_once()
    {
        await using var t = await CoreTest.StartInFileAsync();
        for (var i = 0; i < 5; i++)
            await RequestedAsync(t);
        t.Clock.SetStockholm(new DateOnly(2026, 11, 26));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => RunUncheckedAsync(t))));

        t.AsJob();
        Assert.Equal(5, (await EntriesAsync(t, "forfragan-obesvarad")).Count);
        Assert.Equal(5, (await LettersAsync(t, "forfragan-obesvarad")).Count);
    }

    private static async Task<(Offer Offer, Guid Id, string Coordinator)> RequestedAsync(
        CoreTest t, string? email = null, ClosedWeeks? closedWeeks = null, string? supervisor = "Sam Handledare")
    {
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync(closedWeeks: closedWeeks, supervisor: supervisor));
        var coordinator = await t.AsAsync(Role.Coordinator);
        var participant = await t.Stage.ParticipantAsync(email: email);
        var service = t.Get<PlacementService>();
        var id = await service.ProposeAsync(
            new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = offer.From, To = offer.To }, Ct);
        await service.ParticipantAnsweredAsync(id, true, Ct);
        await service.ReleaseAsync(id, null, Ct);
        await service.RequestAsync(id, Ct);
        return (offer, id, await EmailAsync(t, coordinator));
    }

    private static async Task AnswerAsync(CoreTest t, Offer offer, Guid id)
    {
        await t.AsAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        await t.Get<EmployerAnswerService>().AnswerAsync(id, true, null, Ct);
    }

    private static async Task StartAsync(CoreTest t, Offer offer, Guid id)
    {
        await t.AsAsync(Role.Coordinator);
        await t.Get<PlacementService>().RecordPaperAsync(id, new RecordPaper(t.Clock.Today(), "Kim Konsulent", null), Ct);
        await t.Get<PlacementService>().StartAsync(id, offer.From, Ct, Answered.ToAll);
    }

    /// <summary>Runs the job at six every morning from the clock's day to a day, both included.</summary>
    private static async Task WalkAsync(CoreTest t, DateOnly last)
    {
        for (var day = t.Clock.Today(); day <= last; day = day.AddDays(1))
        {
            t.Clock.SetStockholm(day, new TimeOnly(6, 0));
            await RunAsync(t);
        }
        t.AsJob();
    }

    private static async Task RunAsync(CoreTest t)
    {
        await RunUncheckedAsync(t);
        t.AsJob();
    }

    private static async Task RunUncheckedAsync(CoreTest t)
    {
        await using var scope = t.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Viewer>().BecomeJob();
        var job = ActivatorUtilities.CreateInstance<RemindersJob>(scope.ServiceProvider);
        await job.RunAsync(new JobContext(Schedules.Reminders, "", t.Clock.Today(), null), Ct);
    }

    private static async Task<List<(DateOnly Day, string To)>> LettersAsync(CoreTest t, string reminder) =>
        (await t.Db.Mail.AsNoTracking().Where(m => m.Key.StartsWith("paminnelse/" + reminder)).OrderBy(m => m.CreatedAt).ToListAsync(Ct))
        .Select(m => (m.CreatedAt.StockholmDate(), m.To)).ToList();

    private static Task<List<ReminderEntry>> EntriesAsync(CoreTest t, string reminder) =>
        t.Db.Reminders.AsNoTracking().Where(e => e.Reminder.StartsWith(reminder)).ToListAsync(Ct);

    private static async Task<string> EmailAsync(CoreTest t, Guid userId) => (await t.Db.Users.SingleAsync(u => u.Id == userId, Ct)).Email!;
}
