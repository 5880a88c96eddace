using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Places.Offers;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>
/// What the employer sees of a placement, and how long (docs/model.md, What the workplace sees): what was released when it is asked, full name and
/// phone when the placement is Klar för start, nothing 84 days after the end. All of the employer's pages read this.
/// </summary>
public sealed record EmployerView
{
    public const int DaysAfterEnd = 84;

    public required Guid Id { get; init; }
    public required Guid OfferId { get; init; }
    public required string OfferTitle { get; init; }
    public required OfferKind Kind { get; init; }
    public required Guid EmployerId { get; init; }
    public required string Workplace { get; init; }
    public string? Supervisor { get; init; }
    public required PlacementStatus Status { get; init; }
    public required DateTime RequestedAt { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; init; }
    public required int CellMask { get; init; }
    public required Form Form { get; init; }
    public DateOnly? StartedOn { get; init; }
    public DateOnly? PausedTo { get; init; }
    public DateOnly? EndedOn { get; init; }
    public string? FirstName { get; init; }
    public string? LastName { get; init; }
    public string? Phone { get; init; }
    public int? ExtentPercent { get; init; }
    public string? Needs { get; init; }
    public string? ContactName { get; init; }

    /// <summary>Agreed elsewhere and registered without a name.</summary>
    public bool IsNameless { get; init; }

    /// <summary>«Robin» until the placement is Klar för start, then the full name; null when nothing may be seen.</summary>
    public string? Name => LastName is null ? FirstName : $"{FirstName} {LastName}";

    public Period Period => new(From, To);
    public Cells Cells => new(CellMask);

    /// <summary>The last day on which the employer's pages show the person.</summary>
    public DateOnly? GoneAfter => EndedOn?.AddDays(DaysAfterEnd);

    /// <summary>The placements that an employer's pages may show at all.</summary>
    public static IQueryable<Placement> Placements(AppDb db, Viewer viewer, DateOnly today)
    {
        var mine = viewer.EmployerIds;
        var oldestEnd = today.AddDays(-DaysAfterEnd);
        var oldestNo = oldestEnd.StartOfDayUtc();
        return db.Placements.AsNoTracking().Where(p => mine.Contains(p.EmployerId) && (p.RequestedAt != null || p.ReferredBy != null) && p.VoidedAt == null
            && (p.EndedOn == null || p.EndedOn >= oldestEnd) && (p.NotHeldAt == null || p.NotHeldAt >= oldestNo));
    }

    /// <summary>Reads what may be seen of each; what may not never leaves the database.</summary>
    public static IQueryable<EmployerView> Of(AppDb db, IQueryable<Placement> placements) =>
        from p in placements
        join o in db.Offers on p.OfferId equals o.Id
        join w in db.Workplaces on p.WorkplaceId equals w.Id
        let live = p.NotHeldAt == null
        let named = p.NotHeldAt == null && p.EmployerSaidYes == true && p.PaperDoneOn != null
        select new EmployerView
        {
            Id = p.Id,
            OfferId = p.OfferId,
            OfferTitle = o.Title,
            Kind = o.Kind,
            Form = p.Form,
            EmployerId = p.EmployerId,
            Workplace = w.Name,
            Supervisor = db.Supervisors.Where(s => s.Id == p.SupervisorId).Select(s => s.Name).FirstOrDefault(),
            Status = p.Status,
            RequestedAt = p.RequestedAt ?? p.ProposedAt,
            From = p.From,
            To = p.To,
            CellMask = p.CellMask,
            PausedTo = p.PausedTo,
            StartedOn = p.StartedOn,
            EndedOn = p.EndedOn,
            FirstName = live ? p.Releases.OrderByDescending(r => r.ReleasedAt).Select(r => r.FirstName).FirstOrDefault() : null,
            LastName = named ? p.Releases.OrderByDescending(r => r.ReleasedAt).Select(r => r.LastName).FirstOrDefault() : null,
            Phone = named ? p.Releases.OrderByDescending(r => r.ReleasedAt).Select(r => r.Phone).FirstOrDefault() : null,
            ExtentPercent = live ? p.Releases.OrderByDescending(r => r.ReleasedAt).Select(r => (int?)r.ExtentPercent).FirstOrDefault() : null,
            Needs = live ? p.Releases.OrderByDescending(r => r.ReleasedAt).Select(r => r.Needs).FirstOrDefault() : null,
            IsNameless = p.PersonId == null,
            ContactName = db.Users.Where(u => u.Id == p.CoordinatorId).Select(u => u.DisplayName).FirstOrDefault(),
        };
}
