using EnVagUt.Core.Cases.Lives;
using EnVagUt.Core.Desk.ByHand;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.Participants;

/// <summary>Avliden or flyttat: says before what will be stopped, and after what was.</summary>
[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class GoneModel(AppDb db, Viewer viewer, ReadLog readLog, GoneService gone) : AppPage
{
    public sealed record Shown(string Name, Gone? Gone, DateOnly? GoneOn, bool LettersStopped);

    public sealed record GoneInput
    {
        public Gone? Why { get; init; }
        public DateOnly? On { get; init; }
    }

    [FromRoute] public Guid Id { get; set; }

    [BindProperty] public GoneInput Input { get; set; } = new();

    public Shown Person { get; private set; } = null!;

    /// <summary>What waits, or what was stopped when the fact is there.</summary>
    public IReadOnlyList<StoppedLetter> Letters { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        Person = await db.Participants.AsNoTracking().Where(p => p.Id == Id)
            .Select(p => new Shown(p.FirstName + " " + p.LastName, p.Gone, p.GoneOn, p.LettersStoppedAt != null))
            .SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("Participant");
        // Only of the viewer's own gren: that there is another shows nowhere.
        var placements = db.Placements.AsNoTracking().Where(p => p.ParticipantId == Id && p.Ending.VoidedAt == null && p.Ending.NotHeldAt == null);
        Letters = await StoppedLetter.Of(db, placements, waiting: !Person.LettersStopped).ToListAsync(Ct);
        if (HttpMethods.IsGet(Request.Method))
            readLog.Note(viewer, nameof(Participant), Id);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        // Not by attributes: the other button sends none of them.
        RuleBreachException.When(Input.Why is null, Rule.Required, nameof(Input.Why));
        RuleBreachException.When(Input.On is null, Rule.Required, nameof(Input.On));
        await gone.RecordAsync(Id, Input.Why!.Value, Input.On!.Value, Ct);
        return Done("/Coordinator/Participants/Gone", "Uppgiften är sparad. Inga fler brev skickas.", new { Id });
    }

    public async Task<IActionResult> OnPostTakeBackAsync()
    {
        await gone.TakeBackAsync(Id, Ct);
        return Done("/Coordinator/Participants/Show", $"{(Person.Gone is null ? "" : "Uppgiften är borttagen. ")}Brev skickas igen från och med nu.", new { Id });
    }
}
