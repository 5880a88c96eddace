using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Parties.Employers;

namespace EnVagUt.Web.Parts;

public sealed class SupervisorForm
{
    [Required, StringLength(80)] public string Name { get; set; } = "";
    [EmailAddress, StringLength(254)] public string? Email { get; set; }
    [Phone, StringLength(30)] public string? Phone { get; set; }
    [Range(1, 100)] public int? Ceiling { get; set; }
    public bool CeilingIsHard { get; set; }

    public SupervisorDetails ToDetails() => new() { Name = Name, Email = Email, Phone = Phone, Ceiling = Ceiling, CeilingIsHard = CeilingIsHard };
}
