using System.ComponentModel.DataAnnotations;
using System.Globalization;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Days;

namespace EnVagUt.Core.Desk.Questions;

public enum QuestionStatus
{
    [Display(Name = "Obesvarad")] Unanswered,
    [Display(Name = "Besvarad")] Answered,
}

/// <summary>A question that anybody may send to AME, and its answer.</summary>
public sealed class Question : Root
{
    public const int LongestText = 2000;
    public const int LongestAnswer = 8000;

    /// <summary>A question from an employer is answered within two working days (docs/vardag.md, Promises).</summary>
    public const int PromisedWorkingDays = 2;

    private Question() { }

    public static Question Ask(QuestionInput input, Stamp stamp)
    {
        RuleBreachException.When(string.IsNullOrWhiteSpace(input.Email), Rule.Required, nameof(input.Email));
        RuleBreachException.When(string.IsNullOrWhiteSpace(input.Text), Rule.Required, nameof(input.Text));
        var question = new Question
        {
            Name = Trimmed(input.Name),
            Email = input.Email!.Trim(),
            Phone = Trimmed(input.Phone),
            Organisation = Trimmed(input.Organisation),
            Text = input.Text!.Trim(),
            AskedAt = stamp.At,
        };
        question.Sort();
        question.Changed(stamp, "Asked");
        return question;
    }

    public string? Name { get; private set; }
    public string Email { get; private set; } = "";
    public string? Phone { get; private set; }
    public string? Organisation { get; private set; }
    public string Text { get; private set; } = "";
    public DateTime AskedAt { get; private set; }
    public string? AnswerText { get; private set; }
    public DateTime? AnsweredAt { get; private set; }
    public Guid? AnsweredById { get; private set; }
    public QuestionStatus Status { get; private set; }

    /// <summary>The unanswered first, the oldest of them first; then the answered, the newest first.</summary>
    public string SortKey { get; private set; } = "";

    /// <summary>The last day on which the promise is kept.</summary>
    public static DateOnly DueDay(DateTime askedAt) => askedAt.StockholmDate().AddWorkingDays(PromisedWorkingDays);

    public void Answer(string? text, Stamp stamp)
    {
        RuleBreachException.When(Status == QuestionStatus.Answered, Rule.AlreadyAnswered);
        RuleBreachException.When(string.IsNullOrWhiteSpace(text), Rule.Required, nameof(AnswerInput.Answer));
        AnswerText = text!.Trim();
        AnsweredAt = stamp.At;
        AnsweredById = stamp.UserId;
        Status = QuestionStatus.Answered;
        Sort();
        Changed(stamp, "Answered");
    }

    private void Sort()
    {
        var ticks = AnsweredAt is null ? AskedAt.Ticks : DateTime.MaxValue.Ticks - AnsweredAt.Value.Ticks;
        SortKey = string.Create(CultureInfo.InvariantCulture, $"{(AnsweredAt is null ? 0 : 1)}{ticks:D19}{Seq:D19}{Id:N}");
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
