using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Coordinator.Participants;

[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class NewModel(Viewer viewer, ParticipantService participants, Municipality municipality, HomeMunicipalities homes) : AppPage, IParticipantForm
{
    public const string OnlyTheNamed = "Personen har skyddade uppgifter. Bara de som är utsedda för det ser personen. Prata med din chef.";

    [BindProperty] public ParticipantInput Input { get; set; } = new();

    public HomeMunicipalities Homes => homes;
    public bool IsNew => true;
    public IReadOnlyList<Verksamhetsgren> Grenar => viewer.Grenar;
    public IReadOnlyList<Namesake> Namesakes { get; private set; } = [];

    public void OnGet() => Input = new() { HomeMunicipality = municipality.HomeCode };

    public async Task<IActionResult> OnPostAsync()
    {
        RuleBreachException.When(Input.Gren is null && Grenar.Count > 1, Rule.GrenRequired, nameof(Input.Gren));
        var input = new RegisterParticipant
        {
            Gren = Input.Gren ?? Grenar[0], Person = Input.ToPerson(), Details = Input.ToDetails(), PersonNumber = Input.PersonNumber, Because = Input.Because,
        };
        try
        {
            var registered = await participants.RegisterAsync(input, Ct);
            if (registered.IsProtected && !viewer.ProtectedGrenar.Contains(input.Gren))
                return Done("/Coordinator/Participants/List", $"Personen är registrerad. {OnlyTheNamed}");
            return Done("/Coordinator/Participants/Show",
                registered.WasThere ? "Personen fanns redan i din verksamhet. Det du skrev är inte sparat: ändra uppgifterna här." : $"{Input.FirstName} {Input.LastName} är registrerad.", new { registered.Id });
        }
        catch (RuleBreachException)
        {
            Namesakes = await participants.NamesakesAsync(input, Ct);
            throw;
        }
    }
}
