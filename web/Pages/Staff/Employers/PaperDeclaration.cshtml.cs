using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Parties.Declarations;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Staff.Employers;

/// <summary>A declaration that came on paper: noted, never uploaded.</summary>
[AllowRoles(Role.Coordinator, Role.BusinessContact, Role.UnitManager, Role.Administrator)]
public sealed class PaperDeclarationModel(AppDb db, EmployerDeclarationService declarations) : DecisionPage(db)
{
    [BindProperty, Required] public DateOnly? DeclaredOn { get; set; }
    [BindProperty, Required, StringLength(100)] public string DeclaredBy { get; set; } = "";

    public IReadOnlyList<string> Statements => declarations.Statements(Sector.IsPublic());

    public async Task<IActionResult> OnPostAsync()
    {
        await declarations.NoteOnPaperAsync(Id, DeclaredOn!.Value, DeclaredBy, Ct);
        return Done("Show", "Försäkran är antecknad.", new { Id });
    }
}
