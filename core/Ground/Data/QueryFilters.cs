using System.Reflection;
using EnVagUt.Core.Ground.Access;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Ground.Data;

public sealed partial class AppDb
{
    /// <summary>Only rows of the viewer's own grenar.</summary>
    public const string GrenFilter = "gren";

    /// <summary>Persons with protected identity only for staff who are named for it.</summary>
    public const string ProtectedFilter = "protected";

    // A row says by its interfaces who reads it, so that no room has to be known here.
    private void ApplyQueryFilters(ModelBuilder builder)
    {
        foreach (var row in builder.Model.GetEntityTypes().Select(e => e.ClrType).ToList())
        {
            if (row.IsAssignableTo(typeof(ISharedWithEmployer)))
                Apply(nameof(FilterShared), row, builder);
            else if (row.IsAssignableTo(typeof(IOfGren)))
                Apply(nameof(FilterByGren), row, builder);
            if (row.IsAssignableTo(typeof(IProtectable)))
                Apply(nameof(FilterProtected), row, builder);
        }
    }

    private void Apply(string filter, Type row, ModelBuilder builder) =>
        typeof(AppDb).GetMethod(filter, BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(row).Invoke(this, [builder]);

    private void FilterByGren<T>(ModelBuilder builder) where T : class, IOfGren =>
        builder.Entity<T>().HasQueryFilter(GrenFilter, row => Viewer.Grenar.Contains(row.Gren));

    // An employer sees the placements at its own workplaces, through what was released to it; never a participant.
    private void FilterShared<T>(ModelBuilder builder) where T : class, ISharedWithEmployer =>
        builder.Entity<T>().HasQueryFilter(GrenFilter, row => Viewer.Grenar.Contains(row.Gren) || Viewer.EmployerIds.Contains(row.EmployerId));

    private void FilterProtected<T>(ModelBuilder builder) where T : class, IProtectable =>
        builder.Entity<T>().HasQueryFilter(ProtectedFilter, row => !row.IsProtected || Viewer.ProtectedGrenar.Contains(row.Gren));
}
