using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using EnVagUt.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Employer;

/// <summary>The employer's desk: what waits for an answer first, then its places and its people.</summary>
[AllowRoles(Role.EmployerAdmin, Role.EmployerSupervisor, Role.EmployerReader)]
public sealed class OverviewModel(AppDb db, Viewer viewer, TimeProvider clock, RulebookService rulebook) : AppPage
{
    private const int Most = 10;
    private static readonly PlacementStatus[] Present = [PlacementStatus.AwaitingPaper, PlacementStatus.ReadyToStart, PlacementStatus.Running, PlacementStatus.Paused];

    public sealed record EmployerNotice(string Name, EmployerStatus Status, DateTime RegisteredAt, string? RejectedBecause);

    public IReadOnlyList<EmployerNotice> Employers { get; private set; } = [];
    public IReadOnlyList<EmployerView> Waiting { get; private set; } = [];
    /// <summary>Sent to be approved, and not yet by the workplace, which comes first in every form.</summary>
    public IReadOnlyList<EmployerView> Agreements { get; private set; } = [];
    public IReadOnlyList<OfferRow> Offers { get; private set; } = [];
    public IReadOnlyList<EmployerView> People { get; private set; } = [];

    /// <summary>Those the viewer answers for whose declaration has run out or was never made.</summary>
    public IReadOnlyList<DeclarationRow> Declarations { get; private set; } = [];

    /// <summary>Months of which the viewer's employers have not asked for the money, though the last day draws near.</summary>
    public IReadOnlyList<CompensationTask> Compensation { get; private set; } = [];
    public bool MayEdit => viewer.Is(Role.EmployerAdmin);

    /// <summary>Whoever only reads is not asked for an answer.</summary>
    public bool MayAnswer => viewer.IsAny(PlacementTransitions.Table[PlacementAction.Accept].Who);

    protected override async Task LoadAsync()
    {
        var mine = viewer.EmployerIds;
        Employers = await db.Employers.AsNoTracking().Where(e => mine.Contains(e.Id) && e.Status != EmployerStatus.Approved)
            .OrderBy(e => e.SortKey).Select(e => new EmployerNotice(e.Name, e.Status, e.RegisteredAt, e.RejectedBecause)).ToListAsync(Ct);
        // What is to be approved has the name in it.
        var answers = viewer.EmployersAs(PlacementTransitions.TheWorkplace);
        var placements = EmployerView.Placements(db, viewer, clock.Today());
        Waiting = await EmployerView.Of(db, placements.Where(p => p.Status == PlacementStatus.Requested).OrderBy(p => p.Answers.RequestedAt).Take(Most), clock.UtcNow()).ToListAsync(Ct);
        Agreements = await EmployerView.Of(db, placements.Where(p => Present.Contains(p.Status) && answers.Contains(p.EmployerId) && db.Agreements.Any(a => a.PlacementId == p.Id
            && a.SentAt != null && a.ConcludedAt == null && a.VoidedAt == null
            && !a.Approvals.Any(x => x.Approver == Approver.Workplace && x.VoidedAt == null))).OrderBy(p => p.From).Take(Most), clock.UtcNow()).ToListAsync(Ct);
        People = await EmployerView.Of(db, placements.Where(p => Present.Contains(p.Status)).OrderBy(p => p.From).Take(Most), clock.UtcNow()).ToListAsync(Ct);
        Offers = await db.Offers.AsNoTracking().Where(o => mine.Contains(o.EmployerId) && o.Status != OfferStatus.Closed)
            .OrderByDescending(o => o.ChangedAt).Take(Most).Select(OfferRow.Of(db)).ToListAsync(Ct);
        var responsible = viewer.EmployersAs(Role.EmployerAdmin);
        Declarations = (await DeclarationRow.Of(db, responsible, clock.Today()).ToListAsync(Ct)).FindAll(d => d.Now.Warns);
        Compensation = await CompensationTask.DueAsync(db, db.Placements.AsNoTracking().Where(p => responsible.Contains(p.EmployerId)), await rulebook.ReadAsync(Ct), clock.Today(), Most, Ct);
    }

    public void OnGet()
    {
    }
}
