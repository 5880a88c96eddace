using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Post.Mail;

namespace EnVagUt.Core.Desk.Reminders;

/// <summary>A step that has come, as a case's page shows it.</summary>
/// <param name="Mail">Null while it waits for the digest, and when a later step took its place.</param>
public sealed record CameReminder(Guid CaseId, Reminder Reminder, DateTime At, WhyNoLetter? WhyNot, MailState? Mail, string? AskedBy)
{
    /// <summary>«Skickad», «Väntar i brevkön», «Ersatt av ett senare steg».</summary>
    public string Words => (WhyNot, Mail) switch
    {
        (WhyNoLetter.Superseded, _) => "Ersatt av ett senare steg",
        (_, null) => "Väntar på dagens samlade brev",
        ({ } why, MailState.NoAddress) => $"Att ringa eller skriva: {why.Label()}",
        (_, { } state) => state.Label(),
    };
}

/// <summary>A step that has not come.</summary>
/// <param name="On">Null when nobody knows the day.</param>
/// <param name="Receives">False when there is no address: it becomes a row in «Ring/brev i dag».</param>
public sealed record ComingReminder(Reminder Reminder, DateOnly? On, StepState State, bool Receives)
{
    public bool Comes => State is not (StepState.TooLate or StepState.SwitchedOff);
}

/// <param name="Now">What there is reason to remind somebody outside of today.</param>
/// <param name="Absent">What does not come as the case stands: its <see cref="Reminder.Condition"/> does not hold.</param>
public sealed record AheadReminders(IReadOnlyList<ComingReminder> Coming, IReadOnlyList<Reminder> Now, IReadOnlyList<Reminder> Absent);
