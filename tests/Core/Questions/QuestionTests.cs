using EnVagUt.Core.Desk.Questions;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Days;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Core.Questions;

public class QuestionTests
{
    private static readonly QuestionInput Input = new()
    {
        Text = " Kan vi ta emot två samtidigt? ",
        Email = "butiken@exempel.se",
        Organisation = "Butiken i Lindköping",
    };

    private static Task<CoreTest> StartAsync() =>
        CoreTest.StartAsync(s => s.AddSingleton(new Municipality { Name = "Lindköpings kommun", AmeEmail = "ame@exempel.se" }));

    [Fact]
    public async Task A_question_sends_a_receipt_and_a_notice_in_the_same_save()
    {
        await using var t = await StartAsync();
        t.AsVisitor();
        var id = await t.Get<QuestionService>().AskAsync(Input, default);

        t.NewScope();
        var question = await t.Db.Questions.SingleAsync();
        Assert.Equal(id, question.Id);
        Assert.Equal("Kan vi ta emot två samtidigt?", question.Text);
        Assert.Equal(QuestionStatus.Unanswered, question.Status);
        var letters = await t.Db.Mail.OrderBy(m => m.Template).ToListAsync();
        Assert.Equal([("fraga-mottagen", "butiken@exempel.se"), ("fraga-till-ame", "ame@exempel.se")], letters.Select(m => (m.Template, m.To)));
        Assert.All(letters, m => Assert.Equal(id, m.CaseId));
        Assert.Contains("25 november 2026", letters[0].Text, StringComparison.Ordinal);
        Assert.Contains($"/fragor/{id}", letters[1].Text, StringComparison.Ordinal);
        Assert.Equal("Asked", (await t.Db.History.SingleAsync(h => h.SubjectId == id)).Verb);
    }

