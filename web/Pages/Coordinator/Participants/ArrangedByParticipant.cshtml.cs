using EnVagUt.Core.Cases.Arranged;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using System.ComponentModel.DataAnnotations;

namespace EnVagUt.Web.Pages.Coordinator.Participants;

/// <summary>Egen plats: workplace, plats and placement on one page, and in one save.</summary>
[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class ArrangedByParticipantModel(AppDb db, Viewer viewer, ReadLog readLog, TimeProvider clock, RulebookService rulebook, ArrangedByParticipantService places)
    : ArrangedPage(db)
{
    public sealed class ArrangedByParticipantInput : ArrangedInput
    {
        [Required] public Form? Form { get; set; }
        [Required, StringLength(120)] public string? Title { get; set; }
        [Required, StringLength(4000)] public string? Tasks { get; set; }
        public bool WorkplaceSaidYes { get; set; }
    }

    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public ArrangedByParticipantInput Input { get; set; } = new();

    public string Name { get; private set; } = "";
    public IReadOnlyList<SelectListItem> Forms { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        Name = await Db.Participants.AsNoTracking().Where(p => p.Id == Id).Select(p => p.FirstName + " " + p.LastName)
            .SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("Participant");
        var rules = await rulebook.OnAsync(clock.Today(), Ct);
        Forms = [.. FormRegistry.All.Where(f => OfferedForms.Refusal(f.Form, rules, isOwn: null) is null).Select(f => new SelectListItem(f.Form.Label(), f.Form.ToString()))];
        if (HttpMethods.IsGet(Request.Method))
            readLog.Note(viewer, nameof(Participant), Id);
    }

    public void OnGet() => Input = new() { Week = OfficeWeek };

    public async Task<IActionResult> OnPostAsync()
    {
        var id = await places.RegisterAsync(new ArrangedByParticipant
        {
            ParticipantId = Id,
            Form = Input.Form!.Value,
            At = Input.ToWorkplace(),
            Title = Input.Title!,
            Tasks = Input.Tasks!,
            From = Input.From!.Value,
            To = Input.To,
            Pattern = Input.Week.ToTimes(),
            WorkplaceSaidYes = Input.WorkplaceSaidYes,
        }, Ct);
        return Done("/Coordinator/Placements/Show",
            Input.WorkplaceSaidYes ? "Platsen är registrerad, och arbetsplatsens ja är antecknat." : "Platsen är registrerad. Arbetsplatsen är inte tillfrågad än.", new { Id = id });
    }
}
