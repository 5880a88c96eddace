using EnVagUt.Core.Rules;

namespace EnVagUt.Core.Reminders;

/// <summary>When, counted from the fact's day, and which letter.</summary>
/// <param name="Code">Kept in the ledger: «+3 arbetsdagar».</param>
/// <param name="Count">Days after; negative is before.</param>
/// <param name="Template">File in content/mail without .md.</param>
public sealed record ReminderStep(string Code, int Count, bool WorkingDays, string Template)
{
    public static ReminderStep InWorkingDays(int count, string template) => new($"{count:+0;-0} arbetsdagar", count, true, template);

    public static ReminderStep InDays(int count, string template) => new($"{count:+0;-0} dagar", count, false, template);

    /// <summary>The day on which the step comes for a fact's day.</summary>
    public DateOnly DueOn(DateOnly day) => WorkingDays ? day.AddWorkingDays(Count) : day.AddDays(Count);

    /// <summary>The last fact's day for which the step has come today; what queries compare with.</summary>
    public DateOnly Reach(DateOnly today)
    {
        // Several days share a due day (a weekend), so the way back from today lands within a few days of the answer.
        var day = WorkingDays ? today.AddWorkingDays(-Count) : today.AddDays(-Count);
        while (DueOn(day) > today)
            day = day.AddDays(-1);
        while (DueOn(day.AddDays(1)) <= today)
            day = day.AddDays(1);
        return day;
    }
}
