using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;

namespace EnVagUt.Core.Desk.Reminders;

/// <summary>A reminder's steps in words: «3 och 7 arbetsdagar efter förfrågan».</summary>
public static class ReminderWords
{
    public static string When(Reminder reminder, ReminderRules rules)
    {
        var first = reminder.Steps[0];
        if (first is { Unit: StepUnit.Days, IsBefore: false } && rules.Counts.All(c => c == 0))
            return "på " + reminder.FactLabel;
        var counts = rules.Counts.Select(c => c.ToString(SwedishTime.Culture)).ToList();
        var list = counts.Count == 1 ? counts[0] : $"{string.Join(", ", counts[..^1])} och {counts[^1]}";
        return first.Unit == StepUnit.Reached
            ? $"vid {list} {reminder.FactLabel}"
            : $"{list} {(list == "1" ? One(first.Unit) : first.Unit.Label())} {(first.IsBefore ? "före" : "efter")} {reminder.FactLabel}";
    }

    private static string One(StepUnit unit) => unit switch
    {
        StepUnit.WorkingDays => "arbetsdag",
        StepUnit.Months => "månad",
        _ => "dag",
    };
}
