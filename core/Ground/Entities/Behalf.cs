using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Ground.Entities;

/// <summary>How somebody told the municipality what it records for them.</summary>
public enum BehalfChannel
{
    [Display(Name = "Telefon")] Phone,
    [Display(Name = "Besök")] Visit,
    [Display(Name = "Mejl")] Email,
    [Display(Name = "Papper")] Paper,
}

/// <summary>What a party would have done itself, and told staff instead (docs/model.md, On somebody's behalf).</summary>
/// <param name="SaidBy">The name of whoever said it.</param>
public sealed record OnBehalf(BehalfChannel Channel, string SaidBy);

/// <summary>That something was done on a party's behalf: in which way it was told, by whom, and who wrote it down. Dies with its case.</summary>
public sealed class Behalf : Entity
{
    private Behalf() { }

    /// <param name="act">The verb that history has of it.</param>
    /// <exception cref="RuleBreachException">Nobody is named who said it.</exception>
    internal Behalf(Guid caseId, string act, OnBehalf said, Stamp stamp)
    {
        RuleBreachException.When(string.IsNullOrWhiteSpace(said.SaidBy), Rule.Required, nameof(said.SaidBy));
        (CaseId, Act, Channel, SaidBy, RecordedAt, RecordedBy) = (caseId, act, said.Channel, said.SaidBy.Trim(), stamp.At, stamp.UserId);
    }

    public Guid CaseId { get; private set; }
    public string Act { get; private set; } = "";
    public BehalfChannel Channel { get; private set; }
    public string SaidBy { get; private set; } = "";
    public DateTime RecordedAt { get; private set; }
    public Guid? RecordedBy { get; private set; }
}

internal sealed class BehalfConfiguration : IEntityTypeConfiguration<Behalf>
{
    public void Configure(EntityTypeBuilder<Behalf> b)
    {
        b.ToTable("Behalves");
        b.Property(x => x.Act).HasMaxLength(40).IsUnicode(false);
        b.Property(x => x.SaidBy).HasMaxLength(80);
        b.HasIndex(x => new { x.CaseId, x.RecordedAt });
    }
}
