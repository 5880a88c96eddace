using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Participants;

namespace EnVagUt.Core.Desk.Reminders;

/// <summary>A case that a reminder is about, with what its letter and its quiet rules need.</summary>
public sealed record DueCase
{
    public required Guid CaseId { get; init; }

    /// <summary>The fact's day; null when the fact has a time, which is <see cref="At"/>.</summary>
    public DateOnly? On { get; init; }
    public DateTime? At { get; init; }

    /// <summary>Which reminder, where the cases of several are read together.</summary>
    public int Index { get; init; }

    /// <summary>Null or empty when the receiver has no address.</summary>
    public string? Email { get; init; }
    public bool HasAddress { get; init; }
    public bool IsProtected { get; init; }

    /// <summary>The person is called or written to, whatever the address.</summary>
    public ByHandReason? ByHand { get; init; }
    public string Workplace { get; init; } = "";
    public DateOnly From { get; init; }
    public DateOnly? To { get; init; }
    public Form? Form { get; init; }

    /// <summary>Weeks in which the receiver is not disturbed; null for the municipality's own staff.</summary>
    public ClosedWeeks? ClosedWeeks { get; init; }

    /// <summary>The newest uppehåll.</summary>
    public DateOnly? PausedFrom { get; init; }
    public DateOnly? PausedTo { get; init; }

    /// <summary>How far a case that counts itself has come; see <see cref="StepUnit.Reached"/>.</summary>
    public int Reached { get; init; }

    /// <summary>The Stockholm day that the reminder is about; when it moves, the reminders come anew.</summary>
    public DateOnly Day => On ?? At!.Value.StockholmDate();

    /// <summary>A form whose season lies in the closed weeks is not stopped by them.</summary>
    public ClosedWeeks? Closed => Form?.Row().SeasonIsClosedWeeks == true ? null : ClosedWeeks;
}

/// <summary>What a query has to read: facts between two days, both included. The exact day is counted from them afterwards.</summary>
/// <param name="Today">The Stockholm day on which the job runs.</param>
/// <param name="Rules">For a reminder that needs more of them than its own days.</param>
public sealed record ReminderWindow(DateOnly Today, DateOnly From, DateOnly Through, RuleSet Rules)
{
    // A workplace can be closed for half a year at most, and so long our own clock can stand still.
    private const int LongestStop = 7 * ClosedWeeks.Most;
    private const int Farthest = 1000;

    /// <summary>The facts that can have a step due today, and those whose step is planned when that is asked.</summary>
    public static ReminderWindow Of(Reminder reminder, RuleSet rules, DateOnly today, bool withPlanned)
    {
        var counts = ReminderRules.Of(reminder, rules, today).Counts;
        int Longest(bool before) => reminder.Steps.Zip(counts).Where(s => s.First.IsBefore == before)
            .Select(s => s.First.FarthestDays(s.Second)).DefaultIfEmpty(0).Max();
        // What is counted towards a day is no use after it.
        var from = reminder.Steps.All(s => s.IsBefore) ? today : today.AddDays(-reminder.KeepsDays - Longest(before: false) - LongestStop);
        return new ReminderWindow(today, from, today.AddDays(withPlanned ? Farthest : Longest(before: true)), rules);
    }

    public DateTime FromUtc => From.StartOfDayUtc();
    public DateTime BeforeUtc => Through.AddDays(1).StartOfDayUtc();
}
