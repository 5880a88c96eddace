using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

/// <summary>
/// Kopiera till fler deltagare. Who is searched for is posted and kept; without a search the viewer's own participants
/// without a place are the choices.
/// </summary>
public sealed class CopyModel(Reading reading, SavedSelections selections, CopyService copies) : PlacementPage(reading)
{
    public const int Shown = 50;

    public sealed record CopyInput
    {
        public List<Guid> ParticipantIds { get; init; } = [];
    }

    public sealed record SearchInput
    {
        public string? Terms { get; init; }
    }

    [BindProperty(SupportsGet = true, Name = "urval")] public Guid? Selection { get; set; }
    [BindProperty] public CopyInput Input { get; set; } = new();
    [BindProperty] public SearchInput Search { get; set; } = new();

    public bool SelectionIsGone { get; private set; }
    public int Free { get; private set; }
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        Free = await copies.CountFreeAsync(Id, Ct);
        var terms = Selection is { } id ? await selections.ReadAsync(id, Ct) : null;
        SelectionIsGone = Selection is not null && terms is null;
        if (Search.Terms is null)
            Search = new() { Terms = terms };
        var found = await Found(terms).OrderBy(p => p.SortKey).Take(Shown + 1)
            .Select(p => new { p.Id, p.FirstName, p.LastName, p.BirthDate }).ToListAsync(Ct);
        Choices = [.. found.Select(p => new SelectListItem($"{p.FirstName} {p.LastName}, {Age.On(p.BirthDate, Today)} år", p.Id.ToString()))];
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostSearchAsync()
    {
        Guid? selection = string.IsNullOrWhiteSpace(Search.Terms) ? null : await selections.SaveAsync(Search.Terms, Ct);
        return RedirectToPage("Copy", new { Id, urval = selection });
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await copies.CopyAsync(Id, Input.ParticipantIds, Ct);
        var count = Input.ParticipantIds.Distinct().Count();
        return Done("/Coordinator/Placements/List", count == 1 ? "1 deltagare är föreslagen. Inget är bokat än." : $"{count} deltagare är föreslagna. Inget är bokat än.");
    }

    private IQueryable<Participant> Found(string? terms)
    {
        var (gren, own, me) = (Case.Gren, Case.ParticipantId, Db.Viewer.UserId);
        var open = ListModel.Open;
        var found = Db.Participants.AsNoTracking().Where(p => p.Gren == gren && p.ClosedAt == null && p.Id != own);
        if (terms is null)
            return found.Where(p => p.ResponsibleId == me && !Db.Placements.Any(x => x.ParticipantId == p.Id && open.Contains(x.Status)));
        var ids = SearchIndex.Find(Db, SearchOwner.Participant, terms);
        return found.Where(p => ids.Contains(p.Id));
    }

}
