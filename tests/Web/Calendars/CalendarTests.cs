using System.Net;
using System.Text;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Calendars;

public sealed class CalendarTests(LoggingApp app) : IClassFixture<LoggingApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_address_is_made_on_the_account_page_shown_once_and_opens_without_signing_in()
    {
        using var client = await app.SignInAsAsync(Role.Coordinator);
        Assert.NotNull((await client.GetPageAsync("/konto")).QuerySelector("main a[href='/konto/kalender']"));
        var path = await MakeAsync(client);
        Assert.Null((await client.GetPageAsync("/konto/kalender")).QuerySelector("code"));

        using var visitor = app.Visitor();
        using var response = await visitor.GetAsync(path, Ct);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/calendar; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.True(response.Headers.CacheControl!.Private);
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Contains(app.Clock.Today().Written(), (await client.GetPageAsync("/konto/kalender")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_closed_or_unknown_address_is_not_found()
    {
        using var client = await app.SignInAsAsync(Role.EmployerReader, employerId: (await app.Stage.WorkplaceAsync()).EmployerId);
        var first = await MakeAsync(client);
        var second = await MakeAsync(client);
        using var visitor = app.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(visitor, first));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(visitor, second));

        using var closed = await client.PostFormAsync("/konto/kalender/stang");
        Assert.Equal("/konto/kalender", closed.Headers.Location!.ToString());
        Assert.Contains("Kalendern är stängd", (await client.GetPageAsync("/konto/kalender")).Body!.TextContent, StringComparison.Ordinal);
        foreach (var path in new[] { second, "/kalender/a.ics", "/kalender/.ics", "/kalender/***.ics", second[..^4], second + "/" })
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(visitor, path));
    }

    [Fact]
    public async Task A_role_without_days_is_told_so()
    {
        using var client = await app.SignInAsAsync(Role.Procurer);
        var page = await client.GetPageAsync("/konto/kalender");
        Assert.Contains("inga dagar", page.MainText(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form"));
    }

    [Fact]
    public async Task No_log_holds_the_secret_even_when_everything_is_logged()
    {
        using var client = await app.SignInAsAsync(Role.Coordinator);
        var path = await MakeAsync(client);
        var secret = path["/kalender/".Length..^".ics".Length];
        using var visitor = app.Visitor();
        app.Lines.Clear();
        foreach (var asked in new[] { path, path + "?a=" + secret, "/KALENDER/" + secret + ".ICS", path + "x", path[..^4], "/kalender/x/" + secret, "/kalender/%2e/" + secret })
            await StatusAsync(visitor, asked);
        // The test sees the lines that would hold it.
        Assert.Contains(app.Lines, l => l.Contains("Request starting", StringComparison.Ordinal) && l.Contains("/kalender/***.ics", StringComparison.Ordinal));
        Assert.Contains(app.Lines, l => l.StartsWith("scope", StringComparison.Ordinal) && l.Contains("/kalender/***", StringComparison.Ordinal));
        Expect.None(app.Lines.Where(l => l.Contains(secret, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_feed_and_the_files_of_letters_are_read_by_others_parsers_and_follow_a_day_to_its_end()
    {
        // More than 75 octets, with signs that mean something in the format, and a letter of two octets at the fold.
        var name = "Åkes & Öjas bageri, café; kök\\disk – ååååååååååååååååååååååååååååååååååååååå";
        var place = await app.AgreedAsync(name);
        var path = await MakeAsync(place.Client);
        using var visitor = app.Visitor();

        var feed = await FeedAsync(visitor, path);
        var start = feed.Events.Single(e => e.Uid.Contains("-start@", StringComparison.Ordinal));
        Assert.Equal(("En väg ut", null), (feed.Name, feed.Method));
        Assert.Equal(5, feed.Events.Count);
        Assert.Equal(($"{place.From:yyyy-MM-dd}", $"{place.From.AddDays(1):yyyy-MM-dd}", $"Start på plats: {name}", "CONFIRMED"), (start.Day, start.Until, start.Summary, start.Status));
        Assert.EndsWith($"/placeringar/{place.Id}", start.Url, StringComparison.Ordinal);

        await place.DoAsync(s => s.ReplanAsync(place.Id, new Replan(place.From, place.From.AddMonths(1), Core.Ground.Time.Cells.OfficeWeek, ReplanReason.StepDown), Ct, Answered.ToAll));
        var moved = await FeedAsync(visitor, path);
        foreach (var (before, after) in feed.Events.Join(moved.Events, e => e.Uid, e => e.Uid, (a, b) => (a, b)))
            Assert.True(after.Sequence > before.Sequence, $"{after.Uid}: {before.Sequence} became {after.Sequence}");
        Assert.Equal($"{place.From.AddMonths(1):yyyy-MM-dd}", moved.Events.Single(e => e.Uid.Contains("-slut@", StringComparison.Ordinal)).Day);

        await place.DoAsync(s => s.RecordPaperAsync(place.Id, new RecordPaper(app.Clock.Today(), "Kim", null), Ct));
        await app.LetterHasLeftAsync(place.Id, "plats-klar");
        await place.DoAsync(s => s.CancelAsync(place.Id, NotHeldReason.Cancelled, Ct));
        Assert.All((await FeedAsync(visitor, path)).Events, e => Assert.Equal("CANCELLED", e.Status));

        var (sent, cancelled) = (await AttachedAsync(place.Id, "plats-klar"), await AttachedAsync(place.Id, "plats-installd"));
        Assert.Equal(("PUBLISH", "CANCEL"), (sent.Method, cancelled.Method));
        var (day, gone) = (Assert.Single(sent.Events), Assert.Single(cancelled.Events));
        Assert.Equal((start.Uid, start.Day, "CONFIRMED"), (day.Uid, day.Day, day.Status));
        Assert.Equal((start.Uid, start.Day, "CANCELLED"), (gone.Uid, gone.Day, gone.Status));
        Assert.True(gone.Sequence > day.Sequence && day.Sequence > start.Sequence, $"{start.Sequence}, {day.Sequence}, {gone.Sequence}");
        Assert.StartsWith("mailto:", day.Organizer, StringComparison.Ordinal);
    }

    private static async Task<string> MakeAsync(HttpClient client)
    {
        using var made = await client.PostFormAsync("/konto/kalender");
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var page = await client.GetPageAsync(made.Headers.Location!.ToString());
        var address = page.QuerySelector("main code")!.TextContent;
        Assert.EndsWith(".ics", address, StringComparison.Ordinal);
        return new Uri(address).AbsolutePath;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path, Ct);
        return response.StatusCode;
    }

    private static async Task<ParsedCalendar> FeedAsync(HttpClient client, string path)
    {
        var bytes = await client.GetByteArrayAsync(path, Ct);
        Expect.None(Encoding.UTF8.GetString(bytes).Split("\r\n").Where(l => Encoding.UTF8.GetByteCount(l) > 75 || l.Contains('\n')));
        return await CalendarParser.ReadAsync(bytes);
    }

    private async Task<ParsedCalendar> AttachedAsync(Guid id, string template) => await CalendarParser.ReadAsync(await app.ReadAsync(db =>
        db.Mail.Where(m => m.CaseId == id && m.Template == template).Join(db.FrozenDocuments, m => m.DocumentId, d => d.Id, (m, d) => d.Bytes).SingleAsync(Ct)));
}
