using System.ComponentModel.DataAnnotations;

namespace EnVagUt.Core.Desk.Questions;

public sealed record QuestionInput
{
    [Required, DataType(DataType.MultilineText), StringLength(Question.LongestText)]
    public string? Text { get; init; }

    [Required, EmailAddress, StringLength(254)]
    public string? Email { get; init; }

    [StringLength(100)]
    public string? Name { get; init; }

    [StringLength(200)]
    public string? Organisation { get; init; }

    [Phone, StringLength(40)]
    public string? Phone { get; init; }
}

public sealed record AnswerInput
{
    [Required, DataType(DataType.MultilineText), StringLength(Question.LongestAnswer)]
    public string? Answer { get; init; }
}
