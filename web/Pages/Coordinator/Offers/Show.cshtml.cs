using EnVagUt.Core.Access;
using EnVagUt.Core.Data;
using EnVagUt.Core.Forms;
using EnVagUt.Core.Offers;
using EnVagUt.Core.Rules;
using EnVagUt.Web.Access;
using EnVagUt.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.Offers;

/// <summary>One published platsanmälan: what is done there, and when each place is booked. Never by whom.</summary>
[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager, Role.BusinessContact)]
public sealed class ShowModel(AppDb db, TimeProvider clock) : AppPage
{
    private static readonly OfferStatus[] Public = [OfferStatus.Published, OfferStatus.Filled, OfferStatus.Paused, OfferStatus.Closed];

    public sealed record Facts(
        string Title, OfferStatus Status, OfferKind Kind, Form Form, string Employer, string Workplace, string Street, string City, string? Area,
        string ContactName, string? ContactPhone, string? Supervisor, string Tasks, string? Requirements, SwedishLevel Swedish, bool DrivingLicence,
        string SupportCodes, DateOnly From, DateOnly? To, WeeklyPattern Pattern)
    {
        public Period Period => new(From, To);
        public string Supports => string.Join(", ", SupportCodes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => Enum.Parse<Lonestod>(c).Label()));
    }

    public sealed record Seat(int Number, List<Booked> Booked);

    public sealed record Booked(DateOnly From, DateOnly? To, int CellMask)
    {
        public override string ToString() => $"{new Period(From, To)}, {new Cells(CellMask)}";
    }

    [FromRoute] public Guid Id { get; set; }

    public Facts Offer { get; private set; } = null!;
    public IReadOnlyList<Seat> Seats { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        Offer = await (
            from o in db.Offers.AsNoTracking()
            where o.Id == Id && Public.Contains(o.Status)
            join w in db.Workplaces on o.WorkplaceId equals w.Id
            join e in db.Employers on o.EmployerId equals e.Id
            select new Facts(o.Title, o.Status, o.Kind, o.Form, e.Name, w.Name, w.StreetAddress, w.City, w.Area,
                w.ContactName, w.ContactPhone, db.Supervisors.Where(s => s.Id == o.SupervisorId).Select(s => s.Name).FirstOrDefault(),
                o.Tasks, o.Requirements, o.Swedish, o.DrivingLicence, o.SupportCodes, o.From, o.To, o.Pattern))
            .SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("Offer");
        var (now, today) = (clock.UtcNow(), clock.Today());
        Seats = await db.Slots.AsNoTracking().Where(s => s.OfferId == Id).OrderBy(s => s.Number)
            .Select(s => new Seat(s.Number, db.Claims
                .Where(c => c.SlotId == s.Id && c.ReleasedAt == null && (c.ExpiresAt == null || c.ExpiresAt > now) && (c.To == null || c.To >= today))
                .OrderBy(c => c.From).Select(c => new Booked(c.From, c.To, c.CellMask)).ToList()))
            .ToListAsync(Ct);
    }

    public void OnGet()
    {
    }
}
