using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Tests.Common;
using EnVagUt.Tests.Core.Agreements;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Calendars;

public class StartFileTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_workplace_gets_the_first_day_and_when_it_is_called_off_the_same_day_to_take_away()
    {
        await using var s = await CalendarStage.BringAsync("AwaitingPaper");
        await RecordPaperAsync(s);
        await SendAsync(s.Test);
        var (_, settled) = Sent(s.Test, "start.ics");
        Assert.Equal((s.From.Day(), "CONFIRMED"), (settled.Value("DTSTART"), settled.Value("STATUS")));
        Assert.Equal("text/calendar; charset=utf-8; method=PUBLISH", s.Test.Mail.Sent.Last().Files[0].ContentType);

        await s.AsOwnerAsync();
        await s.Placements.CancelAsync(s.Id, NotHeldReason.Cancelled, Ct);
        await SendAsync(s.Test);
        var (letter, cancelled) = Sent(s.Test, "start-installd.ics");
        Assert.Equal("En start hos er är inställd", letter.Subject);
        Assert.Equal("text/calendar; charset=utf-8; method=CANCEL", letter.Files[0].ContentType);
        Assert.Equal((settled.Value("UID"), settled.Value("DTSTART"), "CANCELLED"), (cancelled.Value("UID"), cancelled.Value("DTSTART"), cancelled.Value("STATUS")));
        Assert.True(cancelled.Sequence() > settled.Sequence());
        // The calendar that the workplace subscribes to says the same of the same day.
        Assert.Equal(cancelled.Value("UID"), (await s.ReadAsync(s.Employer))["start"].Value("UID"));
    }

    [Fact]
    public async Task Other_times_before_the_start_are_told_as_the_same_day_with_a_higher_sequence()
    {
        await using var s = await CalendarStage.BringAsync("AwaitingPaper");
        await RecordPaperAsync(s);
        await s.AsOwnerAsync();
        await s.ReplanAsync(s.From.AddMonths(2));
        await s.AsOwnerAsync();
        await RecordPaperAsync(s);
        await SendAsync(s.Test);
        var days = s.Test.Mail.Sent.SelectMany(m => m.Files).Select(f => IcsText.Events(f.Bytes)["start"]).OrderBy(e => e.Sequence()).ToList();
        Assert.Equal([0, 1], days.Select(d => d.Sequence()));
        Assert.Single(days.Select(d => d.Value("UID")).Distinct());
    }

    [Fact]
    public async Task A_paper_corrected_is_not_told_twice_and_one_recorded_afterwards_not_at_all()
    {
        await using var s = await CalendarStage.BringAsync("AwaitingPaper");
        await RecordPaperAsync(s);
        await s.AsOwnerAsync();
        await RecordPaperAsync(s);
        Assert.Equal(1, await SettledLettersAsync(s.Test));

        await using var onTheDay = await CalendarStage.BringAsync("AwaitingPaper");
        onTheDay.Test.Clock.SetStockholm(onTheDay.From);
        await onTheDay.AsOwnerAsync();
        await RecordPaperAsync(onTheDay);
        Assert.Equal(1, await SettledLettersAsync(onTheDay.Test));

        await using var late = await CalendarStage.BringAsync("AwaitingPaper");
        late.Test.Clock.SetStockholm(late.From.AddDays(1));
        await late.AsOwnerAsync();
        await RecordPaperAsync(late);
        Assert.Equal(0, await SettledLettersAsync(late.Test));
    }

    [Fact]
    public async Task Where_no_first_day_was_sent_nothing_has_to_be_taken_away()
    {
        await using var s = await CalendarStage.BringAsync("AwaitingPaper");
        await SendAsync(s.Test);
        await RecordPaperAsync(s);
        await s.AsOwnerAsync();
        // Still in the outbox, and stopped there.
        await s.Placements.CancelAsync(s.Id, NotHeldReason.Cancelled, Ct);
        await SendAsync(s.Test);
        Assert.DoesNotContain(s.Test.Mail.Sent, m => m.Files.Count > 0);
        Assert.Equal(1, await s.Test.Db.Mail.CountAsync(m => m.Template == "plats-slapps", Ct));
    }

    [Fact]
    public async Task The_last_approval_of_an_agreement_sends_the_first_day_too()
    {
        await using var s = await AgreementStage.StartAsync();
        await s.ConcludeAsync();
        Assert.Equal(1, await SettledLettersAsync(s.Test));
    }

    private static Task RecordPaperAsync(CalendarStage s) => s.Placements.RecordPaperAsync(s.Id, new RecordPaper(s.Test.Clock.Today(), "Kim", null), Ct);

    private static Task<int> SettledLettersAsync(CoreTest t) => t.Db.Mail.CountAsync(m => m.Template == "plats-klar" && m.DocumentId != null, Ct);

    private static (MailToSend Letter, string[] Day) Sent(CoreTest t, string file)
    {
        var letter = Assert.Single(t.Mail.Sent, m => m.Files.Any(f => f.Name == file));
        return (letter, Assert.Single(IcsText.Events(letter.Files[0].Bytes)).Value);
    }

    private static async Task SendAsync(CoreTest t)
    {
        await t.Get<JobExecutor>().ExecuteAsync(Schedules.Outbox, null, Ct);
    }
}
