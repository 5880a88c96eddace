using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Parties.Colleagues;
using EnVagUt.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace EnVagUt.Web.Pages.Account;

[AllowAnonymous, EnableRateLimiting(RateLimits.SignIn)]
public sealed class InvitationModel(InvitationService invitations) : LinkPage, INewPassword
{
    public InvitationText? Text { get; private set; }

    [BindProperty, DataType(DataType.Password), StringLength(INewPassword.MostTyped)] public string? Password { get; set; }
    [BindProperty, DataType(DataType.Password), StringLength(INewPassword.MostTyped)] public string? Repeat { get; set; }

    protected override async Task LoadAsync() => Text = await invitations.ReadAsync(Key, Ct);

    public async Task<IActionResult> OnPostAsync()
    {
        this.EnsureEqual();
        await invitations.AcceptAsync(Key, Password, Ct);
        return Done("SignIn", "Tack! Nu kan du logga in.");
    }
}
