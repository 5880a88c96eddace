using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Admin.Reminders;

/// <summary>The whole catalogue, as the rules of today have it.</summary>
[AllowRoles(Role.Administrator)]
public sealed class IndexModel(AppDb db, RulebookService rulebook, TimeProvider clock) : AppPage
{
    private const int Days = 30;

    public sealed record Row(Reminder Reminder, string When, bool IsOn, int Letters);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        var (rules, today) = (await rulebook.ReadAsync(Ct), clock.Today());
        var since = today.AddDays(-Days).StartOfDayUtc();
        var letters = await db.Reminders.AsNoTracking().Where(e => e.CreatedAt >= since && e.MailId != null)
            .GroupBy(e => e.Reminder).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, Ct);
        Rows = [.. ReminderCatalogue.All.Select(r => (Reminder: r, Now: ReminderRules.Of(r, rules, today)))
            .Select(r => new Row(r.Reminder, ReminderWords.When(r.Reminder, r.Now), r.Now.IsOn, letters.GetValueOrDefault(r.Reminder.Id)))];
    }

    public void OnGet()
    {
    }
}
