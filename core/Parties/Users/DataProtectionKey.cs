using EnVagUt.Core.Ground.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Parties.Users;

/// <summary>A key that protects cookies and secrets, as the framework writes it; shared by every server (decisions 29).</summary>
public sealed class DataProtectionKey : Entity
{
    private DataProtectionKey() { }

    public DataProtectionKey(string name, string xml, DateTime createdAt)
    {
        Name = name;
        Xml = xml;
        CreatedAt = createdAt;
    }

    public string Name { get; private set; } = "";
    public string Xml { get; private set; } = "";
    public DateTime CreatedAt { get; private set; }
}

internal sealed class DataProtectionKeyConfiguration : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> b)
    {
        b.ToTable("DataProtectionKeys");
        b.Property(k => k.Xml).HasMaxLength(-1);
    }
}
