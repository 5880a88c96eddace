using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Core.Places.Procurement;
using EnVagUt.Core.Places.Slots;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Cases.Placements;

internal sealed class PlacementConfiguration : IEntityTypeConfiguration<Placement>
{
    public void Configure(EntityTypeBuilder<Placement> b)
    {
        b.Ignore(p => p.Period);
        b.Ignore(p => p.Cells);
        b.HasIndex(p => new { p.ParticipantId, p.From });
        b.HasIndex(p => new { p.WorkplaceId, p.From });
        b.HasIndex(p => new { p.EmployerId, p.Status, p.From });
        b.HasIndex(p => new { p.Status, p.From });
        Columns(b.ComplexProperty(p => p.Answers));
        Columns(b.ComplexProperty(p => p.Paper), "Paper");
        Columns(b.ComplexProperty(p => p.BeforeStart));
        b.ComplexProperty(p => p.BeforeStart).Property(n => n.GuardianInformedBy).HasMaxLength(80);
        Columns(b.ComplexProperty(p => p.Ending));
        b.Property(p => p.SortKey).HasMaxLength(60);
        b.HasIndex(p => new { p.Status, p.SortKey });
        b.HasIndex(p => new { p.CoordinatorId, p.Status });
        b.HasIndex(p => p.ClauseId);
        b.HasIndex(p => p.OfferId);
        b.HasOne<Participant>().WithMany().HasForeignKey(p => p.ParticipantId).OnDelete(DeleteBehavior.NoAction);
        b.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.NoAction);
        b.HasOne<Placement>().WithMany().HasForeignKey(p => p.ContinuesId).OnDelete(DeleteBehavior.NoAction);
        b.HasOne<Offer>().WithMany().HasForeignKey(p => p.OfferId).OnDelete(DeleteBehavior.NoAction);
        b.HasOne<Slot>().WithMany().HasForeignKey(p => p.SlotId).OnDelete(DeleteBehavior.NoAction);
        b.HasOne<Employer>().WithMany().HasForeignKey(p => p.EmployerId).OnDelete(DeleteBehavior.NoAction);
        b.HasOne<Workplace>().WithMany().HasForeignKey(p => p.WorkplaceId).OnDelete(DeleteBehavior.NoAction);
        b.HasOne<Supervisor>().WithMany().HasForeignKey(p => p.SupervisorId).OnDelete(DeleteBehavior.NoAction);
        b.HasOne<Clause>().WithMany().HasForeignKey(p => p.ClauseId).OnDelete(DeleteBehavior.NoAction);
        b.HasMany(p => p.Releases).WithOne().HasForeignKey(r => r.PlacementId).OnDelete(DeleteBehavior.Cascade);
        b.HasMany(p => p.Supports).WithOne().HasForeignKey(s => s.PlacementId).OnDelete(DeleteBehavior.Cascade);
        b.HasMany(p => p.Acknowledgements).WithOne().HasForeignKey(a => a.PlacementId).OnDelete(DeleteBehavior.Cascade);
        b.HasMany(p => p.Pauses).WithOne().HasForeignKey(x => x.PlacementId).OnDelete(DeleteBehavior.Cascade);
        b.HasMany(p => p.PlanChanges).WithOne().HasForeignKey(x => x.PlacementId).OnDelete(DeleteBehavior.Cascade);
        b.HasMany(p => p.SupervisedBy).WithOne().HasForeignKey(x => x.PlacementId).OnDelete(DeleteBehavior.Cascade);
        b.Navigation(p => p.SupervisedBy).UsePropertyAccessMode(PropertyAccessMode.Field);
        b.Navigation(p => p.Pauses).UsePropertyAccessMode(PropertyAccessMode.Field);
        b.Navigation(p => p.PlanChanges).UsePropertyAccessMode(PropertyAccessMode.Field);
        b.HasIndex(p => p.PausedTo);
        // Few placements continue another: an index of all would tell the planner that a lookup finds everything.
        b.HasIndex(p => p.ContinuesId).HasFilter("[ContinuesId] IS NOT NULL");
        b.Navigation(p => p.Acknowledgements).UsePropertyAccessMode(PropertyAccessMode.Field);
        b.Navigation(p => p.Releases).UsePropertyAccessMode(PropertyAccessMode.Field);
        b.Navigation(p => p.Supports).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    // A value's columns are the placement's own, named as its properties.
    private static void Columns<T>(ComplexPropertyBuilder<T> value, string prefix = "")
        where T : class
    {
        foreach (var property in value.Metadata.ComplexType.GetProperties())
            property.SetColumnName(prefix + property.Name);
    }
}

internal sealed class PauseConfiguration : IEntityTypeConfiguration<Pause>
{
    public void Configure(EntityTypeBuilder<Pause> b)
    {
        b.ToTable("Pauses");
        b.Ignore(p => p.Period);
    }
}

internal sealed class PlanChangeConfiguration : IEntityTypeConfiguration<PlanChange>
{
    public void Configure(EntityTypeBuilder<PlanChange> b) => b.ToTable("PlanChanges");
}

internal sealed class SupervisedConfiguration : IEntityTypeConfiguration<Supervised>
{
    public void Configure(EntityTypeBuilder<Supervised> b)
    {
        b.ToTable("PlacementSupervisors");
        b.HasOne<Supervisor>().WithMany().HasForeignKey(s => s.SupervisorId).OnDelete(DeleteBehavior.NoAction);
    }
}

internal sealed class ReleaseConfiguration : IEntityTypeConfiguration<Release>
{
    public void Configure(EntityTypeBuilder<Release> b)
    {
        b.ToTable("Releases");
        b.Property(r => r.FirstName).HasMaxLength(80);
        b.Property(r => r.LastName).HasMaxLength(80);
        b.Property(r => r.Phone).HasMaxLength(30);
        b.Property(r => r.Needs).HasMaxLength(1000);
    }
}

internal sealed class SupportDecisionConfiguration : IEntityTypeConfiguration<SupportDecision>
{
    public void Configure(EntityTypeBuilder<SupportDecision> b)
    {
        b.ToTable("SupportDecisions");
        b.HasIndex(s => new { s.Kind, s.To });
        b.Ignore(s => s.Period);
        b.Property(s => s.Reference).HasMaxLength(60);
    }
}

internal sealed class ClaimConfiguration : IEntityTypeConfiguration<Claim>
{
    private const string Open = "[ReleasedAt] IS NULL";

    public void Configure(EntityTypeBuilder<Claim> b)
    {
        b.Ignore(c => c.Period);
        b.Ignore(c => c.Cells);
        // Only open claims hold anything; the released stay as history.
        b.HasIndex(c => c.SlotId).HasFilter(Open);
        b.HasIndex(c => new { c.WorkplaceId, c.From }).HasFilter(Open);
        b.HasIndex(c => c.SupervisorId).HasFilter(Open);
        b.HasIndex(c => c.PersonId).HasFilter(Open);
        b.HasIndex(c => c.OfferId).HasFilter(Open);
        b.HasIndex(c => c.PlacementId);
        b.HasOne<Slot>().WithMany().HasForeignKey(c => c.SlotId).OnDelete(DeleteBehavior.NoAction);
        b.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.NoAction);
    }
}
