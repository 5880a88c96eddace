using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EnVagUt.Web.Pages.Coordinator.Agreements;

public sealed class EditModel(Reading reading, AgreementService agreements) : AgreementPage(reading)
{
    public sealed record AgreementInput
    {
        [Required, StringLength(1000)] public string? Goals { get; init; }
        [StringLength(1000)] public string? Adaptations { get; init; }
        [Required, StringLength(4000)] public string? Introduction { get; init; }
        public DateOnly? EffectiveOn { get; init; }
        public AgreementChange? Change { get; init; }
    }

    [BindProperty] public AgreementInput Input { get; set; } = new();

    public bool MayEdit => PlacementTakesIt && Versions.IsUnderWay && !Versions.IsOlder;

    public IEnumerable<SelectListItem> Changes { get; } =
        [.. Enum.GetValues<AgreementChange>().Where(c => c != AgreementChange.First).Select(c => new SelectListItem(c.Label(), c.ToString()))];

    public void OnGet() => Input = new()
    {
        Goals = Agreement!.Terms.Goals,
        Adaptations = Agreement.Terms.Adaptations,
        Introduction = Agreement.Terms.Introduction,
        EffectiveOn = Agreement.EffectiveOn,
        Change = Agreement.Change,
    };

    public async Task<IActionResult> OnPostAsync()
    {
        var sent = Agreement!.Status == AgreementStatus.Sent;
        await agreements.ReviseAsync(Id, new(Version, new(Input.Goals, Input.Adaptations, Input.Introduction), Input.EffectiveOn, Input.Change), Ct);
        return DoneWithAgreement(sent
            ? "Överenskommelsen är sparad. Har något ändrats gäller inte de godkännanden som fanns: skicka den då på nytt."
            : "Överenskommelsen är sparad.");
    }
}
