using EnVagUt.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Organisation;

/// <summary>The whole tree in memory (some hundred rows): asked for a unit's förvaltning or nämnd.</summary>
public sealed class OrgTree(IReadOnlyCollection<OrgTree.Node> nodes)
{
    private readonly Dictionary<Guid, Node> _byId = nodes.ToDictionary(n => n.Id);

    public sealed record Node(Guid Id, Guid? ParentId, OrgLevel Level, string Name);

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

    /// <summary>«Vård- och omsorgsförvaltningen › Hemtjänst › Norra gruppen».</summary>
    public string Path(Guid? unitId)
    {
        var names = new List<string>();
        for (var at = Find(unitId); at is not null && at.Level != OrgLevel.Namnd; at = Find(at.ParentId))
            names.Insert(0, at.Name);
        return string.Join(" › ", names);
    }

    public static async Task<OrgTree> LoadAsync(AppDb db, CancellationToken ct) =>
        new(await db.OrgUnits.AsNoTracking().Select(u => new Node(u.Id, u.ParentId, u.Level, u.Name)).ToListAsync(ct));
}
