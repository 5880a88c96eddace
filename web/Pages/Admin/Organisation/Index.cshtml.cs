using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Organisation;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Admin.Organisation;

[AllowRoles(Role.Administrator, Role.UnitManager)]
public sealed class IndexModel(AppDb db, TimeProvider clock) : AppPage
{
    public sealed record Unit(Guid Id, Guid? ParentId, OrgLevel Level, string Code, string Name, DateOnly? ValidTo, Guid? SuccessorId,
        string? CostCentre, string? ManagerName, string? RegistrarEmail);

    public sealed record Node(Unit Unit, bool HasEnded, string? Successor, IReadOnlyList<Node> Children)
    {
        public string About => string.Join(" · ", new[]
        {
            Unit.ManagerName is { } manager ? $"Chef: {manager}" : "",
            Unit.CostCentre is { } centre ? $"Kostnadsställe: {centre}" : "",
            Unit.RegistrarEmail is { } registrar ? $"Rapporter till: {registrar}" : "",
        }.Where(part => part.Length > 0));
    }

    public IReadOnlyList<Node> Roots { get; private set; } = [];
    public int Valid { get; private set; }
    public int Ended { get; private set; }

    protected override async Task LoadAsync()
    {
        var today = clock.Today();
        var units = await db.OrgUnits.AsNoTracking()
            .Select(u => new Unit(u.Id, u.ParentId, u.Level, u.Code, u.Name, u.ValidTo, u.SuccessorId, u.CostCentre, u.ManagerName, u.RegistrarEmail))
            .ToListAsync(Ct);
        var (names, byParent) = (units.ToDictionary(u => u.Id, u => u.Name), units.ToLookup(u => u.ParentId));
        Ended = units.Count(u => u.ValidTo < today);
        Valid = units.Count - Ended;
        Roots = Below(null);

        List<Node> Below(Guid? parent) =>
        [.. byParent[parent].OrderBy(u => u.Level).ThenBy(u => u.ValidTo < today).ThenBy(u => Folding.SortKey(u.Name, u.Id), StringComparer.Ordinal)
            .Select(u => new Node(u, u.ValidTo < today, u.SuccessorId is { } s ? names[s] : null, Below(u.Id)))];
    }

    public void OnGet()
    {
    }
}
