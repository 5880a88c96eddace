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

[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class ReopenModel(AppDb db, Viewer viewer, ReadLog readLog, CloseService close) : AppPage
{
    [FromRoute] public Guid Id { get; set; }

    public CloseModel.Shown Person { get; private set; } = null!;

    protected override async Task LoadAsync()
    {
        Person = await CloseModel.Shown.Of(db, Id).SingleOrDefaultAsync(Ct) ?? throw new NotFoundException(nameof(Participant));
        if (HttpMethods.IsGet(Request.Method))
            readLog.Note(viewer, nameof(Participant), Id);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await close.ReopenAsync(Id, Ct);
        return Done("/Coordinator/Participants/Show", $"{Person.Name} är öppnad igen.", new { Id });
    }
}
