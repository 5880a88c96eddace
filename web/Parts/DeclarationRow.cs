using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Declarations;
using EnVagUt.Core.Parties.Employers;

namespace EnVagUt.Web.Parts;

/// <summary>An employer and the declaration of it that holds longest.</summary>
public sealed record DeclarationRow(Guid EmployerId, string Name, Sector Sector, DateOnly Today)
{
    public sealed record Held(DateOnly ValidThrough, DateOnly DeclaredOn, string DeclaredBy, DeclarationWay Way);

    public Held? Latest { get; init; }
    public DeclarationNow Now => new(Latest?.ValidThrough, Today);

    /// <summary>«, lämnad på papper den 3 mars 2027 av Kim Firmatecknare».</summary>
    public string Given => Latest is { } d ? $", lämnad {d.Way.Label().ToLowerInvariant()} den {d.DeclaredOn.Written()} av {d.DeclaredBy}" : "";

    public static IQueryable<DeclarationRow> Of(AppDb db, Guid[] employerIds, DateOnly today) =>
        from e in db.Employers
        where employerIds.Contains(e.Id)
        orderby e.SortKey
        select new DeclarationRow(e.Id, e.Name, e.Sector, today)
        {
            Latest = db.EmployerDeclarations.Where(d => d.EmployerId == e.Id).OrderByDescending(d => d.ValidThrough).ThenByDescending(d => d.Seq)
                .Select(d => new Held(d.ValidThrough, d.DeclaredOn, d.DeclaredBy, d.Way)).FirstOrDefault(),
        };
}
