using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Slots;
using EnVagUt.Tests.Common;
using EnVagUt.Tests.Core.Database;
using Xunit;

namespace EnVagUt.Tests.Core.Architecture;

public class PersonFilters
{
    // Reached only through a row that is filtered, or must be counted by everybody (docs/model.md, Slots and claims).
    private static readonly HashSet<Type> Unfiltered = [typeof(Person), typeof(Claim)];

    [Fact]
    public void Every_table_of_persons_is_filtered_by_the_viewer()
    {
        using var db = Databases.Unconnected(Databases.Sqlite);
        Expect.None(db.Model.GetEntityTypes()
            .Where(e => e.ClrType == typeof(Person) || e.GetProperties().Any(p => p.Name is "PersonId" or "ParticipantId"))
            .Where(e => e.GetDeclaredQueryFilters().Count == 0 && !Unfiltered.Contains(e.ClrType))
            .Select(e => e.DisplayName()));
    }

    [Fact]
    public void Every_table_that_knows_of_protected_identities_hides_them()
    {
        using var db = Databases.Unconnected(Databases.Sqlite);
        Expect.None(db.Model.GetEntityTypes()
            .Where(e => e.FindProperty("IsProtected") is not null && e.GetDeclaredQueryFilters().All(f => f.Key != AppDb.ProtectedFilter))
            .Select(e => e.DisplayName()));
    }

    [Fact]
    public void What_everybody_must_count_needs_no_filtered_row()
    {
        using var db = Databases.Unconnected(Databases.Sqlite);
        Expect.None(db.Model.GetEntityTypes()
            .Where(e => e.GetDeclaredQueryFilters().Count == 0)
            .SelectMany(e => e.GetNavigations())
            .Where(n => n.IsOnDependent && n.ForeignKey.IsRequired && n.TargetEntityType.GetDeclaredQueryFilters().Count > 0)
            .Select(n => $"{n.DeclaringEntityType.DisplayName()}.{n.Name}"));
    }
}
