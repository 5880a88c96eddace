using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;

namespace EnVagUt.Core.Desk.RuleEffects;

/// <summary>What a rule is about, in words.</summary>
public static class RuleSubject
{
    /// <summary>«Praktik», «Nystartsjobb», «Alla former».</summary>
    public static string Label(string subject) =>
        Enum.TryParse<Form>(subject, out var form) ? form.Label()
        : ReminderRules.ReminderOf(subject) is { } id && ReminderCatalogue.Find(id) is { } reminder ? $"Påminnelse: {reminder.Label}"
        : Enum.TryParse<Lonestod>(subject, out var support) ? support.Label()
        : Enum.TryParse<AgeGroup>(subject, out var group) ? char.ToUpper(group.Label()[0], SwedishTime.Culture) + group.Label()[1..] : "Alla former";
}
