using System.Net;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Admin;

public sealed class MailPagesTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task A_dead_letter_says_why_and_is_sent_again()
    {
        var id = await WriteAsync("död", "Hej", MailState.Dead);
        using var admin = await app.SignInAsAsync(Role.Administrator);
        var page = await admin.GetPageAsync($"/admin/brev/{id}");
        Assert.Contains("550 finns inte", page.MainText(), StringComparison.Ordinal);

        using var posted = await admin.PostFormAsync($"/admin/brev/{id}", button: "Skicka igen");
        Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);
        var mail = await app.ReadAsync(db => db.Mail.SingleAsync(m => m.Id == id));
        Assert.Equal((MailState.Queued, 0), (mail.State, mail.Attempts));

        using var again = await admin.PostFormAsync(page, $"/admin/brev/{id}", button: "Skicka igen");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
    }

    [Fact]
    public async Task Dead_letters_are_chosen_in_the_list_and_sent_again_together()
    {
        await using var own = new PortalApp();
        var (a, b, c) = (await WriteAsync(own, "a", MailState.Dead), await WriteAsync(own, "b", MailState.Dead), await WriteAsync(own, "c", MailState.Dead));
        await WriteAsync(own, "d", MailState.Sent);
        using var admin = await own.SignInAsAsync(Role.Administrator);
        Assert.Contains("3 brev gick inte att skicka", (await admin.GetPageAsync("/admin/brev")).MainText(), StringComparison.Ordinal);
        var page = await admin.GetPageAsync("/admin/brev?State=Dead");
        Assert.Equal(3, page.QuerySelectorAll("input[name=Chosen]").Length);

        using var none = await admin.PostFormAsync(page, "/admin/brev?State=Dead", button: "Skicka igen");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        Assert.Contains("Kryssa för minst ett brev", (await none.DocumentAsync()).MainText(), StringComparison.Ordinal);

        using var posted = await admin.PostFormAsync(page, "/admin/brev?State=Dead", [new("Chosen", $"{a}"), new("Chosen", $"{c}")], "Skicka igen");
        Assert.Equal((HttpStatusCode.Redirect, "/admin/brev?State=Dead"), (posted.StatusCode, posted.Headers.Location?.OriginalString));
        var after = (await admin.GetPageAsync("/admin/brev?State=Dead")).MainText();
        Assert.Contains("2 brev skickas igen inom en minut", after, StringComparison.Ordinal);
        Assert.Contains("1 brev gick inte att skicka", after, StringComparison.Ordinal);
        Assert.Equal([b], await own.ReadAsync(db => db.Mail.Where(m => m.State == MailState.Dead).Select(m => m.Id).ToListAsync()));
    }

    [Fact]
    public async Task A_key_in_a_link_is_not_shown_to_anybody()
    {
        var id = await WriteAsync("nyckel", "Byt här: https://portalen.se/konto/nytt-losenord?nyckel=hemlig123 i dag.", MailState.Queued);
        using var admin = await app.SignInAsAsync(Role.Administrator);
        var text = (await admin.GetPageAsync($"/admin/brev/{id}")).MainText();
        Assert.Contains("https://portalen.se/konto/nytt-losenord?… i dag.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hemlig123", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_are_listed_by_state_newest_first_page_by_page()
    {
        for (var i = 1; i <= 30; i++)
        {
            await WriteAsync($"stoppat-{i}", "x", MailState.Stopped, $"Stoppat brev {i}");
            app.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        await WriteAsync("skickat", "x", MailState.Sent, "Skickat brev");
        using var admin = await app.SignInAsAsync(Role.Administrator);

        var first = await admin.GetPageAsync("/admin/brev?State=Stopped");
        Assert.Equal(Enumerable.Range(6, 25).Reverse().Select(i => $"Stoppat brev {i}"), Subjects(first));
        var next = first.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        var second = await admin.GetPageAsync("/admin/brev" + next);
        Assert.Equal(Enumerable.Range(1, 5).Reverse().Select(i => $"Stoppat brev {i}"), Subjects(second));
    }

    private static IEnumerable<string> Subjects(AngleSharp.Html.Dom.IHtmlDocument page) =>
        page.QuerySelectorAll("table tbody th").Select(e => e.TextContent.Trim());

    private Task<Guid> WriteAsync(string key, string text, MailState state, string subject = "Hej") => WriteAsync(app, key, state, text, subject);

    private static Task<Guid> WriteAsync(PortalApp app, string key, MailState state, string text = "x", string subject = "Hej") => app.ReadAsync(async db =>
    {
        var mail = new OutgoingMail(key, "prov", "anna@exempel.se", subject, text, "<p>x</p>", app.Clock.GetUtcNow().UtcDateTime);
        db.Mail.Add(mail);
        await db.SaveChangesAsync();
        await db.Mail.Where(m => m.Id == mail.Id).ExecuteUpdateAsync(s => s
            .SetProperty(m => m.State, state).SetProperty(m => m.Attempts, 3)
            .SetProperty(m => m.LastError, state == MailState.Dead ? "550 finns inte" : null));
        return mail.Id;
    });
}
