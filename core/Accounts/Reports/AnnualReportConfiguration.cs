using EnVagUt.Core.Parties.Organisation;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Accounts.Reports;

internal sealed class AnnualReportConfiguration : IEntityTypeConfiguration<AnnualReport>
{
    public void Configure(EntityTypeBuilder<AnnualReport> b)
    {
        b.Ignore(r => r.Period);
        b.Ignore(r => r.CurrentStatus);
        b.Property(r => r.Hash).HasMaxLength(64).IsUnicode(false);
        b.Property(r => r.HandedOverTo).HasMaxLength(254);
        b.Property(r => r.DiaryNumber).HasMaxLength(40);
        b.Property(r => r.OwnApprovalReason).HasMaxLength(500);
        b.Property(r => r.SortKey).HasMaxLength(120);
        b.HasIndex(r => r.SortKey);
        // One report of a nämnd and year, however often the job is begun anew.
        b.HasIndex(r => new { r.NamndId, r.Year }).IsUnique();
        b.HasOne<OrgUnit>().WithMany().HasForeignKey(r => r.NamndId).OnDelete(DeleteBehavior.NoAction);
        b.HasOne<FrozenDocument>().WithMany().HasForeignKey(r => r.DocumentId).OnDelete(DeleteBehavior.NoAction);
        b.HasMany(r => r.Tables).WithOne().HasForeignKey(t => t.ReportId).OnDelete(DeleteBehavior.Cascade);
        b.Navigation(r => r.Tables).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class ReportTableConfiguration : IEntityTypeConfiguration<ReportTable>
{
    public void Configure(EntityTypeBuilder<ReportTable> b)
    {
        b.ToTable("ReportTables");
        b.Property(t => t.Perspective).HasMaxLength(600);
        b.Property(t => t.Note).HasMaxLength(600);
        b.HasMany(t => t.Figures).WithOne().HasForeignKey(f => f.TableId).OnDelete(DeleteBehavior.Cascade);
        b.Navigation(t => t.Figures).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class ReportFigureConfiguration : IEntityTypeConfiguration<ReportFigure>
{
    public void Configure(EntityTypeBuilder<ReportFigure> b)
    {
        b.ToTable("ReportFigures");
        b.Ignore(f => f.Text);
        b.Property(f => f.Section).HasMaxLength(250);
        b.HasIndex(f => new { f.TableId, f.RowNumber, f.ColumnNumber }).IsUnique();
    }
}
