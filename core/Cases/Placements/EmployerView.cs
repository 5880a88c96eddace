using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
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
    public required Guid EmployerId { get; init; }
    public required Guid WorkplaceId { get; init; }
    public required string Workplace { get; init; }
    public string? Supervisor { get; init; }
    public required StatusFacts Facts { get; init; }
    public required DateTime ReadAt { get; init; }
    public required DateTime RequestedAt { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; init; }
    public required int CellMask { get; init; }
    public required Form Form { get; init; }
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

    public PlacementStatus Status => Facts.At(ReadAt);

    /// <summary>The workplace has sent nothing: it is the one that is asked.</summary>
    public string StatusWord => Status == PlacementStatus.Requested ? "Väntar på svar" : Status.Label();
    public DateOnly? StartedOn => Facts.StartedOn;
    public DateOnly? PausedTo => Facts.PausedTo;
    public DateOnly? EndedOn => Facts.EndedOn;
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
        return db.Placements.AsNoTracking().Where(p => mine.Contains(p.EmployerId) && (p.Answers.RequestedAt != null || p.ReferredBy != null) && p.Ending.VoidedAt == null
            && (p.Ending.EndedOn == null || p.Ending.EndedOn >= oldestEnd) && (p.Ending.NotHeldAt == null || p.Ending.NotHeldAt >= oldestNo));
    }

    /// <summary>Reads what may be seen of each; what may not never leaves the database. A läsare sees places and days, and nobody.</summary>
    public static IQueryable<EmployerView> Of(AppDb db, IQueryable<Placement> placements, DateTime now)
    {
        var meets = db.Viewer.EmployersAs(PlacementTransitions.TheWorkplace);
        return from p in placements
               join o in db.Offers on p.OfferId equals o.Id
               join w in db.Workplaces on p.WorkplaceId equals w.Id
               let told = p.Releases.Where(r => r.WithdrawnAt == null && meets.Contains(p.EmployerId))
               let live = p.Ending.NotHeldAt == null
               let named = p.Ending.NotHeldAt == null && p.Answers.EmployerSaidYes == true && p.Paper.DoneOn != null
               select new EmployerView
               {
                   Id = p.Id,
                   OfferId = p.OfferId,
                   OfferTitle = o.Title,
                   Form = p.Form,
                   EmployerId = p.EmployerId,
                   WorkplaceId = w.Id,
                   Workplace = w.Name,
                   Supervisor = db.Supervisors.Where(s => s.Id == p.SupervisorId).Select(s => s.Name).FirstOrDefault(),
                   ReadAt = now,
                   Facts = new StatusFacts
                   {
                       RequestedAt = p.Answers.RequestedAt,
                       EmployerSaidYes = p.Answers.EmployerSaidYes,
                       WantsToMeet = p.Answers.MeetAskedAt != null,
                       PaperDoneOn = p.Paper.DoneOn,
                       StartedOn = p.StartedOn,
                       PausedFrom = p.PausedFrom,
                       PausedTo = p.PausedTo,
                       EndedOn = p.Ending.EndedOn,
                       InterruptedBy = p.Ending.InterruptedBy,
                       NotHeldAt = p.Ending.NotHeldAt,
                       VoidedAt = p.Ending.VoidedAt,
                   },
                   RequestedAt = p.Answers.RequestedAt ?? p.ProposedAt,
                   From = p.From,
                   To = p.To,
                   CellMask = p.CellMask,
                   FirstName = live ? told.OrderByDescending(r => r.ReleasedAt).Select(r => r.FirstName).FirstOrDefault() : null,
                   LastName = named ? told.OrderByDescending(r => r.ReleasedAt).Select(r => r.LastName).FirstOrDefault() : null,
                   Phone = named ? told.OrderByDescending(r => r.ReleasedAt).Select(r => r.Phone).FirstOrDefault() : null,
                   ExtentPercent = live ? told.OrderByDescending(r => r.ReleasedAt).Select(r => (int?)r.ExtentPercent).FirstOrDefault() : null,
                   Needs = live ? told.OrderByDescending(r => r.ReleasedAt).Select(r => r.Needs).FirstOrDefault() : null,
                   IsNameless = p.PersonId == null,
                   ContactName = db.Users.Where(u => u.Id == p.CoordinatorId).Select(u => u.DisplayName).FirstOrDefault(),
               };
    }
}
