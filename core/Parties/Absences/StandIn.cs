using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;

namespace EnVagUt.Core.Parties.Absences;

/// <summary>Who stands in for whom on a day, in one gren: only somebody who answers for cases in it does.</summary>
public sealed class StandIn
{
    public required long Seq { get; init; }
    public required Guid UserId { get; init; }
    public required Guid SubstituteId { get; init; }
    public required string? Email { get; init; }
    public Verksamhetsgren? Gren { get; init; }

    public static IQueryable<StandIn> On(AppDb db, DateOnly day)
    {
        var roles = Roles.CaseWorkers;
        return from a in db.Absences
               where a.WithdrawnAt == null && a.From <= day && a.To >= day
               join u in db.Users on a.SubstituteId equals u.Id
               where u.DeactivatedAt == null
               from g in db.RoleGrants
               where g.UserId == u.Id && roles.Contains(g.Role)
               select new StandIn { Seq = a.Seq, UserId = a.UserId, SubstituteId = u.Id, Email = u.Email, Gren = g.Gren };
    }
}
