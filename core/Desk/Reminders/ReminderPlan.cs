using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace EnVagUt.Core.Desk.Reminders;

public enum StepState
{
    [Display(Name = "Planerad")] Planned,
    /// <summary>Its time has come and nothing has been written.</summary>
    [Display(Name = "Skrivs i dag")] Due,
    [Display(Name = "Väntar: uppehåll")] WaitsForPause,
    [Display(Name = "Väntar: stängda veckor")] WaitsForClosedWeeks,
    [Display(Name = "Har redan skrivits")] Written,
    [Display(Name = "Tiden har gått")] TooLate,
    [Display(Name = "Påminnelsen är avstängd")] SwitchedOff,
}

/// <param name="On">The day on which it comes; null when the case counts itself and nobody knows.</param>
public sealed record PlannedStep(int Index, ReminderStep Step, DateOnly? On, StepState State)
{
    /// <summary>The step's name in the ledger: its place in the reminder, which no setting moves.</summary>
    public string Code => CodeOf(Index);

    public static string CodeOf(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}

/// <summary>
/// What a reminder does about a case on a day, and why not. Knows no database: the job, the case's page and the last look
/// before sending all ask it.
/// </summary>
public static class ReminderPlan
{
    /// <param name="written">Codes of the steps that the ledger has for the case and its day.</param>
    /// <returns>The steps in the order in which they come.</returns>
    public static IReadOnlyList<PlannedStep> Of(Reminder reminder, ReminderRules rules, DueCase due, IReadOnlyCollection<string> written, DateOnly today) =>
        [.. reminder.Steps.Select((step, i) => Of(reminder, rules, due, i, written.Contains(PlannedStep.CodeOf(i)), today))
            .OrderBy(s => s.On ?? DateOnly.MaxValue).ThenBy(s => s.Index)];

    private static PlannedStep Of(Reminder reminder, ReminderRules rules, DueCase due, int index, bool written, DateOnly today)
    {
        var (step, count) = (reminder.Steps[index], rules.Counts[index]);
        DateOnly? on = step.Unit == StepUnit.Reached ? due.Reached >= count ? today : null : step.DueOn(due.Day, count, due.Closed, reminder.ReadAtWork);
        PlannedStep In(StepState state, DateOnly? day) => new(index, step, day, state);

        if (written)
            return In(StepState.Written, on);
        if (!rules.IsOn)
            return In(StepState.SwitchedOff, on);
        if (on is null)
            return In(StepState.Planned, null);
        if ((step.IsBefore && due.Day < today) || on < today.AddDays(-reminder.KeepsDays) || on < rules.OnSince)
            return In(StepState.TooLate, on);
        var comes = on < today ? today : on.Value;
        if (reminder.IsQuietable && due.PausedFrom <= comes && comes <= due.PausedTo)
            return In(StepState.WaitsForPause, due.PausedTo!.Value.AddDays(1));
        if (reminder.IsQuietable && due.Closed?.Covers(comes) == true)
        {
            var opens = comes;
            for (var days = 0; due.Closed.Value.Covers(opens) && days < 370; days++)
                opens = opens.AddDays(1);
            return In(StepState.WaitsForClosedWeeks, opens);
        }
        return In(comes > today ? StepState.Planned : StepState.Due, comes);
    }
}
