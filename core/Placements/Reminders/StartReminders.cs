using EnVagUt.Core.Data;
using EnVagUt.Core.Reminders;
using static EnVagUt.Core.Reminders.ReminderReceiver;
using static EnVagUt.Core.Reminders.ReminderStep;

namespace EnVagUt.Core.Placements.Reminders;

/// <summary>Somebody begins soon at the workplace.</summary>
public sealed class StartSoonForWorkplace() : PlacementReminder("start-arbetsplats", "Start närmar sig", Workplace, "starten",
    DaysBefore(7, "paminnelse-start-arbetsplats"),
    DaysBefore(1, "paminnelse-start-arbetsplats"))
{
    protected override IQueryable<PlacementDay> Days(AppDb db, ReminderWindow window) => Agreed(Live(db), window);

    internal static IQueryable<PlacementDay> Agreed(IQueryable<Placement> placements, ReminderWindow window) =>
        placements.Where(p => p.From >= window.From && p.From <= window.Through && p.EmployerSaidYes == true && p.StartedOn == null)
            .Select(p => new PlacementDay { Placement = p, On = p.From });
}

/// <summary>Soon the person's first day. Neither workplace nor form is named: a letter may be read by others.</summary>
public sealed class StartSoonForParticipant() : PlacementReminder("start-deltagare", "Start närmar sig", Participant, "starten",
    DaysBefore(7, "paminnelse-start-deltagare"),
    DaysBefore(1, "paminnelse-start-deltagare"))
{
    protected override IQueryable<PlacementDay> Days(AppDb db, ReminderWindow window) => StartSoonForWorkplace.Agreed(Live(db), window);
}
