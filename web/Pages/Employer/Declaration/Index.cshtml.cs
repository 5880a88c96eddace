using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Declarations;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Employer.Declaration;

/// <summary>Arbetsgivarens försäkran: read it, tick, and it holds for the months that the rules say.</summary>
[AllowRoles(Role.EmployerAdmin)]
public sealed class IndexModel(AppDb db, Viewer viewer, TimeProvider clock, RulebookService rulebook, EmployerDeclarationService declarations) : AppPage
{
    [BindProperty] public Guid EmployerId { get; set; }
    [BindProperty] public bool Confirmed { get; set; }

    public IReadOnlyList<DeclarationRow> Employers { get; private set; } = [];
    public IReadOnlyList<string> Statements(bool isPublic) => declarations.Statements(isPublic);

    /// <summary>How long one that is made today holds.</summary>
    public int Months { get; private set; }

    protected override async Task LoadAsync()
    {
        var today = clock.Today();
        Employers = await DeclarationRow.Of(db, viewer.EmployersAs(Role.EmployerAdmin), today).ToListAsync(Ct);
        Months = (await rulebook.OnAsync(today, Ct)).Number(Limit.DeclarationMonths);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await declarations.DeclareAsync(EmployerId, Confirmed, Ct);
        return Done("Index", "Tack. Försäkran är lämnad.");
    }
}
