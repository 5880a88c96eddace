using System.Globalization;
using EnVagUt.Core.Law.Rulebook;

namespace EnVagUt.Core.Desk.Reminders;

/// <summary>What the dated rules say about one reminder on a day: whether it is on, since when, and how many days each step counts.</summary>
/// <param name="OnSince">The first day of its being on; null since the beginning. What came due before it is not made up for.</param>
public sealed record ReminderRules(bool IsOn, DateOnly? OnSince, IReadOnlyList<int> Counts)
{
    private const string Prefix = "paminnelse-";

    public static string SubjectOf(string reminderId) => Prefix + reminderId;

    /// <summary>The reminder that a rule's subject is about; null for other rules.</summary>
    public static string? ReminderOf(string subject) => subject.StartsWith(Prefix, StringComparison.Ordinal) ? subject[Prefix.Length..] : null;

    public static ReminderRules Of(Reminder reminder, RuleSet rules, DateOnly today)
    {
        var day = rules.On(today);
        var switches = rules.History(reminder.Subject, Limit.ReminderOn).Where(v => v.ValidFrom is null || v.ValidFrom <= today).Reverse().ToList();
        return new ReminderRules(
            switches.Count == 0 || switches[0].Value != "0",
            switches.TakeWhile(v => v.Value != "0").LastOrDefault()?.ValidFrom,
            [.. Enumerable.Range(0, reminder.Steps.Count).Select(Count)]);

        int Count(int step)
        {
            var (subject, limit) = reminder.RuleOf(step);
            return day.Number(subject, limit) ?? reminder.Steps[step].Shipped;
        }
    }

    /// <summary>The rules that a reminder is shipped with.</summary>
    public static IEnumerable<ShippedRule> Shipped(Reminder reminder)
    {
        yield return new(reminder.Subject, Limit.ReminderOn, "1", SourceMark.Practice, "Förvalt i portalen");
        for (var i = 0; i < reminder.Steps.Count; i++)
            if (reminder.Steps[i].SharedRule is null)
                yield return new(reminder.Subject, Reminder.StepLimits[i], reminder.Steps[i].Shipped.ToString(CultureInfo.InvariantCulture), SourceMark.Practice, "Förvalt i portalen");
    }
}
