using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Days;
using EnVagUt.Core.Law.Rulebook;

namespace EnVagUt.Core.Desk.Reminders;

public enum StepUnit
{
    [Display(Name = "arbetsdagar")] WorkingDays,
    [Display(Name = "dagar")] Days,
    [Display(Name = "månader")] Months,
    /// <summary>Not counted from a day: the case itself counts, as days in praktik do.</summary>
    [Display(Name = "dagar sammanlagt")] Reached,
}

/// <summary>When, counted from the fact's day, and which letter. The number is a dated rule, shipped with the value here.</summary>
/// <param name="Shipped">How many, 0 or more; <see cref="IsBefore"/> says in which direction.</param>
/// <param name="Template">File in content/mail without .md.</param>
public sealed record ReminderStep(int Shipped, StepUnit Unit, bool IsBefore, string Template)
{
    public static ReminderStep WorkingDaysBefore(int count, string template) => new(count, StepUnit.WorkingDays, true, template);
    public static ReminderStep WorkingDaysAfter(int count, string template) => new(count, StepUnit.WorkingDays, false, template);
    public static ReminderStep DaysBefore(int count, string template) => new(count, StepUnit.Days, true, template);
    public static ReminderStep DaysAfter(int count, string template) => new(count, StepUnit.Days, false, template);
    public static ReminderStep MonthsAfter(int count, string template) => new(count, StepUnit.Months, false, template);
    public static ReminderStep AtReached(int count, string template) => new(count, StepUnit.Reached, false, template);

    /// <summary>Our own clock stands still while the workplace is closed; the law's and the contract's do not (docs/beslut/0012).</summary>
    public bool StopsInClosedWeeks { get; init; }

    /// <summary>A rule that says the number already, for more than the reminder.</summary>
    public (string Subject, Limit Limit)? SharedRule { get; init; }

    /// <summary>The day on which the step comes for a fact's day.</summary>
    /// <param name="atWork">The receiver reads at work: what falls on a day off comes on the working day before, or after when it counts from what has been.</param>
    public DateOnly DueOn(DateOnly day, int count, ClosedWeeks? closed, bool atWork)
    {
        var on = (Unit, IsBefore) switch
        {
            (StepUnit.WorkingDays, true) => day.AddWorkingDays(-count),
            (StepUnit.WorkingDays, false) => StopsInClosedWeeks && closed is { } shut ? day.AddWorkingDays(count, shut.Covers) : day.AddWorkingDays(count),
            (StepUnit.Days, true) => day.AddDays(-count),
            (StepUnit.Days, false) => day.AddDays(count),
            (StepUnit.Months, true) => day.AddMonths(-count),
            (StepUnit.Months, false) => day.AddMonths(count),
            _ => throw new UnreachableException($"{Unit} is not counted from a day"),
        };
        return !atWork ? on : IsBefore ? on.WorkingDayOnOrBefore() : on.WorkingDayOnOrAfter();
    }

    /// <summary>No more days than this lie between the fact's day and the step, closed weeks not counted; bounds what a query reads.</summary>
    internal int FarthestDays(int count) => Unit switch
    {
        StepUnit.WorkingDays => 2 * count + 14,
        StepUnit.Days => count + 7,
        StepUnit.Months => 31 * count + 7,
        _ => 0,
    };
}
