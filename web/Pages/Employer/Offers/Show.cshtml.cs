using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Employer.Offers;

[AllowRoles(Role.EmployerAdmin, Role.EmployerSupervisor, Role.EmployerReader)]
public sealed class ShowModel(AppDb db, Viewer viewer, TimeProvider clock, Municipality municipality) : AppPage
{
    [FromRoute] public Guid Id { get; set; }
    public OfferCard Offer { get; private set; } = null!;
    public OfferFacts Facts { get; private set; } = null!;
    public OfferStatus Status => Facts.Status;
    public bool IsMine { get; private set; }
    public IReadOnlyList<EmployerView> People { get; private set; } = [];
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public bool May(OfferAction action) => OfferTransitions.Table.Allows(action, Facts, viewer.RolesAt(Offer.EmployerId));

    protected override async Task LoadAsync()
    {
        var (mine, today) = (viewer.EmployerIds, clock.Today());
        var found = await db.Offers.AsNoTracking().Where(o => o.Id == Id && mine.Contains(o.EmployerId))
            .Select(OfferCard.Of(db)).SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("Offer");
        Offer = found with { ForEmployer = true };
        IsMine = viewer.EmployersAs(Role.EmployerAdmin).Contains(Offer.EmployerId);
        Facts = new OfferFacts(Offer.StatusOn(today))
        {
            EmployerIsApproved = await db.Employers.AnyAsync(e => e.Id == Offer.EmployerId && e.Status == EmployerStatus.Approved, Ct),
            IsBooked = await OfferService.IsBookedAsync(db, Id, clock.UtcNow(), Ct),
        };
        People = await EmployerView.Of(db, EmployerView.Placements(db, viewer, today).Where(p => p.OfferId == Id && p.Ending.NotHeldAt == null)
            .OrderBy(p => p.From).Take(100), clock.UtcNow()).ToListAsync(Ct);
        History = await CaseHistory.ForEmployerAsync(db, Id, Offer.EmployerId, municipality.AmeName, Ct);
    }

    public void OnGet()
    {
    }
}
