using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

/// <summary>Placements of the viewer's grenar, the latest start first. No names in the address: the key is a date and an id.</summary>
[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class ListModel(AppDb db, Viewer viewer, TimeProvider clock) : AppPage
{
    public const int CountedAtMost = 1000;

    public static readonly IReadOnlyList<PlacementStatus> Open =
    [
        PlacementStatus.Proposed, PlacementStatus.Pencilled, PlacementStatus.Requested,
        PlacementStatus.AwaitingPaper, PlacementStatus.ReadyToStart, PlacementStatus.Running, PlacementStatus.Paused,
    ];

    public static readonly SelectListItem[] Statuses =
    [
        new("På gång och pågående", ""),
        .. Enum.GetValues<PlacementStatus>().Select(s => new SelectListItem(s.Label(), s.ToString())),
    ];

    public static readonly SelectListItem[] Whose = [new("Mina", "mina"), new("Alla i min verksamhet", "alla")];

    public sealed record Row(
        Guid Id, string Person, string Title, string Workplace, StatusFacts Facts, Form Form,
        DateOnly From, DateOnly? To, int CellMask, string? Coordinator)
    {
        public Period Period => new(From, To);
    }

    [BindProperty(SupportsGet = true, Name = "lage")] public PlacementStatus? Status { get; set; }
    [BindProperty(SupportsGet = true, Name = "vilka")] public string? Which { get; set; }
    [BindProperty(SupportsGet = true, Name = "fore")] public string? Before { get; set; }
    [BindProperty(SupportsGet = true, Name = "efter")] public string? After { get; set; }

    public KeyPage<Row> Rows { get; private set; } = KeyPage<Row>.None;
    public int Count { get; private set; }

    protected override async Task LoadAsync()
    {
        // A manager looks at the unit, others at their own.
        Which = Which is "alla" or "mina" ? Which : viewer.Is(Role.UnitManager) ? "alla" : "mina";
        var (grenar, me) = (viewer.Grenar, viewer.UserId);
        var found = db.Placements.AsNoTracking().Where(p => grenar.Contains(p.Gren));
        found = Status is { } status ? found.Where(p => p.Status == status) : found.Where(p => Open.Contains(p.Status));
        if (Which == "mina")
            found = OwnCases.Of(db, found, me, clock.Today());
        Count = await found.Take(CountedAtMost + 1).CountAsync(Ct);
        Rows = await found.ReadPageAsync(p => p.SortKey, p => new Row(
            p.Id,
            p.ParticipantId == null ? PlacementPage.Nameless
                : db.Participants.Where(x => x.Id == p.ParticipantId).Select(x => x.FirstName + " " + x.LastName).FirstOrDefault() ?? "",
            db.Offers.Where(o => o.Id == p.OfferId).Select(o => o.Title).FirstOrDefault() ?? "",
            db.Workplaces.Where(w => w.Id == p.WorkplaceId).Select(w => w.Name).FirstOrDefault() ?? "",
            new StatusFacts(p.PencilledUntil, p.Answers, p.Paper, p.StartedOn, p.PausedFrom, p.PausedTo, p.Ending), p.Form, p.From, p.To, p.CellMask,
            db.Users.Where(u => u.Id == p.CoordinatorId).Select(u => u.DisplayName).FirstOrDefault()), Before, After, Ct);
    }

    public void OnGet()
    {
    }

    public PlacementStatus StatusOf(Row row) => row.Facts.At(clock.UtcNow());
}
