using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Employers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Parties.Declarations;

public enum DeclarationWay
{
    [Display(Name = "I portalen")] Portal,
    [Display(Name = "På papper")] Paper,
}

/// <summary>
/// Arbetsgivarens försäkran: what the employer says of itself, on a day, in the words of that day. A new one is a new row,
/// and the one that holds longest counts. It warns and never refuses: what is true only the authorities can say.
/// </summary>
public sealed class EmployerDeclaration : Root
{
    private EmployerDeclaration() { }

    /// <param name="months">How long it holds by the rules of its own day.</param>
    internal static EmployerDeclaration InPortal(Guid employerId, bool confirmed, string statements, string by, int months, Stamp stamp)
    {
        RuleBreachException.When(!confirmed, Rule.DeclarationNotConfirmed, "Confirmed");
        var declaration = Of(employerId, DeclarationWay.Portal, stamp.Today, by, months, stamp);
        declaration.Statements = statements;
        declaration.Changed(stamp, "Declared");
        return declaration;
    }

    /// <summary>Its words stand on the paper, which the municipality keeps as its own routine says.</summary>
    internal static EmployerDeclaration OnPaper(Guid employerId, DateOnly on, string by, int months, Stamp stamp)
    {
        RuleBreachException.When(on > stamp.Today, Rule.DateInFuture, "DeclaredOn");
        var declaration = Of(employerId, DeclarationWay.Paper, on, by, months, stamp);
        declaration.Changed(stamp, "NotedOnPaper");
        return declaration;
    }

    public Guid EmployerId { get; private set; }
    public DeclarationWay Way { get; private set; }
    public DateOnly DeclaredOn { get; private set; }

    /// <summary>Who declared, by name, as it was then.</summary>
    public string DeclaredBy { get; private set; } = "";

    /// <summary>What was declared, a line each; null when it was on paper.</summary>
    public string? Statements { get; private set; }

    /// <summary>The last day on which it may be leaned on.</summary>
    public DateOnly ValidThrough { get; private set; }
    public DateTime NotedAt { get; private set; }
    public Guid? NotedBy { get; private set; }

    private static EmployerDeclaration Of(Guid employerId, DeclarationWay way, DateOnly on, string by, int months, Stamp stamp)
    {
        RuleBreachException.When(string.IsNullOrWhiteSpace(by), Rule.Required, nameof(DeclaredBy));
        return new EmployerDeclaration
        {
            EmployerId = employerId,
            Way = way,
            DeclaredOn = on,
            DeclaredBy = by.Trim(),
            ValidThrough = on.AddMonths(months).AddDays(-1),
            NotedAt = stamp.At,
            NotedBy = stamp.UserId,
        };
    }
}

internal sealed class EmployerDeclarationConfiguration : IEntityTypeConfiguration<EmployerDeclaration>
{
    public void Configure(EntityTypeBuilder<EmployerDeclaration> b)
    {
        b.ToTable("EmployerDeclarations");
        b.Property(d => d.DeclaredBy).HasMaxLength(100);
        b.Property(d => d.Statements).HasMaxLength(4000);
        b.HasIndex(d => new { d.EmployerId, d.ValidThrough });
        b.HasOne<Employer>().WithMany().HasForeignKey(d => d.EmployerId).OnDelete(DeleteBehavior.NoAction);
    }
}
