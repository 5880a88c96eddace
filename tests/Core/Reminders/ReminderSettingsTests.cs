using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Core.Reminders;

/// <summary>What an administrator, a coordinator and a receiver may set. The clock begins on Monday 23 November 2026.</summary>
public class ReminderSettingsTests
{
    private const string Unanswered = "forfragan-obesvarad";
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_administrator_moves_a_step_from_a_day_on_and_what_has_been_sent_is_not_sent_again()
    {
        await using var t = await CoreTest.StartAsync();
        await RequestedAsync(t);
        await SetAsync(t, Limit.ReminderSecond, Monday.AddDays(4), "5");
        await WalkAsync(t, Monday.AddDays(14));
        Assert.Equal([Monday.AddDays(3), Monday.AddDays(7)], await DaysAsync(t));
    }

    [Fact]
    public async Task A_reminder_that_is_switched_off_is_silent_and_makes_up_for_nothing_when_it_is_on_again()
    {
        await using var t = await CoreTest.StartAsync();
        await RequestedAsync(t);
        await SetAsync(t, Limit.ReminderOn, Monday.AddDays(1), "0");
        await SetAsync(t, Limit.ReminderOn, Monday.AddDays(8), "1");
        await WalkAsync(t, Monday.AddDays(14));
        // The third working day passed while it was off; the seventh is the Wednesday of the week after.
        Assert.Equal([Monday.AddDays(9)], await DaysAsync(t));
    }

    [Fact]
    public async Task Somebody_who_wants_it_so_gets_one_letter_a_day_for_each_kind()
    {
        await using var t = await CoreTest.StartAsync();
        var (_, first) = await RequestedAsync(t);
        var (_, second) = await RequestedAsync(t);
        foreach (var userId in new[] { first, second })
            (await t.Db.Users.SingleAsync(u => u.Id == userId, Ct)).SetDigest(userId == first);
        await t.Db.Placements.ExecuteUpdateAsync(s => s.SetProperty(p => p.CoordinatorId, first), Ct);
        await t.Db.SaveChangesAsync(Ct);

        await WalkAsync(t, Monday.AddDays(14));
        var letter = Assert.Single(await t.Db.Mail.Where(m => m.Template == "paminnelser-samlade" && m.Subject.Contains("Förfrågan utan svar")).ToListAsync(Ct));
        Assert.StartsWith("2 ärenden", letter.Subject, StringComparison.Ordinal);
        Assert.Equal(2, letter.Text.Split("/placeringar/").Length - 1);
        Assert.Equal(2, await t.Db.Reminders.CountAsync(e => e.MailId == letter.Id, Ct));
        Assert.Empty(await t.Db.Mail.Where(m => m.Template == "forfragan-utan-svar").ToListAsync(Ct));
    }

    [Fact]
    public async Task A_coordinator_reminds_at_once_and_not_again_within_a_day()
    {
        await using var t = await CoreTest.StartAsync();
        var (id, _) = await RequestedAsync(t);
        t.Clock.SetStockholm(Monday, new TimeOnly(15, 0));
        await RemindAsync(t, id);
        t.Clock.SetStockholm(Monday.AddDays(1), new TimeOnly(14, 59));
        Assert.Equal(Rule.RemindedRecently, (await Assert.ThrowsAsync<RuleBreachException>(() => RemindAsync(t, id))).Rule);
        t.Clock.SetStockholm(Monday.AddDays(1), new TimeOnly(15, 1));
        await RemindAsync(t, id);

        var letters = await t.Db.Mail.Where(m => m.Template == "paminnelse-forfragan").ToListAsync(Ct);
        Assert.Equal(2, letters.Count);
        Assert.All(letters, m => Assert.Equal("kontakt@exempel.se", m.To));
        Assert.All(await t.Db.Reminders.Where(e => e.Step == ReminderEntry.Now).ToListAsync(Ct), e => Assert.NotNull(e.AskedBy));
    }

    [Fact]
    public async Task A_reminder_at_fault_fails_the_run_and_silences_no_other()
    {
        await using var t = await CoreTest.StartAsync();
        var (id, _) = await RequestedAsync(t);
        var placement = await t.Db.Placements.AsNoTracking().SingleAsync(p => p.Id == id, Ct);
        await t.AsAsync(Role.EmployerAdmin, employerId: placement.EmployerId);
        await t.Get<EmployerAnswerService>().AnswerAsync(id, true, null, Ct);
        // What the reminder about the union reads, which comes before those about the start.
        await t.Db.Database.ExecuteSqlRawAsync("ALTER TABLE WorkplaceChecks RENAME TO Elsewhere", Ct);

        t.Clock.SetStockholm(placement.From.AddDays(-7));
        var fault = await Assert.ThrowsAsync<AggregateException>(() => WalkAsync(t, t.Clock.Today()));
        Assert.Contains("«facket»", fault.Message, StringComparison.Ordinal);
        t.AsJob();
        Assert.Single(await t.Db.Reminders.Where(e => e.Reminder == "start-arbetsplats").ToListAsync(Ct));
    }

