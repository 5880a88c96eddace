using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Cases.Lives;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.Participants;

/// <summary>A number that is added or corrected later. The one that is stored is never shown.</summary>
[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class NumberModel(AppDb db, Viewer viewer, ReadLog readLog, JoinService join) : AppPage
{
    public sealed record Shown(string Name, DateOnly BirthDate, bool HasNumber, Guid Version);

    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public Guid Version { get; set; }
    [BindProperty, Required, StringLength(20)] public string? PersonNumber { get; set; }

    public Shown Person { get; private set; } = null!;

    protected override async Task LoadAsync()
    {
        Person = await db.Participants.AsNoTracking().Where(p => p.Id == Id)
            .Select(p => new Shown(p.FirstName + " " + p.LastName, p.BirthDate, p.Person.Number != null, p.Version)).SingleOrDefaultAsync(Ct)
            ?? throw new NotFoundException(nameof(Participant));
        if (HttpMethods.IsGet(Request.Method))
            readLog.Note(viewer, nameof(Participant), Id);
    }

    public void OnGet() => Version = Person.Version;

    public async Task<IActionResult> OnPostAsync()
    {
        if (await join.SetNumberAsync(Id, Version, PersonNumber, Ct) is { } there)
            return RedirectToPage("Join", new { Id, other = there });
        return await db.Participants.AnyAsync(p => p.Id == Id, Ct)
            ? Done("/Coordinator/Participants/Show", "Personnumret är antecknat.", new { Id })
            : Done("/Coordinator/Participants/List", $"Personnumret är antecknat. {NewModel.OnlyTheNamed}");
    }
}
