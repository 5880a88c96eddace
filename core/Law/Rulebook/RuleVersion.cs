using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Law.Rulebook;

/// <summary>
/// A value that the municipality has set over a shipped one, from a day on and until the next. Never changed after its
/// first day: old cases are judged by it.
/// </summary>
public sealed class RuleVersion : Root
{
    private RuleVersion() { }

    internal static RuleVersion Set(string subject, Limit limit, DateOnly from, string value, string source, Stamp stamp)
    {
        var version = new RuleVersion { Subject = subject, Limit = limit, ValidFrom = from, Value = value, Source = source };
        version.Changed(stamp, "Set", subject, limit.ToString());
        return version;
    }

    public string Subject { get; private set; } = "";
    public Limit Limit { get; private set; }
    public DateOnly ValidFrom { get; private set; }
    public string Value { get; private set; } = "";

    /// <summary>Who decided, and where that is written: «AMN 2027-02-04 § 12».</summary>
    public string Source { get; private set; } = "";

    /// <summary>Corrects a value whose day has not come.</summary>
    internal void Replace(string value, string source, Stamp stamp)
    {
        RuleBreachException.When(ValidFrom <= stamp.Today, Rule.RuleHasBegun, nameof(ValidFrom));
        (Value, Source) = (value, source);
        Changed(stamp, "Replaced", Subject, Limit.ToString());
    }
}

internal sealed class RuleVersionConfiguration : IEntityTypeConfiguration<RuleVersion>
{
    public void Configure(EntityTypeBuilder<RuleVersion> b)
    {
        b.ToTable("RuleVersions");
        b.Property(v => v.Subject).HasMaxLength(40).IsUnicode(false);
        b.Property(v => v.Value).HasMaxLength(1000);
        b.HasIndex(v => new { v.Subject, v.Limit, v.ValidFrom }).IsUnique();
    }
}
