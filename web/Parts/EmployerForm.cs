using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Employers;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EnVagUt.Web.Parts;

/// <summary>Who the employer is, as the two registration forms ask it; drawn by _EmployerFields.cshtml.</summary>
public sealed class EmployerForm
{
    // The municipality's own units come with the organisation tree and do not register themselves (docs/model.md, Employers).
    public static readonly IReadOnlyList<SelectListItem> Sectors =
        [.. Enum.GetValues<Sector>().Where(s => s != Core.Parties.Employers.Sector.OwnMunicipality).Select(s => new SelectListItem(s.Label(), s.ToString()))];

    [Required, StringLength(20)] public string OrgNumber { get; set; } = "";
    [Required, StringLength(120)] public string Name { get; set; } = "";
    [Required] public Sector? Sector { get; set; }
    [Required] public Branch? Branch { get; set; }
    [Required] public SizeClass? Size { get; set; }

    public EmployerDetails ToDetails()
    {
        RuleBreachException.When(Sector == Core.Parties.Employers.Sector.OwnMunicipality, Rule.NotYours, nameof(Sector));
        return new EmployerDetails { Name = Name, Sector = Sector!.Value, Branch = Branch!.Value, Size = Size!.Value };
    }
}
