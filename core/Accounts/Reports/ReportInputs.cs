using System.ComponentModel.DataAnnotations;

namespace EnVagUt.Core.Accounts.Reports;

public sealed record CompileInput
{
    [Required]
    public Guid? NamndId { get; set; }

    [Required, Range(2000, 2199)]
    public int? Year { get; set; }
}

public sealed record LockInput
{
    [Required, StringLength(120)]
    public string AuthorName { get; set; } = "";

    /// <summary>The figures that the author has seen.</summary>
    public Guid Version { get; set; }
}

public sealed record ApproveInput
{
    [Required, StringLength(120)]
    public string ApproverName { get; set; } = "";

    [StringLength(500)]
    public string? OwnApprovalReason { get; set; }

    public Guid Version { get; set; }
}

public sealed record DiaryNumberInput
{
    [Required, StringLength(40)]
    public string DiaryNumber { get; set; } = "";
}
