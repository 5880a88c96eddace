using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Parties.Absences;

namespace EnVagUt.Core.Cases.Placements;

public static class OwnCases
{
    /// <summary>The placements that are somebody's to see to on a day: the own ones, and those of whoever is away.</summary>
    public static IQueryable<Placement> Of(AppDb db, IQueryable<Placement> placements, Guid? me, DateOnly day)
    {
        var away = StandIn.On(db, day).Where(s => s.SubstituteId == me);
        // The list of coordinators comes first: it is what an index can be asked for.
        var coordinators = db.Users.Where(u => u.Id == me).Select(u => (Guid?)u.Id).Concat(away.Select(s => (Guid?)s.UserId));
        return placements.Where(p => coordinators.Contains(p.CoordinatorId))
            .Where(p => p.CoordinatorId == me || away.Any(s => s.UserId == p.CoordinatorId && s.Gren == p.Gren));
    }
}
