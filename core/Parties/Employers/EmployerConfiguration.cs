using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Parties.Employers;

internal sealed class EmployerConfiguration : IEntityTypeConfiguration<Employer>
{
    public void Configure(EntityTypeBuilder<Employer> b)
    {
        b.Ignore(e => e.Number);
        b.Property(e => e.OrgNumberDigits).HasMaxLength(10).IsUnicode(false);
        b.Property(e => e.UniqueKey).HasMaxLength(50).IsUnicode(false);
        b.HasIndex(e => e.UniqueKey).IsUnique();
        b.Property(e => e.RejectedBecause).HasMaxLength(1000);
        b.Property(e => e.SortKey).HasMaxLength(120);
        b.HasIndex(e => e.SortKey);
        b.HasIndex(e => new { e.Status, e.SortKey });
        b.HasIndex(e => new { e.Status, e.RegisteredAt });
        b.HasOne<OrgUnit>().WithMany().HasForeignKey(e => e.UnitId).OnDelete(DeleteBehavior.NoAction);
        b.HasMany(e => e.Workplaces).WithOne().HasForeignKey(w => w.EmployerId).OnDelete(DeleteBehavior.Cascade);
        b.Navigation(e => e.Workplaces).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class WorkplaceConfiguration : IEntityTypeConfiguration<Workplace>
{
    public void Configure(EntityTypeBuilder<Workplace> b)
    {
        b.Property(w => w.BookingVersion).IsConcurrencyToken();
        b.Property(w => w.PostalCode).HasMaxLength(10);
        b.Property(w => w.ContactEmail).HasMaxLength(254);
        b.Property(w => w.ClosedWeeks).HasMaxLength(10).HasConversion(
            w => w == null ? null : w.Value.ToString(),
            text => Parse(text));
        b.ComplexProperty(w => w.FirstDay, f =>
        {
            f.Ignore(x => x.Missing);
            f.Property(x => x.SickCallName).HasMaxLength(80);
            f.Property(x => x.SickCallPhone).HasMaxLength(30);
        });
        b.HasMany(w => w.Supervisors).WithOne().HasForeignKey(s => s.WorkplaceId).OnDelete(DeleteBehavior.Cascade);
        b.Navigation(w => w.Supervisors).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    private static ClosedWeeks? Parse(string? text) => ClosedWeeks.TryParse(text, out var weeks) ? weeks : null;
}

internal sealed class SupervisorConfiguration : IEntityTypeConfiguration<Supervisor>
{
    public void Configure(EntityTypeBuilder<Supervisor> b)
    {
        b.Ignore(s => s.IsActive);
        b.Property(s => s.BookingVersion).IsConcurrencyToken();
        b.Property(s => s.Email).HasMaxLength(254);
    }
}
