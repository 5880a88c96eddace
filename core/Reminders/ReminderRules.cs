using System.Globalization;
using EnVagUt.Core.Rulebook;

namespace EnVagUt.Core.Reminders;

/// <summary>What the dated rules say about one reminder on a day: whether it is on, since when, and how many days each step counts.</summary>
/// <param name="OnSince">The first day of its being on; null since the beginning. What came due before it is not made up for.</param>
public sealed record ReminderRules(bool IsOn, DateOnly? OnSince, IReadOnlyList<int> Counts)
{
    private RuleSet _all = RuleSet.Shipped;

    private const string Prefix = "paminnelse-";

    public static string SubjectOf(string reminderId) => Prefix + reminderId;

    /// <summary>The reminder that a rule's subject is about; null for other rules.</summary>
    public static string? ReminderOf(string subject) => subject.StartsWith(Prefix, StringComparison.Ordinal) ? subject[Prefix.Length..] : null;

    public static ReminderRules Of(Reminder reminder, RuleSet rules, DateOnly today)
    {
        var day = rules.On(today);
        var switches = rules.History(reminder.Subject, Limit.ReminderOn).Where(v => v.ValidFrom is null || v.ValidFrom <= today).Reverse().ToList();
        return new ReminderRules(
            switches[0].Value != "0",
            switches.TakeWhile(v => v.Value != "0").LastOrDefault()?.ValidFrom,
            [.. reminder.Steps.Select((step, i) => step.SharedRule is { } shared
                ? day.Number(shared.Subject, shared.Limit) ?? step.Shipped
                : day.Number(reminder.Subject, Reminder.StepLimits[i]) ?? step.Shipped)])
        { _all = rules };
    }

    /// <summary>The facts that can have a step due today, and those of the future whose step is planned.</summary>
    internal ReminderWindow Window(Reminder reminder, DateOnly today, bool withPlanned)
    {
        // Closed weeks stretch our own clock by at most a whole summer.
        const int LongestStop = 120;
        const int Farthest = 1000;
        int before = 0, after = 0;
        for (var i = 0; i < Counts.Count; i++)
            if (reminder.Steps[i].IsBefore)
                before = Math.Max(before, reminder.Steps[i].FarthestDays(Counts[i]));
            else
                after = Math.Max(after, reminder.Steps[i].FarthestDays(Counts[i]));
        var from = before > 0 && after == 0 ? today : today.AddDays(-reminder.KeepsDays - after - LongestStop);
        return new ReminderWindow(today, from, withPlanned ? today.AddDays(Farthest) : today.AddDays(before)) { Rules = _all };
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
