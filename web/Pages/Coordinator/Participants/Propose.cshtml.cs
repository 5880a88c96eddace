using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Cases.Suggestions;
using EnVagUt.Core.Cases.Warnings;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using System.ComponentModel.DataAnnotations;

namespace EnVagUt.Web.Pages.Coordinator.Participants;

/// <summary>One chosen place: when, and which of its cells.</summary>
[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class ProposeModel(AppDb db, Viewer viewer, ReadLog readLog, SlotSuggestions suggestions, PlacementService placements, WarningService warnings) : AppPage, IWarns
{
    public sealed record ProposeInput
    {
        [Required] public DateOnly? From { get; init; }
        public DateOnly? To { get; init; }
        public List<int> Cells { get; init; } = [];
    }

    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public Guid SlotId { get; set; }

    /// <summary>The placement that this one shall continue.</summary>
    [BindProperty(SupportsGet = true, Name = "fortsatter")] public Guid? Continues { get; set; }

    [BindProperty] public ProposeInput Input { get; set; } = new();

    [BindProperty] public WarningAnswer Answer { get; set; } = new();

    public EarlierPlace? Earlier { get; private set; }
    public string Name { get; private set; } = "";
    public IReadOnlyList<Warning> Warnings { get; private set; } = [];
    public Suggestion Place { get; private set; } = null!;

    protected override async Task LoadAsync()
    {
        var person = await db.Participants.AsNoTracking().Where(p => p.Id == Id).Select(p => new { p.PersonId, Name = p.FirstName + " " + p.LastName })
            .SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("Participant");
        Name = person.Name;
        if (Continues is { } earlier)
            Earlier = await EarlierPlace.ReadAsync(db, earlier, Id, Ct);
        Place = await suggestions.ForSlotAsync(Id, SlotId, Ct);
        // What is typed decides what is warned about, so nothing is known before it is sent.
        if (HttpMethods.IsPost(Request.Method) && Input.From is { } from && (Input.To is null || Input.To >= from))
            Warnings = await warnings.OfAsync(new Plan(Id, person.PersonId, SlotId, new Period(from, Input.To), ChosenCells, null, Continues), Ct);
        readLog.Note(viewer, nameof(Participant), Id);
    }

    private Core.Ground.Time.Cells ChosenCells => Core.Ground.Time.Cells.From(Input.Cells.Where(c => c is >= 0 and < Core.Ground.Time.Cells.Count));

    public void OnGet() => Input = new()
    {
        From = Place.Fit.Period?.From ?? Place.Period.From,
        To = Place.Fit.Period is { } period ? period.To : Place.Period.To,
        Cells = [.. (Place.Fit.Cells.IsEmpty ? Place.Pattern.Cells : Place.Fit.Cells).Indexes],
    };

    public async Task<IActionResult> OnPostAsync()
    {
        RuleBreachException.When(Input.Cells.Count == 0, Rule.PatternEmpty, nameof(Input.Cells));
        var id = await placements.ProposeAsync(new ProposePlacement
        {
            ParticipantId = Id, SlotId = SlotId, From = Input.From!.Value, To = Input.To, ContinuesId = Continues,
            Cells = ChosenCells, Acknowledged = Answer.ToCore(),
        }, Ct);
        return Done("/Coordinator/Placements/Show", "Platsen är föreslagen. Inget är bokat än.", new { Id = id });
    }
}
