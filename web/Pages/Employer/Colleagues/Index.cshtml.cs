using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Parties.Colleagues;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Employer.Colleagues;

[AllowRoles(Role.EmployerAdmin)]
public sealed class IndexModel(AppDb db, ColleagueService colleagues, Viewer viewer) : AppPage
{
    public sealed record EmployerRow(Guid Id, string Name, List<Colleague> Colleagues, List<Colleague> Invited);

    public sealed record Colleague(Guid Id, string Name, string Email, Role Role);

    public IReadOnlyList<EmployerRow> Employers { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        var own = db.RoleGrants.Where(g => g.UserId == viewer.UserId && g.Role == Role.EmployerAdmin).Select(g => g.EmployerId);
        Employers = await db.Employers.AsNoTracking()
            .Where(e => own.Contains(e.Id))
            .OrderBy(e => e.SortKey)
            .Select(e => new EmployerRow(e.Id, e.Name,
                db.RoleGrants.Where(g => g.EmployerId == e.Id)
                    .Join(db.Users, g => g.UserId, u => u.Id, (g, u) => new { g, u })
                    .OrderBy(x => x.u.SortKey)
                    .Select(x => new Colleague(x.g.Id, x.u.DisplayName, x.u.Email!, x.g.Role))
                    .ToList(),
                db.ColleagueInvitations.Where(i => i.EmployerId == e.Id && i.AcceptedAt == null && i.WithdrawnAt == null)
                    .OrderBy(i => i.InvitedAt)
                    .Select(i => new Colleague(i.Id, i.DisplayName, i.Email, i.Role))
                    .ToList()))
            .AsSplitQuery()
            .ToListAsync(Ct);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid employerId, Guid grantId)
    {
        await colleagues.RemoveAsync(employerId, grantId, Ct);
        return Done("Index", "Kollegan är borttagen och kommer inte längre åt era uppgifter.");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid employerId, Guid invitationId)
    {
        await colleagues.WithdrawInvitationAsync(employerId, invitationId, Ct);
        return Done("Index", "Inbjudan är tillbakadragen.");
    }

    public string RoleWord(Role role) => ColleagueRoles.Word(role);
}
