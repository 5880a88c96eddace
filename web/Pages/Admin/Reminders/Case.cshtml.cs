using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Admin.Reminders;

/// <summary>One case of any kind: what was sent, what is planned, and why something does not come.</summary>
[AllowRoles(Role.Administrator)]
public sealed class CaseModel(ReminderOversight oversight) : AppPage
{
    [FromRoute] public string Kind { get; set; } = "";
    [FromRoute] public Guid Id { get; set; }

    public CaseOversight Oversight { get; private set; } = null!;

    protected override async Task LoadAsync() => Oversight =
        await oversight.OfCaseAsync(Enum.TryParse<CaseKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : throw new NotFoundException(nameof(CaseKind)), Id, Ct);

    public void OnGet()
    {
    }
}
