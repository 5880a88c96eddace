using EnVagUt.Core.Data;
using EnVagUt.Core.Employers;
using EnVagUt.Core.Mail;
using EnVagUt.Core.Settings;

namespace EnVagUt.Core.Reminders;

public enum ReminderReceiver { Workplace, Participant, Coordinator, UnitManager }

/// <summary>
/// One reminder, declared in one place. The trigger is a query over facts: «due and no row in the ledger», never
/// «exactly n days before», so that a day without a running server loses nothing.
/// </summary>
/// <param name="id">Stable code, kept in the ledger: «forfragan-obesvarad».</param>
/// <param name="label">What the administrator reads.</param>
/// <param name="steps">In the order in which they come.</param>
public abstract class Reminder(string id, string label, ReminderReceiver receiver, params ReminderStep[] steps)
{
    public string Id { get; } = id;
    public string Label { get; } = label;
    public ReminderReceiver Receiver { get; } = receiver;
    public IReadOnlyList<ReminderStep> Steps { get; } = steps;

    /// <summary>
    /// The cases for which a step's time has come, whether or not the ledger has them. The stop condition is part of the
    /// query: a case that needs no reminder any more is not in it. Only object initializers, so that more can be asked of it.
    /// </summary>
    public abstract IQueryable<DueCase> Due(AppDb db, ReminderDays days);

    /// <summary>A value for each {{name}} of the letters: no person, no form, no health, and links only to pages behind a sign-in.</summary>
    public abstract Dictionary<string, string> Values(DueCase due, PortalAddress portal, Municipality municipality);
}

/// <param name="Today">The Stockholm day on which the job runs.</param>
/// <param name="Reach">The last day of a fact whose reminder has come: start on or before it, asked on or before it.</param>
/// <param name="Oldest">Days before this are left alone: a reminder that comes months late helps nobody.</param>
public sealed record ReminderDays(DateOnly Today, DateOnly Reach, DateOnly Oldest);

/// <summary>A case that is due, with what its letter needs.</summary>
public sealed class DueCase
{
    public required Guid CaseId { get; init; }

    /// <summary>The day that the reminder is about; when it moves, the reminders come anew.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Null or empty when the receiver has no address.</summary>
    public string? Email { get; init; }

    public bool IsProtected { get; init; }
    public string Workplace { get; init; } = "";
    public DateOnly From { get; init; }
    public DateOnly? To { get; init; }

    /// <summary>Weeks in which the receiver is not disturbed.</summary>
    public ClosedWeeks? ClosedWeeks { get; init; }
}
