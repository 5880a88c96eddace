using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Desk.Reminders;

/// <summary>«Påminn nu»: a coordinator does not wait for the morning.</summary>
public sealed class ReminderService(AppDb db, Viewer viewer, TimeProvider clock, ReminderReader reader, ReminderWriter writer)
{
    /// <summary>Nobody is reminded of the same thing twice within this time.</summary>
    public static readonly TimeSpan CoolDown = TimeSpan.FromHours(24);

    /// <exception cref="NotFoundException">No such placement in the viewer's grenar, or a reminder that goes to ourselves.</exception>
    /// <exception cref="RuleBreachException">Reminded within the cool-down, or there is nothing to remind of.</exception>
    public async Task RemindNowAsync(Guid placementId, string reminderId, CancellationToken ct)
    {
        var grenar = viewer.Grenar;
        var gren = await db.Placements.Where(p => p.Id == placementId && grenar.Contains(p.Gren)).Select(p => (Verksamhetsgren?)p.Gren).SingleOrDefaultAsync(ct);
        var reminder = ReminderCatalogue.Find(reminderId);
        if (gren is null || reminder is null || !reminder.GoesToOthers)
            throw new NotFoundException("Placement");
        PlacementTransitions.Table.RequireRole(PlacementAction.Request, viewer.RolesIn(gren.Value));

        var plans = await reader.OfCaseAsync(reminder, placementId, ct);
        RuleBreachException.When(plans.Count == 0, Rule.NothingToRemindOf);
        var last = await db.Reminders.Where(e => e.CaseId == placementId && e.Reminder == reminderId && e.WhyNot != WhyNoLetter.Superseded)
            .MaxAsync(e => (DateTime?)e.CreatedAt, ct);
        if (last > clock.UtcNow() - CoolDown)
            throw Recently(last.Value);
        writer.WriteNow(reminder, plans[0].Case, viewer.UserId);
        // A colleague may have pressed the button at the same time.
        if (!await db.SaveUnlessTakenAsync(ct))
            throw Recently(clock.UtcNow());
    }

    private static RuleBreachException Recently(DateTime at) =>
        new(Rule.RemindedRecently, null, at.ToStockholm().ToString("d MMMM 'kl.' HH.mm", SwedishTime.Culture));
}
