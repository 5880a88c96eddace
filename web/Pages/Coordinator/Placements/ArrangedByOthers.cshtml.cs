using EnVagUt.Core.Cases.Arranged;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using System.ComponentModel.DataAnnotations;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

/// <summary>Anmäl praktik som redan är avtalad, without a name; or for the participant whose id stands in the address.</summary>
[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class ArrangedByOthersModel(AppDb db, Viewer viewer, ReadLog readLog, TimeProvider clock, RulebookService rulebook, ArrangedByOthersService agreed, RuleTexts texts)
    : ArrangedPage(db)
{
    /// <summary>What the rules had against another's decision, told once on the case's page.</summary>
    public const string ObjectionsKey = "Objections";

    public sealed class ArrangedByOthersInput : ArrangedInput
    {
        public Verksamhetsgren? Gren { get; set; }
        [Required] public Form? Form { get; set; }
        [Required] public Referrer? ReferredBy { get; set; }
        public Sex? Sex { get; set; }
        [StringLength(120)] public string? Title { get; set; }
        public DateOnly? DoneOn { get; set; }
        [StringLength(200)] public string? Reference { get; set; }

        /// <summary>The first day there, when it has been.</summary>
        public DateOnly? On { get; set; }
    }

    [BindProperty(SupportsGet = true, Name = "deltagare")] public Guid? ParticipantId { get; set; }
    [BindProperty] public ArrangedByOthersInput Input { get; set; } = new();

    /// <summary>Null when the placement is registered without a name.</summary>
    public string? Name { get; private set; }
    public IReadOnlyList<SelectListItem> Forms { get; private set; } = [];
    public IReadOnlyList<Verksamhetsgren> Grenar => viewer.Grenar;

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        if (ParticipantId is { } id)
        {
            Name = await Db.Participants.AsNoTracking().Where(p => p.Id == id).Select(p => p.FirstName + " " + p.LastName)
                .SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("Participant");
            if (HttpMethods.IsGet(Request.Method))
                readLog.Note(viewer, nameof(Participant), id);
        }
        var rules = await rulebook.OnAsync(clock.Today(), Ct);
        Forms = [.. FormRegistry.All.Where(f => OfferedForms.Refusal(f.Form, rules, isOwn: null, byOthers: true) is null).Select(f => new SelectListItem(f.Form.Label(), f.Form.ToString()))];
    }

    public void OnGet() => Input = new() { Week = OfficeWeek };

    public async Task<IActionResult> OnPostAsync()
    {
        RuleBreachException.When(Name is null && Input.Gren is null && Grenar.Count > 1, Rule.GrenRequired, nameof(Input.Gren));
        var made = await agreed.RegisterAsync(new ArrangedByOthers
        {
            Gren = Input.Gren ?? Grenar[0],
            ParticipantId = ParticipantId,
            Sex = Input.Sex,
            Form = Input.Form!.Value,
            ReferredBy = Input.ReferredBy!.Value,
            At = Input.ToWorkplace(),
            Title = Input.Title,
            From = Input.From!.Value,
            To = Input.To,
            Pattern = Input.Week.ToTimes(),
            DoneOn = Input.DoneOn,
            Reference = Input.Reference,
            On = Input.On,
        }, Ct);
        if (made.Objections.Count > 0)
            TempData[ObjectionsKey] = made.Objections.Select(texts.For).Distinct().ToArray();
        return Done("/Coordinator/Placements/Show", "Placeringen är registrerad.", new { made.Id });
    }
}
