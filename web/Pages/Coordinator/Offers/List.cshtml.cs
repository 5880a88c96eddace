using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.Offers;

/// <summary>Published places with what is free of them: «kök deltid centrum fm». One statement whatever is found.</summary>
[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager, Role.BusinessContact)]
public sealed class ListModel(AppDb db, TimeProvider clock, ShortageLog shortage) : AppPage
{
    public const int CountedAtMost = 1000;

    public sealed record Row(
        Guid Id, string Title, OfferKind Kind, Form Form, string Employer, string Workplace, string? Area, DateOnly From, DateOnly? To,
        WeeklyPattern Pattern, int FreeSlots, int SlotCount)
    {
        public Period Period => new(From, To);
    }

    [BindProperty(SupportsGet = true, Name = "q")] public string? Words { get; set; }
    [BindProperty(SupportsGet = true, Name = "form")] public string? Form { get; set; }
    [BindProperty(SupportsGet = true, Name = "fore")] public string? Before { get; set; }
    [BindProperty(SupportsGet = true, Name = "efter")] public string? After { get; set; }

    public KeyPage<Row> Rows { get; private set; } = KeyPage<Row>.None;
    public int Count => Rows.Count;

    protected override async Task LoadAsync()
    {
        var found = Found();
        Rows = await found
            .Join(db.Workplaces, o => o.WorkplaceId, w => w.Id, (o, w) => new { o, w })
            .Join(db.Employers, x => x.o.EmployerId, e => e.Id, (x, e) => new { x.o, x.w, e })
            .ReadPageAsync(x => x.o.SortKey,
                x => new Row(x.o.Id, x.o.Title, x.o.Kind, x.o.Form, x.e.Name, x.w.Name, x.w.Area, x.o.From, x.o.To,
                    x.o.Pattern, x.o.FreeSlots, x.o.SlotCount), Before, After, Ct, counted: found.Take(CountedAtMost + 1));
        var nothing = Rows.Rows.Count == 0 && Before is null && After is null;
        if (nothing && !string.IsNullOrWhiteSpace(Words) && Form is null)
            await shortage.NoteAsync(Words, Ct);
    }

    public void OnGet()
    {
    }

    private IQueryable<Offer> Found()
    {
        var today = clock.Today();
        var found = db.Offers.AsNoTracking().Where(o => o.Status == OfferStatus.Published && (o.To == null || o.To >= today));
        if (OfferKindChoice.Find(Form) is { Kind: var kind, Form: var form })
            found = found.Where(o => o.Kind == kind && (form == null || o.Form == form));
        if (!string.IsNullOrWhiteSpace(Words))
        {
            var ids = SearchIndex.Find(db, SearchOwner.Offer, Words);
            found = found.Where(o => ids.Contains(o.Id));
        }
        return found;
    }
}
