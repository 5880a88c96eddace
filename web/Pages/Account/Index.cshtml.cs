using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Account;

[Authorize]
public sealed class IndexModel(AppDb db, AccountService accounts, Viewer viewer) : AppPage
{
    public OwnAccount Own { get; private set; } = null!;

    [BindProperty, Required, StringLength(100)] public string? DisplayName { get; set; }

    [BindProperty] public bool WantsDigest { get; set; }

    public sealed record OwnAccount(string Name, string Email, bool SecondFactor, bool WantsDigest, IReadOnlyList<OwnRole> Roles);

    public sealed record OwnRole(Role Role, Verksamhetsgren? Gren, string? Employer);

    protected override async Task LoadAsync() =>
        Own = await db.Users.AsNoTracking()
            .Where(u => u.Id == viewer.UserId)
            .Select(u => new OwnAccount(u.DisplayName, u.Email!, u.TwoFactorEnabled, u.WantsDigest, db.RoleGrants
                .Where(g => g.UserId == u.Id)
                .OrderBy(g => g.Role)
                .Select(g => new OwnRole(g.Role, g.Gren, db.Employers.Where(e => e.Id == g.EmployerId).Select(e => e.Name).FirstOrDefault()))
                .ToList()))
            .SingleOrDefaultAsync(Ct) ?? throw new NotFoundException(nameof(User));

    public void OnGet() => (DisplayName, WantsDigest) = (Own.Name, Own.WantsDigest);

    public async Task<IActionResult> OnPostAsync()
    {
        await accounts.DescribeAsync(DisplayName!, WantsDigest, Ct);
        return Done("Index", "Dina uppgifter är sparade.");
    }
}
