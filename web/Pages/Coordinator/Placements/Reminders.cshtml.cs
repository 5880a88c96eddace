using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

/// <summary>What was reminded of, what will be, why something does not come; and «Påminn nu».</summary>
public sealed class RemindersModel(Reading reading, CaseReminders reminders, ReminderService service) : PlacementPage(reading)
{
    /// <param name="Last">When the receiver was last reminded of it.</param>
    public sealed record NowRow(Reminder Reminder, DateTime? Last);

    [BindProperty] public string Reminder { get; set; } = "";

    public IReadOnlyList<CameReminder> Came { get; private set; } = [];
    public AheadReminders Ahead { get; private set; } = null!;
    public IReadOnlyList<NowRow> Now { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        Came = await reminders.CameAsync(Id, Ct);
        Ahead = await reminders.AheadAsync(CaseKind.Placement, Id, Ct);
        Now = [.. Ahead.Now.Select(r => new NowRow(r, Came.Where(c => c.Reminder == r && c.WhyNot != WhyNoLetter.Superseded).Select(c => (DateTime?)c.At).FirstOrDefault()))];
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await service.RemindNowAsync(Id, Reminder, Ct);
        return Done("Reminders", "Påminnelsen skickas inom en minut.", new { Id });
    }
}