    [Fact]
    public async Task A_letter_that_waited_for_the_mail_server_is_not_sent_when_the_answer_has_come()
    {
        await using var t = await CoreTest.StartAsync();
        var (id, _) = await RequestedAsync(t);
        var (other, _) = await RequestedAsync(t);
        await WalkAsync(t, Monday.AddDays(3));
        var employer = (await t.Db.Placements.SingleAsync(p => p.Id == id, Ct)).EmployerId;
        await t.AsAsync(Role.EmployerAdmin, employerId: employer);
        await t.Get<EmployerAnswerService>().AnswerAsync(id, true, null, Ct);

        t.AsJob();
        await t.Get<JobExecutor>().ExecuteAsync(Schedules.Outbox, null, Ct);
        var letters = await t.Db.Mail.AsNoTracking().Where(m => m.Template == "paminnelse-forfragan").ToDictionaryAsync(m => m.CaseId!.Value, m => m.State, Ct);
        Assert.Equal(MailState.Stopped, letters[id]);
        Assert.Equal(MailState.Sent, letters[other]);
    }

    [Fact]
    public async Task Nobody_is_reminded_of_what_is_done_nor_across_grenar()
    {
        await using var t = await CoreTest.StartAsync();
        var (id, _) = await RequestedAsync(t);
        await t.AsAsync(Role.Coordinator, Verksamhetsgren.Skola);
        await Assert.ThrowsAsync<NotFoundException>(() => t.Get<ReminderService>().RemindNowAsync(id, Unanswered, Ct));
        t.AsJob();
        var employer = (await t.Db.Placements.SingleAsync(p => p.Id == id, Ct)).EmployerId;
        await t.AsAsync(Role.EmployerAdmin, employerId: employer);
        await t.Get<EmployerAnswerService>().AnswerAsync(id, true, null, Ct);
        Assert.Equal(Rule.NothingToRemindOf, (await Assert.ThrowsAsync<RuleBreachException>(() => RemindAsync(t, id))).Rule);
    }

    [Fact]
    public async Task A_reminder_whose_coordinator_has_left_goes_to_the_manager()
    {
        await using var t = await CoreTest.StartAsync();
        var (_, coordinator) = await RequestedAsync(t);
        var manager = await t.AsAsync(Role.UnitManager);
        (await t.Db.Users.SingleAsync(u => u.Id == coordinator, Ct)).Deactivate(t.Clock.UtcNow());
        await t.Db.SaveChangesAsync(Ct);
        var address = (await t.Db.Users.SingleAsync(u => u.Id == manager, Ct)).Email;
        await WalkAsync(t, Monday.AddDays(14));
        Assert.Equal(address, (await t.Db.Mail.SingleAsync(m => m.Template == "forfragan-utan-svar", Ct)).To);
    }

    [Fact]
    public async Task The_page_of_a_case_knows_what_has_come_what_will_and_why_not()
    {
        await using var t = await CoreTest.StartAsync();
        var (id, coordinator) = await RequestedAsync(t);
        await SetAsync(t, Limit.ReminderOn, Monday.AddDays(4), "0");
        await WalkAsync(t, Monday.AddDays(4));
        await t.AsAsync(Role.Coordinator);

        var came = Assert.Single(await t.Get<CaseReminders>().CameAsync(id, Ct), c => c.Reminder.Id == Unanswered);
        Assert.Equal((Monday.AddDays(3), MailState.Queued), (came.At.StockholmDate(), came.Mail));
        var ahead = await t.Get<CaseReminders>().AheadAsync(CaseKind.Placement, id, Ct);
        Assert.Contains(ahead.Coming, c => c.Reminder.Id == Unanswered && c.State == StepState.SwitchedOff);
        Assert.Contains(ahead.Coming, c => c.Reminder.Id == "forfragan-forfaller" && c.On == new DateOnly(2026, 12, 7) && c is { State: StepState.Planned, Receives: true });
        Assert.Equal([Unanswered], ahead.Now.Select(r => r.Id));
        Assert.NotEqual(Guid.Empty, coordinator);
    }

    private static async Task<(Guid Id, Guid Coordinator)> RequestedAsync(CoreTest t)
    {
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync());
        var coordinator = await t.AsAsync(Role.Coordinator);
        var participant = await t.Stage.ParticipantAsync();
        var service = t.Get<PlacementService>();
        var id = await service.ProposeAsync(
            new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = offer.From, To = offer.To }, Ct);
        await service.ParticipantAnsweredAsync(id, true, Ct);
        await service.ReleaseAsync(id, null, Ct);
        await service.RequestAsync(id, Ct);
        return (id, coordinator);
    }

    private static async Task SetAsync(CoreTest t, Limit limit, DateOnly from, string value)
    {
        await t.AsAsync(Role.Administrator);
        await t.Get<RulebookService>().SetAsync(new SetRule { Subject = ReminderRules.SubjectOf(Unanswered), Limit = limit, From = from, Value = value, Source = "Prov" }, Ct);
    }

    private static async Task RemindAsync(CoreTest t, Guid id)
    {
        await t.AsAsync(Role.Coordinator);
        t.NewScope();
        await t.Get<ReminderService>().RemindNowAsync(id, Unanswered, Ct);
    }

    private static async Task WalkAsync(CoreTest t, DateOnly last)
    {
        for (var day = t.Clock.Today(); day <= last; day = day.AddDays(1))
        {
            t.Clock.SetStockholm(day, new TimeOnly(6, 0));
            await using var scope = t.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Viewer>().BecomeJob();
            await ActivatorUtilities.CreateInstance<RemindersJob>(scope.ServiceProvider).RunAsync(new JobContext(Schedules.Reminders, "", t.Clock.Today(), null), Ct);
        }
        t.AsJob();
    }

    private static async Task<List<DateOnly>> DaysAsync(CoreTest t) =>
        [.. (await t.Db.Mail.AsNoTracking().Where(m => m.Template == "paminnelse-forfragan").OrderBy(m => m.CreatedAt).ToListAsync(Ct)).Select(m => m.CreatedAt.StockholmDate())];
}
