using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Admin.Users;

[AllowRoles(Role.Administrator)]
public sealed class ShowModel(AppDb db, UserService users) : AppPage
{
    public sealed record Shown(
        Guid Id, string Name, string Email, bool HasPassword, bool EmailConfirmed, DateTime? DeactivatedAt, bool SecondFactor,
        DateTime? LastSignInAt, List<Grant> Grants)
    {
        public AccountStatus Status => AccountStatuses.Of(HasPassword, EmailConfirmed, DeactivatedAt);
    }

    public sealed record Grant(Guid Id, Role Role, Verksamhetsgren? Gren, string? Employer, bool ProtectedIdentities);

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public Shown Account { get; private set; } = null!;

    protected override async Task LoadAsync() =>
        Account = await db.Users.AsNoTracking()
            .Where(u => u.Id == Id)
            .Select(u => new Shown(u.Id, u.DisplayName, u.Email!, u.PasswordHash != null, u.EmailConfirmed, u.DeactivatedAt, u.TwoFactorEnabled,
                u.LastSignInAt, db.RoleGrants
                    .Where(g => g.UserId == u.Id)
                    .OrderBy(g => g.Role)
                    .Select(g => new Grant(g.Id, g.Role, g.Gren,
                        db.Employers.Where(e => e.Id == g.EmployerId).Select(e => e.Name).FirstOrDefault(), g.ProtectedIdentities))
                    .ToList()))
            .SingleOrDefaultAsync(Ct) ?? throw new NotFoundException(nameof(User));

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid grantId)
    {
        await users.WithdrawAsync(Id, grantId, Ct);
        return Shows("Rollen är borttagen.");
    }

    public async Task<IActionResult> OnPostInviteAgainAsync()
    {
        await users.InviteAgainAsync(Id, Ct);
        return Shows("En ny inbjudan är skickad. Den förra länken gäller inte längre.");
    }

    public async Task<IActionResult> OnPostResetSecondFactorAsync()
    {
        await users.ResetSecondFactorAsync(Id, Ct);
        return Shows("Tvåstegsverifieringen är återställd. Personen ställer in en ny vid nästa inloggning.");
    }

    public async Task<IActionResult> OnPostDeactivateAsync()
    {
        await users.DeactivateAsync(Id, Ct);
        return Shows("Kontot är avstängt.");
    }

    public async Task<IActionResult> OnPostActivateAsync()
    {
        await users.ActivateAsync(Id, Ct);
        return Shows("Kontot är öppet igen.");
    }

    private RedirectToPageResult Shows(string message) => Done("Show", message, new { Id });
}
