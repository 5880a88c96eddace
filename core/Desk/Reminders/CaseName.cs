using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Places.Offers;

namespace EnVagUt.Core.Desk.Reminders;

/// <summary>A case as somebody may know it who meets no persons: kind, where and when; no person, no form.</summary>
public sealed record CaseName
{
    public required Guid Id { get; init; }
    public required long Seq { get; init; }
    public required CaseKind Kind { get; init; }

    /// <summary>The workplace, the plats, the contract or the employer; empty for a person and for a question.</summary>
    public string What { get; init; } = "";
    public Guid? EmployerId { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public DateTime? At { get; init; }
    public PlacementStatus? Placement { get; init; }
    public OfferStatus? Offer { get; init; }

    /// <summary>When all its letters were stopped: the person has died or moved.</summary>
    public DateTime? LettersStoppedAt { get; init; }

    /// <summary>Cases of the kind, to be asked more: what is asked of is set in each. Never those with protected identity: where they are is for those who are named for it.</summary>
    public static IQueryable<CaseName> Of(AppDb db, CaseKind kind) => kind switch
    {
        CaseKind.Placement =>
            from p in db.Placements
            where !p.IsProtected
            join w in db.Workplaces on p.WorkplaceId equals w.Id
            select new CaseName { Id = p.Id, Seq = p.Seq, Kind = kind, What = w.Name, EmployerId = p.EmployerId, From = p.From, To = p.To, Placement = p.Status, LettersStoppedAt = p.LettersStoppedAt },
        CaseKind.Participant => from x in db.Participants where !x.IsProtected select new CaseName { Id = x.Id, Seq = x.Seq, Kind = kind, EmployerId = null, From = null },
        CaseKind.Offer =>
            from o in db.Offers
            select new CaseName { Id = o.Id, Seq = o.Seq, Kind = kind, What = o.Title, EmployerId = o.EmployerId, From = o.From, To = o.To, Offer = o.Status },
        CaseKind.Employer => from e in db.Employers select new CaseName { Id = e.Id, Seq = e.Seq, Kind = kind, What = e.Name, EmployerId = e.Id, From = null, At = e.RegisteredAt },
        CaseKind.Question => from q in db.Questions select new CaseName { Id = q.Id, Seq = q.Seq, Kind = kind, EmployerId = null, From = null, At = q.AskedAt },
        CaseKind.Clause =>
            from c in db.Contracts
            from k in c.Clauses
            select new CaseName
            {
                Id = k.Id,
                Seq = k.Seq,
                Kind = kind,
                What = c.Title,
                EmployerId = db.Employers.Where(e => e.OrgNumberDigits == c.SupplierOrgNumberDigits && e.UnitId == null).Select(e => (Guid?)e.Id).FirstOrDefault(),
                From = c.From,
                To = c.To,
            },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