    [Fact]
    public async Task The_receipt_and_the_notice_repeat_nothing_of_what_was_typed()
    {
        await using var t = await StartAsync();
        await t.Get<QuestionService>().AskAsync(Input with { Name = "Zlatana" }, default);

        var letters = await t.Db.Mail.ToListAsync();
        Assert.All(letters, m => Assert.DoesNotContain("två samtidigt", m.Text + m.Subject, StringComparison.Ordinal));
        Assert.All(letters, m => Assert.DoesNotContain("Zlatana", m.Text + m.Subject, StringComparison.Ordinal));
        Assert.All(letters, m => Assert.DoesNotContain("Butiken", m.Text + m.Subject, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Kan vi ta emot två?", "Kan vi ta emot två?", null)]
    [InlineData("Kan vi ta emot två?\nVår kollega Zlatana har varit sjuk.", "Kan vi ta emot två? …", "Zlatana")]
    public async Task The_answer_repeats_no_more_than_the_first_line_of_the_question(string text, string quoted, string? left)
    {
        await using var t = await StartAsync();
        t.AsVisitor();
        var id = await t.Get<QuestionService>().AskAsync(Input with { Text = text }, default);
        await t.AsAsync(Role.Coordinator);
        await t.Get<QuestionService>().AnswerAsync(id, new AnswerInput { Answer = "Ja, gärna." }, default);
        var letter = await t.Db.Mail.SingleAsync(m => m.Template == "fraga-svar");
        Assert.Contains(quoted, letter.Text, StringComparison.Ordinal);
        Assert.All(left is null ? [] : new[] { left }, word => Assert.DoesNotContain(word, letter.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_an_inbox_only_the_receipt_is_written()
    {
        await using var t = await CoreTest.StartAsync();
        await t.Get<QuestionService>().AskAsync(Input, default);
        Assert.Equal("fraga-mottagen", (await t.Db.Mail.SingleAsync()).Template);
    }

    [Theory]
    [InlineData("", "x@exempel.se", "Text")]
    [InlineData("Hej?", " ", "Email")]
    public async Task A_question_needs_a_text_and_an_address(string text, string email, string field)
    {
        await using var t = await StartAsync();
        var breach = await Assert.ThrowsAsync<RuleBreachException>(() =>
            t.Get<QuestionService>().AskAsync(new() { Text = text, Email = email }, default));
        Assert.Equal((Rule.Required, field), (breach.Rule, breach.Field));
        Assert.Equal(0, await t.Db.Mail.CountAsync());
    }

    [Theory]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.BusinessContact)]
    [InlineData(Role.UnitManager)]
    [InlineData(Role.Administrator)]
    public async Task Staff_answer_by_mail_and_the_answer_says_who(Role role)
    {
        await using var t = await StartAsync();
        var id = await t.Get<QuestionService>().AskAsync(Input, default);
        var user = await t.AsAsync(role);
        t.Clock.AdvanceDays(1);
        await t.Get<QuestionService>().AnswerAsync(id, new() { Answer = "Ja, det går bra." }, default);

        t.NewScope();
        var question = await t.Db.Questions.SingleAsync();
        Assert.Equal((QuestionStatus.Answered, user, t.Clock.UtcNow()), (question.Status, question.AnsweredById, question.AnsweredAt));
        var letter = await t.Db.Mail.SingleAsync(m => m.Template == "fraga-svar");
        Assert.Equal("butiken@exempel.se", letter.To);
        Assert.Contains("Ja, det går bra.", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Kan vi ta emot två samtidigt?", letter.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.EmployerAdmin)]
    [InlineData(Role.Referrer)]
    [InlineData(Role.Consultant)]
    public async Task Others_have_no_question_to_answer(Role role)
    {
        await using var t = await StartAsync();
        var id = await t.Get<QuestionService>().AskAsync(Input, default);
        await t.AsAsync(role);
        await Assert.ThrowsAsync<NotFoundException>(() => t.Get<QuestionService>().AnswerAsync(id, new() { Answer = "Nej." }, default));
    }

    [Fact]
    public async Task A_question_is_answered_once()
    {
        await using var t = await StartAsync();
        var id = await t.Get<QuestionService>().AskAsync(Input, default);
        await t.AsAsync(Role.Coordinator);
        await t.Get<QuestionService>().AnswerAsync(id, new() { Answer = "Ja." }, default);

        t.NewScope();
        var breach = await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<QuestionService>().AnswerAsync(id, new() { Answer = "Nej." }, default));
        Assert.Equal(Rule.AlreadyAnswered, breach.Rule);
        Assert.Equal(1, await t.Db.Mail.CountAsync(m => m.Template == "fraga-svar"));
    }

    [Fact]
    public async Task Of_two_who_answer_at_the_same_time_one_is_told_so()
    {
        await using var t = await CoreTest.StartInFileAsync();
        var id = await t.Get<QuestionService>().AskAsync(Input, default);
        await t.AsAsync(Role.Coordinator);
        var slow = t.Get<QuestionService>();
        _ = await t.Db.Questions.SingleAsync(); // the slow one has read the question
        t.NewScope();
        await t.Get<QuestionService>().AnswerAsync(id, new() { Answer = "Ja." }, default);

        var breach = await Assert.ThrowsAsync<RuleBreachException>(() => slow.AnswerAsync(id, new() { Answer = "Nej." }, default));
        Assert.Equal(Rule.AlreadyAnswered, breach.Rule);
    }

    [Fact]
    public async Task The_unanswered_come_first_and_the_oldest_of_them()
    {
        await using var t = await StartAsync();
        var ids = new List<Guid>();
        for (var i = 0; i < 4; i++)
        {
            ids.Add(await t.Get<QuestionService>().AskAsync(Input, default));
            t.Clock.AdvanceDays(1);
        }
        await t.AsAsync(Role.Coordinator);
        await t.Get<QuestionService>().AnswerAsync(ids[0], new() { Answer = "Ja." }, default);
        t.Clock.AdvanceDays(1);
        await t.Get<QuestionService>().AnswerAsync(ids[2], new() { Answer = "Ja." }, default);

        Assert.Equal([ids[1], ids[3], ids[2], ids[0]], await t.Db.Questions.OrderBy(q => q.SortKey).Select(q => q.Id).ToListAsync());
    }

    [Fact]
    public void The_promise_is_counted_in_working_days()
    {
        var friday = new DateTime(2026, 12, 18, 15, 0, 0, DateTimeKind.Utc);
        Assert.Equal(new DateOnly(2026, 12, 22), Question.DueDay(friday));
        Assert.Equal(new DateOnly(2026, 12, 29), Question.DueDay(friday.AddDays(5)));
        Assert.Equal(1, new DateOnly(2026, 12, 21).WorkingDaysSince(new DateOnly(2026, 12, 18)));
        Assert.Equal(0, new DateOnly(2026, 12, 18).WorkingDaysSince(new DateOnly(2026, 12, 18)));
    }

    [Fact]
    public async Task What_strangers_type_is_text_in_the_letter_and_only_the_answers_addresses_are_links()
    {
        await using var t = await StartAsync();
        var id = await t.Get<QuestionService>().AskAsync(Input with { Text = "http://a.se <b>fet</b> [lura](http://ond.se) *x*" }, default);
        await t.AsAsync(Role.Coordinator);
        await t.Get<QuestionService>().AnswerAsync(id, new() { Answer = "Läs på https://www.av.se/arbets-miljo." }, default);

        var html = (await t.Db.Mail.SingleAsync(m => m.Template == "fraga-svar")).Html;
        Assert.Contains("&lt;b&gt;fet&lt;/b&gt; [lura](", html, StringComparison.Ordinal);
        Assert.Contains("*x*", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://www.av.se/arbets-miljo\">", html, StringComparison.Ordinal);
        Assert.Equal(2, html.Split("<a ").Length);
    }
}
