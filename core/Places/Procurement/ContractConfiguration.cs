using EnVagUt.Core.Parties.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Places.Procurement;

internal sealed class ContractConfiguration : IEntityTypeConfiguration<Contract>
{
    public void Configure(EntityTypeBuilder<Contract> b)
    {
        b.Property(c => c.DiaryNumber).HasMaxLength(40);
        b.Property(c => c.CodeKey).HasMaxLength(40);
        b.HasIndex(c => c.CodeKey).IsUnique();
        b.Property(c => c.SupplierOrgNumberDigits).HasMaxLength(10).IsUnicode(false);
        b.Property(c => c.SortKey).HasMaxLength(120);
        b.HasIndex(c => c.SortKey);
        b.HasOne<OrgUnit>().WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.NoAction);
        b.HasMany(c => c.Clauses).WithOne().HasForeignKey(k => k.ContractId).OnDelete(DeleteBehavior.Cascade);
        b.Navigation(c => c.Clauses).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class ClauseConfiguration : IEntityTypeConfiguration<Clause>
{
    public void Configure(EntityTypeBuilder<Clause> b)
    {
        b.ToTable("Clause");
        b.Property(k => k.Note).HasMaxLength(1000);
        b.Property(k => k.ReductionReference).HasMaxLength(60);
    }
}
