using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Absences;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.Absences;

/// <summary>Who is away, who stands in, and which days.</summary>
public sealed record AbsenceRow(Guid Id, Guid UserId, string Away, string Substitute, DateOnly From, DateOnly To)
{
    public Period Days => new(From, To);

    /// <summary>The first to begin first.</summary>
    public static IQueryable<AbsenceRow> Of(AppDb db, IQueryable<Absence> absences) =>
        from a in absences.AsNoTracking()
        join u in db.Users on a.UserId equals u.Id
        join s in db.Users on a.SubstituteId equals s.Id
        orderby a.From, a.Seq
        select new AbsenceRow(a.Id, u.Id, u.DisplayName, s.DisplayName, a.From, a.To);
}
