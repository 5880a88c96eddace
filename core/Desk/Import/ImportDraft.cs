using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Desk.Import;

public enum ImportKind
{
    [Display(Name = "Kommunens organisation")] Organisation,
    [Display(Name = "Arbetsgivare")] Employers,
}

/// <summary>An uploaded file between preview and «Läs in». The only upload that is kept, and for a day at most (docs/model.md, Files).</summary>
public sealed class ImportDraft : Entity
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    private ImportDraft() { }

    public ImportDraft(ImportKind kind, string fileName, string text, Stamp stamp)
    {
        (Kind, Text, UploadedAt, UploadedBy) = (kind, text, stamp.At, stamp.UserId);
        FileName = fileName.Length > 200 ? fileName[^200..] : fileName;
    }

    public ImportKind Kind { get; private set; }
    public string FileName { get; private set; } = "";
    public string Text { get; private set; } = "";
    public DateTime UploadedAt { get; private set; }
    public Guid? UploadedBy { get; private set; }
}

internal sealed class ImportDraftConfiguration : IEntityTypeConfiguration<ImportDraft>
{
    public void Configure(EntityTypeBuilder<ImportDraft> b)
    {
        b.ToTable("ImportDrafts");
        b.Property(d => d.Text).HasMaxLength(-1);
        b.HasIndex(d => d.UploadedAt);
    }
}
