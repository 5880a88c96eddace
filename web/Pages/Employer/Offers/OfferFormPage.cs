using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Web.Fields;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Employer.Offers;

/// <summary>What the pages that show the form of a platsanmälan have in common: new, edit, copy.</summary>
public abstract class OfferFormPage(AppDb db, Viewer viewer, TimeProvider clock, RulebookService rulebook) : AppPage
{
    public static readonly IReadOnlyList<SelectListItem> ClauseForms =
        [.. FormRegistry.All.Where(f => f.TakesClause).Select(f => new SelectListItem(f.Form.Label(), f.Form.ToString()))];

    [BindProperty] public OfferForm Input { get; set; } = new();

    /// <summary>Which button: «Skicka in» or «Spara utkast».</summary>
    [BindProperty] public bool Submit { get; set; }

    /// <summary>Null for the employer itself; staff say who told them.</summary>
    public virtual BehalfForm? Said { get; set; }

    /// <summary>Posted back when an offer is edited.</summary>
    [BindProperty] public Guid? Version { get; set; }

    public OfferKindChoice Kind { get; protected set; } = null!;
    /// <summary>Longest time of one person in the form, months; null when the form has no such limit.</summary>
    public int? LongestMonths => Kind.Form is { } form ? Rules.Of(form).LongestMonths : null;

    public RulesOfDay Rules { get; private set; } = null!;

    /// <summary>The supports that a new offer may name; those for public employers when some employer of the viewer is one.</summary>
    public IReadOnlyList<SelectListItem> Supports { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Workplaces { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Supervisors { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Clauses { get; private set; } = [];

    /// <summary>Whose workplaces may be chosen.</summary>
    protected virtual Guid[] Mine => viewer.EmployersAs(Role.EmployerAdmin);

    /// <param name="supervisorId">Chosen before: stays a choice even if the person has left.</param>
    protected async Task LoadChoicesAsync(Guid? supervisorId = null)
    {
        Rules = await rulebook.OnAsync(clock.Today(), Ct);
        if (!Kind.IsOffered(Rules, isOwn: null))
            throw new NotFoundException($"Kind {Kind.Slug}");
        var mine = Mine;
        var workplaces = await db.Workplaces.AsNoTracking()
            .Where(w => mine.Contains(w.EmployerId))
            .Join(db.Employers, w => w.EmployerId, e => e.Id, (w, e) => new
            {
                w.Id,
                w.Name,
                Employer = e.Name,
                e.Sector,
                e.SortKey,
                Supervisors = w.Supervisors.Where(s => s.DeactivatedAt == null || s.Id == supervisorId).Select(s => new { s.Id, s.Name }).ToList(),
            })
            .OrderBy(w => w.SortKey).ThenBy(w => w.Name)
            .ToListAsync(Ct);
        Supports = [.. OfferedForms.Supports(clock.Today(), workplaces.Exists(w => w.Sector.IsPublic())).Select(s => new SelectListItem(s.Label(), s.ToString()))];
        var several = workplaces.Select(w => w.Employer).Distinct().Count() > 1;
        Workplaces = [.. workplaces.Select(w => new SelectListItem(several ? $"{w.Employer}: {w.Name}" : w.Name, w.Id.ToString()))];
        Supervisors = [.. workplaces.SelectMany(w => w.Supervisors.Select(s =>
            new SelectListItem(s.Name, s.Id.ToString()) { Group = new SelectListGroup { Name = w.Name } }))];
        if (Kind.Kind == OfferKind.Clause)
            Clauses = await ClausesAsync(mine);
    }

    /// <summary>The offer as it is stored; another employer's is not found.</summary>
    protected async Task<(Offer Offer, int Slots)> OwnOfferAsync(Guid id)
    {
        var mine = Mine;
        var found = await db.Offers.AsNoTracking().Where(o => o.Id == id && mine.Contains(o.EmployerId))
            .Select(o => new { Offer = o, Slots = o.Slots.Count }).SingleOrDefaultAsync(Ct) ?? throw new NotFoundException(nameof(Offer));
        return (found.Offer, found.Slots);
    }

    private async Task<List<SelectListItem>> ClausesAsync(Guid[] mine)
    {
        var today = clock.Today();
        var clauses = await OfferService.ClausesFor(db, mine).AsNoTracking()
            .Join(db.Contracts.Where(c => c.To >= today), k => k.ContractId, c => c.Id, (k, c) => new { k.Id, c.Title, c.DiaryNumber, k.Kind, k.CommitmentMonths, c.SortKey })
            .OrderBy(k => k.SortKey).ToListAsync(Ct);
        return [.. clauses.Select(k => new SelectListItem(
            $"{k.Title} ({k.DiaryNumber}): {k.Kind.Label().ToLowerInvariant()}, {k.CommitmentMonths.InMonths()}", k.Id.ToString()))];
    }
}
