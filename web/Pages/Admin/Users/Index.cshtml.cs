using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Admin.Users;

[AllowRoles(Role.Administrator)]
public sealed class IndexModel(AppDb db) : AppPage
{
    public sealed record Row(Guid Id, string Name, string Email, bool HasPassword, bool EmailConfirmed, DateTime? DeactivatedAt, List<Role> Roles)
    {
        public AccountStatus Status => AccountStatuses.Of(HasPassword, EmailConfirmed, DeactivatedAt);
    }

    [BindProperty(SupportsGet = true)] public string? Search { get; set; }
    [BindProperty(SupportsGet = true, Name = "fore")] public string? Before { get; set; }
    [BindProperty(SupportsGet = true, Name = "efter")] public string? After { get; set; }

    public KeyPage<Row> Users { get; private set; } = KeyPage<Row>.None;

    protected override async Task LoadAsync()
    {
        var users = db.Users.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(Search))
        {
            var found = SearchIndex.Find(db, SearchOwner.User, Search);
            users = users.Where(u => found.Contains(u.Id));
        }
        Users = await users.ReadPageAsync(u => u.SortKey,
            u => new Row(u.Id, u.DisplayName, u.Email!, u.PasswordHash != null, u.EmailConfirmed, u.DeactivatedAt,
                db.RoleGrants.Where(g => g.UserId == u.Id).Select(g => g.Role).ToList()),
            Before, After, Ct);
    }

    public void OnGet()
    {
    }
}
