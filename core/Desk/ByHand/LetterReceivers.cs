using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Rules;

namespace EnVagUt.Core.Desk.ByHand;

/// <summary>To whom a letter goes, in words: the ledger knows of reminders, the template of the rest. No address, no name.</summary>
public static class LetterReceivers
{
    private const string PersonalLink = "overenskommelse-personlig-lank";

    private static readonly Dictionary<string, ReminderReceiver> ByTemplate = new(StringComparer.Ordinal)
    {
        ["arbetsplatsen-tackar-ja"] = ReminderReceiver.Coordinator,
        ["arbetsplatsen-tackar-nej"] = ReminderReceiver.Coordinator,
        ["overenskommelse-godkand-av-arbetsplats"] = ReminderReceiver.Coordinator,
        ["overenskommelse-godkand-med-lank"] = ReminderReceiver.Coordinator,
        ["kom-inte-forsta-dagen"] = ReminderReceiver.Coordinator,
        ["registrering-inkommen"] = ReminderReceiver.Ame,
        ["fraga-till-ame"] = ReminderReceiver.Ame,
    };

    /// <param name="reminder">Its id in the catalogue; null for a letter that is no reminder.</param>
    /// <param name="template">The letter's file in content/mail.</param>
    public static ReminderReceiver Of(string? reminder, string template) =>
        (reminder is null ? null : ReminderCatalogue.Find(reminder)?.Receiver)
        ?? (ByTemplate.TryGetValue(template, out var receiver) ? receiver : ReminderReceiver.Workplace);

    /// <summary>A letter to a person or a guardian: whom it went to is for those who meet the person.</summary>
    public static bool IsPersons(string? reminder, string template) =>
        template == PersonalLink || Of(reminder, template) == ReminderReceiver.Participant;

    /// <summary>A personal link goes to any of those who approve.</summary>
    public static string Words(string? reminder, string template) =>
        template == PersonalLink ? "Den som skulle godkänna" : Of(reminder, template).Label();
}
