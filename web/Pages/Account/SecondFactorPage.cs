using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Account;

/// <summary>What the pages of the second factor have in common: whose account it is, and whether it must be on.</summary>
[ResponseCache(NoStore = true)]
public abstract class SecondFactorPage(UserManager<User> users, Viewer viewer) : AppPage
{
    protected const string CodesKey = "RecoveryCodes";
    private protected User Account { get; private set; } = null!;

    protected UserManager<User> Users { get; } = users;

    public bool IsOn => Account.TwoFactorEnabled;

    /// <summary>Staff cannot be without.</summary>
    public bool IsRequired { get; private set; }

    protected override async Task LoadAsync()
    {
        Account = await Users.FindByIdAsync(viewer.UserId!.Value.ToString()) ?? throw new NotFoundException(nameof(User));
        IsRequired = HttpContext.Features.Get<SessionAccount>()?.Grants.Any(g => g.Role.IsStaff()) == true;
    }

    protected RedirectToPageResult ShowOnce(IReadOnlyList<string> codes, string? returnTo)
    {
        TempData[CodesKey] = string.Join(' ', codes);
        return RedirectToPage("SecondFactorCodes", this.ReturnValues(returnTo));
    }
}
