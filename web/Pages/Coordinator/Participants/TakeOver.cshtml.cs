using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.Participants;

[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class TakeOverModel(AppDb db, Viewer viewer, ReadLog readLog, ParticipantService participants) : AppPage
{
    public sealed record Shown(string Name, Guid? ResponsibleId, string? Responsible);

    [FromRoute] public Guid Id { get; set; }

    public Shown Person { get; private set; } = null!;
    public bool IsMine => Person.ResponsibleId == viewer.UserId;

    protected override async Task LoadAsync()
    {
        Person = await db.Participants.AsNoTracking().Where(p => p.Id == Id)
            .Select(p => new Shown(p.FirstName + " " + p.LastName, p.ResponsibleId,
                db.Users.Where(u => u.Id == p.ResponsibleId).Select(u => u.DisplayName).FirstOrDefault()))
            .SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("Participant");
        readLog.Note(viewer, nameof(Participant), Id);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await participants.TakeOverAsync(Id, Ct);
        return Done("/Coordinator/Participants/Show", $"Du är nu ansvarig för {Person.Name}.", new { Id });
    }
}
