using Xunit;

namespace EnVagUt.Tests.Core.Database;

/// <summary>A checker that lets everything pass is worse than none: each fault it looks for is planted once.</summary>
public class SchemaScriptTests
{
    private const string Sound = """
        CREATE TABLE [Employers] (
            [Id] uniqueidentifier NOT NULL,
            [Name] nvarchar(200) NOT NULL,
            [Notes] nvarchar(max) NULL,
            CONSTRAINT [PK_Employers] PRIMARY KEY ([Id])
        );
        GO
        CREATE TABLE [Offers] (
            [Id] uniqueidentifier NOT NULL,
            [EmployerId] uniqueidentifier NOT NULL,
            [Title] nvarchar(120) NOT NULL,
            [Hours] decimal(12,4) NOT NULL,
            [Withdrawn] bit NOT NULL,
            CONSTRAINT [PK_Offers] PRIMARY KEY ([Id]),
            CONSTRAINT [CK_Offers_Hours] CHECK ([Hours] >= 0),
            CONSTRAINT [FK_Offers_Employers] FOREIGN KEY ([EmployerId]) REFERENCES [Employers] ([Id]) ON DELETE CASCADE
        );
        GO
        CREATE TABLE [Slots] (
            [Id] uniqueidentifier NOT NULL,
            [OfferId] uniqueidentifier NOT NULL,
            [EmployerId] uniqueidentifier NOT NULL,
            CONSTRAINT [PK_Slots] PRIMARY KEY ([Id]),
            CONSTRAINT [FK_Slots_Offers] FOREIGN KEY ([OfferId]) REFERENCES [Offers] ([Id]) ON DELETE CASCADE,
            CONSTRAINT [FK_Slots_Employers] FOREIGN KEY ([EmployerId]) REFERENCES [Employers] ([Id])
        );
        GO
        EXEC(N'CREATE UNIQUE INDEX [IX_Offers_Title] ON [Offers] ([EmployerId], [Title]) WHERE [Withdrawn] = 0');
        GO
        ALTER TABLE [Offers] ADD [Town] nvarchar(80) NULL;
        GO
        IF 1 = 1
        BEGIN
            UPDATE [Offers] SET [Town] = N'' WHERE [Hours] > 0;
        END;
        GO
        ALTER TABLE [Slots] ADD [Row] int NOT NULL DEFAULT 0;
        EXEC(N'UPDATE [Slots] SET [Row] = 1');
        GO
        INSERT INTO [Employers] ([Id], [Name]) VALUES ('00000000-0000-0000-0000-000000000001', N'Åkeriet');
        """;

    [Fact]
    public void A_sound_script_has_no_faults() => Assert.Empty(SchemaScript.Faults(Sound));

    [Theory]
    [InlineData("[Hours] decimal(12,4) NOT NULL", "[Hours] decimal(12,4) NOT NULL AUTOINCREMENT", "syntax")]
    [InlineData("[Name] nvarchar(200)", "[Name] text2(200)", "unknown type")]
    [InlineData("[Title] nvarchar(120)", "[Title] nvarchar(5000)", "out of range")]
    [InlineData("decimal(12,4)", "decimal(40,4)", "out of range")]
    [InlineData("REFERENCES [Offers] ([Id])", "REFERENCES [Offer] ([Id])", "no table Offer")]
    [InlineData("REFERENCES [Offers] ([Id])", "REFERENCES [Offers] ([Ids])", "no column Offers.Ids")]
    [InlineData("REFERENCES [Offers] ([Id])", "REFERENCES [Offers] ([EmployerId])", "is no key")]
    [InlineData("[OfferId] uniqueidentifier", "[OfferId] nvarchar(36)", "OfferId is nvarchar(36), Id is uniqueidentifier")]
    [InlineData("CHECK ([Hours]", "CHECK ([Hour]", "no column Offers.Hour")]
    [InlineData("WHERE [Withdrawn]", "WHERE [Withdrawed]", "no column Offers.Withdrawed")]
    [InlineData("ON [Offers] ([EmployerId], [Title])", "ON [Offers] ([EmployerId], [Titel])", "no column Offers.Titel")]
    [InlineData("ON [Offers] ([EmployerId], [Title])", "ON [Offer] ([EmployerId], [Title])", "no table Offer")]
    [InlineData("[Title] nvarchar(120)", "[Title] nvarchar(max)", "cannot be indexed")]
    [InlineData("[Title] nvarchar(120)", "[Title] nvarchar(900)", "1816 bytes")]
    [InlineData("[PK_Slots]", "[PK_Offers]", "made twice")]
    [InlineData("CREATE TABLE [Slots]", "CREATE TABLE [Offers]", "table Offers is made twice")]
    [InlineData("[Notes] nvarchar", "[Name] nvarchar", "column Employers.Name is made twice")]
    [InlineData("REFERENCES [Employers] ([Id])\n);\nGO\nEXEC", "REFERENCES [Employers] ([Id]) ON DELETE SET NULL\n);\nGO\nEXEC", "more than one cascade path")]
    [InlineData("ALTER TABLE [Offers] ADD", "ALTER TABLE [Offerings] ADD", "no table Offerings")]
    [InlineData("INTO [Employers] ([Id], [Name])", "INTO [Employers] ([Id], [Namn])", "no column Employers.Namn")]
    [InlineData("NULL;\nGO\nIF 1 = 1", "NULL;\nIF 1 = 1", "OFFERS.TOWN is used in the batch that adds it")]
    [InlineData("EXEC(N'UPDATE [Slots] SET [Row] = 1')", "CREATE INDEX [IX_Slots_Row] ON [Slots] ([Row])", "SLOTS.ROW is used in the batch that adds it")]
    public void A_planted_fault_is_found(string sound, string faulty, string message)
    {
        var script = Sound.ReplaceLineEndings("\n").Replace(sound, faulty, StringComparison.Ordinal);
        Assert.NotEqual(Sound.ReplaceLineEndings("\n"), script);
        Assert.Contains(SchemaScript.Faults(script), f => f.Contains(message, StringComparison.Ordinal));
    }
}
