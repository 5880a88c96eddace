using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Cases.Lives;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.Participants;

/// <summary>Avsluta: says before what is let go, and what has to be ended first.</summary>
[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class CloseModel(AppDb db, Viewer viewer, ReadLog readLog, TimeProvider clock, CloseService close) : AppPage
{
    public sealed record Shown(string Name, DateOnly? ClosedOn, ExitReason? ClosedBecause)
    {
        public static IQueryable<Shown> Of(AppDb db, Guid id) =>
            db.Participants.AsNoTracking().Where(p => p.Id == id).Select(p => new Shown(p.FirstName + " " + p.LastName, p.ClosedOn, p.ClosedBecause));
    }

    public sealed record Place(Guid Id, string Title, string Workplace, PlacementStatus Status);

    public sealed record CloseInput
    {
        [Required] public ExitReason? Because { get; init; }
        [Required] public DateOnly? On { get; init; }
    }

    [FromRoute] public Guid Id { get; set; }

    [BindProperty] public CloseInput Input { get; set; } = new();

    public Shown Person { get; private set; } = null!;
    public IReadOnlyList<Place> Held { get; private set; } = [];
    public IReadOnlyList<Place> LetGo { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        Person = await Shown.Of(db, Id).SingleOrDefaultAsync(Ct) ?? throw new NotFoundException(nameof(Participant));
        var places = await (
            from p in db.Placements.AsNoTracking()
            where p.ParticipantId == Id && (CloseService.Holds.Contains(p.Status) || CloseService.LetGo.Contains(p.Status))
            join o in db.Offers on p.OfferId equals o.Id
            join w in db.Workplaces on p.WorkplaceId equals w.Id
            orderby p.From, p.Seq
            select new Place(p.Id, o.Title, w.Name, p.Status)).Take(100).ToListAsync(Ct);
        (Held, LetGo) = (places.FindAll(p => CloseService.Holds.Contains(p.Status)), places.FindAll(p => CloseService.LetGo.Contains(p.Status)));
        if (HttpMethods.IsGet(Request.Method))
            readLog.Note(viewer, nameof(Participant), Id);
    }

    public void OnGet() => Input = new() { On = clock.Today() };

    public async Task<IActionResult> OnPostAsync()
    {
        await close.CloseAsync(Id, Input.Because!.Value, Input.On!.Value, Ct);
        return Done("/Coordinator/Participants/Show", $"{Person.Name} är avslutad.", new { Id });
    }
}
