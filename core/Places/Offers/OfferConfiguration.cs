using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Places.Procurement;
using EnVagUt.Core.Places.Slots;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EnVagUt.Core.Places.Offers;

internal sealed class OfferConfiguration : IEntityTypeConfiguration<Offer>
{
    internal static readonly ValueConverter<WeeklyPattern, string> PatternConverter = new(p => p.ToString(), text => WeeklyPattern.Parse(text));
    internal static readonly ValueComparer<WeeklyPattern> PatternComparer = new(
        (a, b) => a!.ToString() == b!.ToString(), p => StringComparer.Ordinal.GetHashCode(p.ToString()), p => p);

    public void Configure(EntityTypeBuilder<Offer> b)
    {
        b.Ignore(o => o.Supports);
        b.Ignore(o => o.Period);
        b.Ignore(o => o.Displacement);
        b.Property(o => o.Title).HasMaxLength(120);
        b.Property(o => o.Tasks).HasMaxLength(4000);
        b.Property(o => o.Requirements).HasMaxLength(1000);
        b.Property(o => o.ReturnedBecause).HasMaxLength(1000);
        b.Property(o => o.Pattern).HasMaxLength(500).HasConversion(PatternConverter, PatternComparer);
        b.Property(o => o.SortKey).HasMaxLength(120);
        // The list of places reads and counts by this alone: what has passed its end is left out.
        b.HasIndex(o => new { o.Status, o.SortKey, o.To });
        b.HasIndex(o => new { o.EmployerId, o.SortKey });
        b.HasOne<Employer>().WithMany().HasForeignKey(o => o.EmployerId).OnDelete(DeleteBehavior.NoAction);
        b.HasOne<Workplace>().WithMany().HasForeignKey(o => o.WorkplaceId).OnDelete(DeleteBehavior.NoAction);
        b.HasOne<Supervisor>().WithMany().HasForeignKey(o => o.SupervisorId).OnDelete(DeleteBehavior.NoAction);
        b.HasOne<Clause>().WithMany().HasForeignKey(o => o.ClauseId).OnDelete(DeleteBehavior.NoAction);
        b.HasMany(o => o.Slots).WithOne().HasForeignKey(s => s.OfferId).OnDelete(DeleteBehavior.Cascade);
        b.Navigation(o => o.Slots).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class SlotConfiguration : IEntityTypeConfiguration<Slot>
{
    public void Configure(EntityTypeBuilder<Slot> b)
    {
        b.Ignore(s => s.Cells);
        b.Ignore(s => s.Period);
        b.Property(s => s.BookingVersion).IsConcurrencyToken();
        b.Property(s => s.Pattern).HasMaxLength(500).HasConversion(OfferConfiguration.PatternConverter, OfferConfiguration.PatternComparer);
        b.HasOne<Workplace>().WithMany().HasForeignKey(s => s.WorkplaceId).OnDelete(DeleteBehavior.NoAction);
        b.HasOne<Supervisor>().WithMany().HasForeignKey(s => s.SupervisorId).OnDelete(DeleteBehavior.NoAction);
    }
}
