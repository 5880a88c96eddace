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

/// <summary>Two participants of a gren with one number: what becomes of them, before it is done.</summary>
[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class JoinModel(AppDb db, Viewer viewer, ReadLog readLog, JoinService join) : AppPage
{
    public sealed record Shown(Guid Id, string Name, DateTime RegisteredAt, long Seq, string? Responsible, int Placements);

    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public Guid Other { get; set; }

    /// <summary>The one that is kept first.</summary>
    public IReadOnlyList<Shown> Both { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        var rows = await db.Participants.AsNoTracking().Where(p => (p.Id == Id || p.Id == Other) && p.JoinedInto == null)
            .Select(p => new Shown(p.Id, p.FirstName + " " + p.LastName, p.RegisteredAt, p.Seq, db.Users.Where(u => u.Id == p.ResponsibleId).Select(u => u.DisplayName).FirstOrDefault(),
                db.Placements.Count(x => x.ParticipantId == p.Id))).ToListAsync(Ct);
        if (rows.Count != 2)
            throw new NotFoundException(nameof(Participant));
        Both = [.. rows.OrderBy(r => r.RegisteredAt).ThenBy(r => r.Seq)];
        if (HttpMethods.IsGet(Request.Method))
            rows.ForEach(r => readLog.Note(viewer, nameof(Participant), r.Id));
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var kept = await join.JoinAsync(Id, Other, Ct);
        return await db.Participants.AnyAsync(p => p.Id == kept, Ct)
            ? Done("/Coordinator/Participants/Show", "De två är ihopslagna.", new { id = kept })
            : Done("/Coordinator/Participants/List", $"De två är ihopslagna. {NewModel.OnlyTheNamed}");
    }
}
