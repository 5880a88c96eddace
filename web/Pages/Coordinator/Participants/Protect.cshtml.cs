using EnVagUt.Core.Cases.Lives;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.Participants;

/// <summary>Skyddade uppgifter: says before what happens and which workplaces have to be called, and lets two of the named lift it.</summary>
[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class ProtectModel(AppDb db, Viewer viewer, TimeProvider clock, ReadLog readLog, ProtectService protection) : AppPage
{
    public sealed record Shown(string Name, Verksamhetsgren Gren, bool IsProtected, DateTime? LiftAskedAt, Guid? LiftAskedBy, string? LiftAskedByName);

    /// <param name="Knows">The newest that the workplace was told; null when it was asked and told nothing.</param>
    public sealed record Workplace(Guid PlacementId, string Name, string Employer, string ContactName, string? ContactPhone, bool FullName, string? Knows);

    [FromRoute] public Guid Id { get; set; }

    public Shown Person { get; private set; } = null!;
    public IReadOnlyList<Workplace> Workplaces { get; private set; } = [];

    /// <summary>How many of the gren are named for persons with protected identity, the viewer among them.</summary>
    public int Named { get; private set; }

    public bool AskedMyself => Person.LiftAskedBy == viewer.UserId;

    protected override async Task LoadAsync()
    {
        Person = await db.Participants.AsNoTracking().Where(p => p.Id == Id)
            .Select(p => new Shown(p.FirstName + " " + p.LastName, p.Gren, p.IsProtected, p.LiftAskedAt, p.LiftAskedBy, db.Users.Where(u => u.Id == p.LiftAskedBy).Select(u => u.DisplayName).FirstOrDefault()))
            .SingleOrDefaultAsync(Ct) ?? throw new NotFoundException(nameof(Participant));
        Named = await db.RoleGrants.Where(g => g.Gren == Person.Gren && g.ProtectedIdentities && db.Users.Any(u => u.Id == g.UserId && u.DeactivatedAt == null))
            .Select(g => g.UserId).Distinct().CountAsync(Ct);
        var oldest = clock.Today().AddDays(-EmployerView.DaysAfterEnd);
        Workplaces = await (
            from p in db.Placements.AsNoTracking()
            where p.ParticipantId == Id && p.Ending.VoidedAt == null && (p.Answers.RequestedAt != null || p.ReferredBy != null) && (p.Ending.EndedOn == null || p.Ending.EndedOn >= oldest)
            join w in db.Workplaces on p.WorkplaceId equals w.Id
            join e in db.Employers on p.EmployerId equals e.Id
            orderby p.From descending, p.Seq descending
            select new Workplace(p.Id, w.Name, e.Name, w.ContactName, w.ContactPhone, p.Paper.DoneOn != null,
                p.Releases.OrderByDescending(r => r.ReleasedAt).Select(r => r.FirstName).FirstOrDefault())).Take(20).ToListAsync(Ct);
        if (HttpMethods.IsGet(Request.Method))
            readLog.Note(viewer, nameof(Participant), Id);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await protection.ProtectAsync(Id, Ct);
        return viewer.ProtectedGrenar.Contains(Person.Gren)
            ? Done("/Coordinator/Participants/Protect", "Personen är skyddad. Ring nu de arbetsplatser som redan vet något.", new { Id })
            : Done("/Coordinator/Participants/List", "Personen är skyddad och syns bara för dem som är utsedda för det.");
    }

    public async Task<IActionResult> OnPostAskLiftAsync()
    {
        await protection.AskLiftAsync(Id, Ct);
        return Done("/Coordinator/Participants/Protect", "Det är antecknat. En annan av dem som är utsedda häver skyddet.", new { Id });
    }

    public async Task<IActionResult> OnPostKeepAsync()
    {
        await protection.KeepAsync(Id, Ct);
        return Done("/Coordinator/Participants/Protect", "Skyddet är kvar.", new { Id });
    }

    public async Task<IActionResult> OnPostLiftAsync()
    {
        await protection.LiftAsync(Id, Ct);
        return Done("/Coordinator/Participants/Show", "Skyddet är hävt i den här verksamheten. Det som var delat med arbetsplatser är inte delat igen.", new { Id });
    }
}
