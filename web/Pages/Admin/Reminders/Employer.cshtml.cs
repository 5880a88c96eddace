using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Admin.Reminders;

/// <summary>An employer's cases, each on its way to what was sent and what was not.</summary>
[AllowRoles(Role.Administrator)]
public sealed class EmployerModel(ReminderOversight oversight) : AppPage
{
    [FromRoute] public Guid Id { get; set; }

    public IReadOnlyList<CaseName> Cases { get; private set; } = [];

    protected override async Task LoadAsync() => Cases = await oversight.OfEmployerAsync(Id, Ct);

    public void OnGet()
    {
    }
}
