using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Desk.Questions;

public sealed class QuestionService(AppDb db, Viewer viewer, TimeProvider clock, Letters letters, LetterLimits limits, PortalAddress portal, Municipality municipality)
{
    /// <summary>Those who see questions and answer them.</summary>
    public static readonly Role[] Answerers = [Role.Coordinator, Role.BusinessContact, Role.UnitManager, Role.Administrator];

    private const string Receipt = "fraga-mottagen";
    private const int QuotedAtMost = 120;

    /// <summary>
    /// Anybody asks: a receipt to the asker and a notice to AME's inbox go in the same save. An address that has had many
    /// receipts today gets no more of them: somebody else may have typed it.
    /// </summary>
    public async Task<Guid> AskAsync(QuestionInput input, CancellationToken ct)
    {
        var question = Question.Ask(input, viewer.Stamp(clock));
        db.Questions.Add(question);
        // The receipt repeats nothing of what was typed: the form is open, and must not carry strangers' words to others.
        if (!await limits.IsReachedAsync(Receipt, question.Email, ct))
            letters.Write(Receipt, $"{Receipt}/{question.Id}", question.Email, clock.UtcNow(), new Dictionary<string, string>
            {
                ["senast"] = Question.DueDay(question.AskedAt).Written(),
                ["enhet"] = municipality.AmeName,
                ["kommun"] = municipality.Name,
            }, question.Id);
        if (municipality.AmeEmail.Length > 0)
            letters.Write("fraga-till-ame", $"fraga-till-ame/{question.Id}", municipality.AmeEmail, clock.UtcNow(), new Dictionary<string, string>
            {
                ["senast"] = Question.DueDay(question.AskedAt).Written(),
                ["lank"] = portal.Link($"/fragor/{question.Id}"),
            }, question.Id);
        await db.SaveChangesAsync(ct);
        return question.Id;
    }

    /// <summary>Answers by mail, once.</summary>
    public async Task AnswerAsync(Guid id, AnswerInput input, CancellationToken ct)
    {
        if (!viewer.IsAny(Answerers))
            throw new NotFoundException(nameof(Question));
        var question = await db.Questions.SingleOrDefaultAsync(q => q.Id == id, ct) ?? throw new NotFoundException(nameof(Question));
        question.Answer(input.Answer, viewer.Stamp(clock));
        letters.Write("fraga-svar", $"fraga-svar/{question.Id}", question.Email, clock.UtcNow(), new Dictionary<string, string>
        {
            ["svar"] = question.AnswerText!,
            ["fraga"] = FirstLine(question.Text),
            ["enhet"] = municipality.AmeName,
            ["kommun"] = municipality.Name,
        }, question.Id);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || db.Dialect.IsUniqueBreach(e))
        {
            // A colleague answered between our read and our save: the version token, or the letter's key, refused the second.
            throw new RuleBreachException(Rule.AlreadyAnswered);
        }
    }

    // The asker knows it again; the rest of what was typed is not sent by mail.
    private static string FirstLine(string question)
    {
        var lines = question.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines switch
        {
            [] => "",
            [var only] when only.Length <= QuotedAtMost => only,
            [var first, ..] => (first.Length > QuotedAtMost ? first[..QuotedAtMost].TrimEnd() : first) + " …",
        };
    }
}
