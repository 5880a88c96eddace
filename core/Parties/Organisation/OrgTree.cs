using EnVagUt.Core.Ground.Data;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Parties.Organisation;

/// <summary>The whole tree in memory (some hundred rows): asked for a unit's förvaltning or nämnd.</summary>
public sealed class OrgTree(IReadOnlyCollection<OrgTree.Node> nodes)
{
    private readonly Dictionary<Guid, Node> _byId = nodes.ToDictionary(n => n.Id);

    private readonly ILookup<Guid, Node> _before = nodes.Where(n => n.SuccessorId is not null).ToLookup(n => n.SuccessorId!.Value);

    public sealed record Node(Guid Id, Guid? ParentId, OrgLevel Level, string Name, string Code = "",
        DateOnly ValidFrom = default, DateOnly? ValidTo = null, Guid? SuccessorId = null);

    public IEnumerable<Node> All => _byId.Values;

    public Node? Find(Guid? id) => id is { } known && _byId.TryGetValue(known, out var node) ? node : null;

    /// <summary>The unit itself or its nearest ancestor on the level; null when there is none (a bolag has no nämnd).</summary>
    public Node? Above(Guid? unitId, OrgLevel level)
    {
        for (var at = Find(unitId); at is not null; at = Find(at.ParentId))
            if (at.Level == level)
                return at;
        return null;
    }

    /// <summary>
    /// The unit as it was called on a day: what had ended by then is its successor, what had not begun is its predecessor,
    /// if it has only one.
    /// </summary>
    public Node? On(Guid? unitId, DateOnly day)
    {
        var unit = Find(unitId);
        var seen = new HashSet<Guid>();
        while (unit is not null && unit.ValidTo < day && seen.Add(unit.Id) && Find(unit.SuccessorId) is { } next)
            unit = next;
        while (unit is not null && unit.ValidFrom > day && seen.Add(unit.Id) && _before[unit.Id].ToList() is [var only])
            unit = only;
        return unit;
    }

    /// <summary>As <see cref="Above(Guid?, OrgLevel)"/>, by the organisation of a day.</summary>
    public Node? Above(Guid? unitId, OrgLevel level, DateOnly day)
    {
        for (var at = On(unitId, day); at is not null; at = On(at.ParentId, day))
            if (at.Level == level)
                return at;
        return null;
    }

    /// <summary>«Vård- och omsorgsförvaltningen › Hemtjänst › Norra gruppen».</summary>
    public string Path(Guid? unitId)
    {
        var names = new List<string>();
        for (var at = Find(unitId); at is not null && at.Level != OrgLevel.Namnd; at = Find(at.ParentId))
            names.Insert(0, at.Name);
        return string.Join(" › ", names);
    }

    public static async Task<OrgTree> LoadAsync(AppDb db, CancellationToken ct) =>
        new(await db.OrgUnits.AsNoTracking().Select(u => new Node(u.Id, u.ParentId, u.Level, u.Name, u.Code, u.ValidFrom, u.ValidTo, u.SuccessorId)).ToListAsync(ct));
}
