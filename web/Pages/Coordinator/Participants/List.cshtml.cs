using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.Participants;

/// <summary>
/// Participants of the viewer's grenar by name. What is searched for is posted and kept, and pages are turned by id:
/// neither terms nor sort keys, which hold names, stand in an address (docs/model.md, Links and addresses).
/// </summary>
[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class ListModel(AppDb db, Viewer viewer, TimeProvider clock, SavedSelections selections) : AppPage
{
    public const int CountedAtMost = 1000;

    private static readonly PlacementStatus[] OnGoing =
        [PlacementStatus.Requested, PlacementStatus.AwaitingPaper, PlacementStatus.ReadyToStart, PlacementStatus.Running, PlacementStatus.Paused];

    public sealed record Row(Guid Id, string Name, DateOnly BirthDate, Education Education, int ExtentPercent, string? Responsible, PlacementStatus? Now);

    public sealed record SearchInput
    {
        public string? Terms { get; init; }
        public bool Mine { get; init; }
        public bool Without { get; init; }
        public bool Closed { get; init; }
        public bool Protected { get; init; }
    }

    [BindProperty(SupportsGet = true, Name = "urval")] public Guid? Selection { get; set; }
    [BindProperty(SupportsGet = true, Name = "mina")] public bool Mine { get; set; }
    [BindProperty(SupportsGet = true, Name = "utan")] public bool Without { get; set; }
    [BindProperty(SupportsGet = true, Name = "avslutade")] public bool Closed { get; set; }
    [BindProperty(SupportsGet = true, Name = "skyddade")] public bool Protected { get; set; }
    [BindProperty(SupportsGet = true, Name = "fore")] public Guid? Before { get; set; }
    [BindProperty(SupportsGet = true, Name = "efter")] public Guid? After { get; set; }
    [BindProperty] public SearchInput Input { get; set; } = new();

    public bool SelectionIsGone { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public Guid? Previous { get; private set; }
    public Guid? Next { get; private set; }
    public int Count { get; private set; }
    public DateOnly Today => clock.Today();
    public bool SeesProtected => viewer.ProtectedGrenar.Length > 0;

    public async Task OnGetAsync()
    {
        var terms = Selection is { } id ? await selections.ReadAsync(id, Ct) : null;
        SelectionIsGone = Selection is not null && terms is null;
        Input = new() { Terms = terms, Mine = Mine, Without = Without, Closed = Closed, Protected = Protected };
        if (SelectionIsGone)
            return;
        var found = Found(terms);
        Count = await found.Take(CountedAtMost + 1).CountAsync(Ct);
        var edge = Before ?? After;
        var key = edge is null ? null : await db.Participants.Where(p => p.Id == edge).Select(p => p.SortKey).SingleOrDefaultAsync(Ct);
        var page = await found.ReadPageAsync(p => p.SortKey, p => new Row(
            p.Id, p.FirstName + " " + p.LastName, p.BirthDate, p.Education, p.ExtentPercent,
            db.Users.Where(u => u.Id == p.ResponsibleId).Select(u => u.DisplayName).FirstOrDefault(),
            db.Placements.Where(x => x.ParticipantId == p.Id && ListedNow.Contains(x.Status)).OrderByDescending(x => x.From).ThenBy(x => x.Seq)
                .Select(x => (PlacementStatus?)x.Status).FirstOrDefault()),
            Before is null ? null : key, Before is null ? key : null, Ct);
        Rows = page.Rows;
        Previous = page.Previous is null ? null : Rows[0].Id;
        Next = page.Next is null ? null : Rows[^1].Id;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        // A number is looked up and never kept; whoever has protected identity is found by it, and by no word.
        if (PersonNumber.TryParse(Input.Terms, out var number))
            return await db.Participants.Where(p => p.Person.Number == number.Digits).OrderBy(p => p.Gren).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(Ct) is { } found
                ? RedirectToPage("Show", new { id = found })
                : Done("/Coordinator/Participants/List", "Ingen i din verksamhet har det personnumret.");
        Guid? selection = string.IsNullOrWhiteSpace(Input.Terms) ? null : await selections.SaveAsync(Input.Terms, Ct);
        return RedirectToPage("List", new { urval = selection, mina = Input.Mine ? "true" : null, utan = Input.Without ? "true" : null, avslutade = Input.Closed ? "true" : null, skyddade = Input.Protected ? "true" : null });
    }

    private static readonly PlacementStatus[] ListedNow = [PlacementStatus.Proposed, PlacementStatus.Pencilled, .. OnGoing];

    private IQueryable<Participant> Found(string? terms)
    {
        var (me, closed, hidden) = (viewer.UserId, Closed, Protected);
        var found = db.Participants.AsNoTracking().Where(p => p.ClosedAt != null == closed && p.IsProtected == hidden && p.JoinedInto == null);
        if (terms is not null)
        {
            var ids = SearchIndex.Find(db, SearchOwner.Participant, terms);
            found = found.Where(p => ids.Contains(p.Id));
        }
        if (Mine)
            found = found.Where(p => p.ResponsibleId == me);
        if (Without)
            found = found.Where(p => !db.Placements.Any(x => x.ParticipantId == p.Id && OnGoing.Contains(x.Status)));
        return found;
    }
}
