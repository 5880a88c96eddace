using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;

namespace EnVagUt.Core.Parties.Absences;

/// <summary>An enhetschef's address, or that of whoever stands in; the first appointed first.</summary>
public sealed class Manager
{
    public Verksamhetsgren? Gren { get; init; }
    public string? Email { get; init; }

    public static IQueryable<Manager> On(AppDb db, DateOnly day)
    {
        var standIns = StandIn.On(db, day);
        return from g in db.RoleGrants
               join u in db.Users on g.UserId equals u.Id
               where g.Role == Role.UnitManager && u.DeactivatedAt == null
               orderby u.CreatedAt, g.Seq
               select new Manager
               {
                   Gren = g.Gren,
                   Email = standIns.Where(s => s.UserId == u.Id && s.Gren == g.Gren).OrderBy(s => s.Seq).Select(s => s.Email).FirstOrDefault() ?? u.Email,
               };
    }
}
