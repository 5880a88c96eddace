using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Coordinator.Participants;

[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class NewModel(Viewer viewer, ParticipantService participants, Municipality municipality) : AppPage, IParticipantForm
{
    [BindProperty] public ParticipantInput Input { get; set; } = new();

    public string HomeHint => municipality.HomeHint;
    public bool IsNew => true;
    public IReadOnlyList<Verksamhetsgren> Grenar => viewer.Grenar;

    public void OnGet() => Input = new() { HomeMunicipality = municipality.HomeCode };

    public async Task<IActionResult> OnPostAsync()
    {
        RuleBreachException.When(Input.Gren is null && Grenar.Count > 1, Rule.GrenRequired, nameof(Input.Gren));
        var id = await participants.RegisterAsync(new RegisterParticipant
        {
            Gren = Input.Gren ?? Grenar[0], Person = Input.ToPerson(), Details = Input.ToDetails(), PersonNumber = Input.PersonNumber,
        }, Ct);
        return Done("/Coordinator/Participants/Show", $"{Input.FirstName} {Input.LastName} är registrerad.", new { Id = id });
    }
}
