using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Employers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Cases.BeforeStart;

public enum WorkplaceCheckKind
{
    [Display(Name = "Riskbedömning")] RiskAssessment,
    [Display(Name = "Fackets svar")] UnionStatement,
}

/// <summary>
/// What was answered about a workplace and a form, for all who come there in that form: never about a person. A new
/// answer is a new row; the newest one holds.
/// </summary>
public sealed class WorkplaceCheck : Root
{
    private WorkplaceCheck() { }

    /// <param name="months">How long the answer holds by the rules of its own day.</param>
    internal static WorkplaceCheck Record(Guid workplaceId, Form form, WorkplaceCheckKind kind, CheckAnswer answer, int months, Stamp stamp)
    {
        var check = new WorkplaceCheck
        {
            WorkplaceId = workplaceId,
            Form = form,
            Kind = kind,
            AskedOn = answer.AskedOn,
            AnsweredOn = answer.AnsweredOn,
            Accepted = answer.Accepted,
            AnsweredBy = answer.By?.Trim(),
            ValidThrough = answer.AnsweredOn?.AddMonths(months).AddDays(-1),
        };
        check.Changed(stamp, "Recorded", kind.ToString(), form.ToString());
        return check;
    }

    public Guid WorkplaceId { get; private set; }
    public Form Form { get; private set; }
    public WorkplaceCheckKind Kind { get; private set; }
    public DateOnly? AskedOn { get; private set; }

    /// <summary>Null while nobody has answered.</summary>
    public DateOnly? AnsweredOn { get; private set; }
    public bool? Accepted { get; private set; }

    /// <summary>Who assessed or answered, by name.</summary>
    public string? AnsweredBy { get; private set; }

    /// <summary>The last day on which the answer may be leaned on.</summary>
    public DateOnly? ValidThrough { get; private set; }
}

public sealed record CheckAnswer(DateOnly? AskedOn, DateOnly? AnsweredOn, bool? Accepted, string? By);

internal sealed class WorkplaceCheckConfiguration : IEntityTypeConfiguration<WorkplaceCheck>
{
    public void Configure(EntityTypeBuilder<WorkplaceCheck> b)
    {
        b.ToTable("WorkplaceChecks");
        b.Property(c => c.AnsweredBy).HasMaxLength(80);
        b.HasIndex(c => new { c.WorkplaceId, c.Form, c.Kind, c.AnsweredOn });
        b.HasOne<Workplace>().WithMany().HasForeignKey(c => c.WorkplaceId).OnDelete(DeleteBehavior.NoAction);
    }
}
