using EnVagUt.Core.Law.Forms;

namespace EnVagUt.Tests.Core.Reminders.Simulation;

internal enum To { Workplace, Participant, Coordinator, Manager }

internal enum Count { OfficeDaysBefore, DaysBefore, OfficeDaysAfter, DaysAfter, OurClockAfter }

internal sealed record Promise(string Id, To To, bool Rests, Count Count, int[] Steps, Func<Case, DateOnly, IEnumerable<DateOnly>> Days)
{
    /// <summary>Days after which it helps nobody.</summary>
    public int Keeps { get; init; } = 90;
}

/// <summary>
/// What the municipality has been promised, copied by hand from the table in docs/former.md and the defaults of the trade:
/// who is reminded, after how many days of what, and when it is no longer wanted.
/// </summary>
internal static class Promises
{
    private const bool Rests = true;
    private const bool Never = false;

    public static readonly Promise[] All =
    [
        new("preliminarbokning", To.Coordinator, Never, Count.OfficeDaysBefore, [1], (c, today) => If(c.PencilGoneOn > today && c.AskedOn is null, c.PencilGoneOn)),
        new("forfragan-obesvarad", To.Workplace, Rests, Count.OurClockAfter, [3, 7], (c, _) => If(c.WorkplaceYes is null, c.AskedOn)),
        new("forfragan-forfaller", To.Coordinator, Never, Count.OurClockAfter, [10], (c, _) => If(c.WorkplaceYes is null, c.AskedOn)),
        new("papper-saknas", To.Coordinator, Never, Count.OfficeDaysBefore, [3, 1], (c, _) => If(Agreed(c) && !c.PaperDone, c.From)),
        new("utdrag-deltagare", To.Participant, Never, Count.DaysBefore, [21], (c, _) => If(Coming(c) && c.At.AsksExtract && !c.ExtractShown, c.From)),
        new("utdrag-saknas", To.Coordinator, Never, Count.DaysBefore, [7], (c, _) => If(Coming(c) && c.At.AsksExtract && !c.ExtractShown, c.From)),
        new("facket", To.Coordinator, Never, Count.DaysBefore, [10], (c, _) => If(Coming(c) && AsksUnion(c) && !Holds(c, union: true), c.From)),
        new("fore-start", To.Coordinator, Never, Count.DaysBefore, [7], (c, _) => If(Coming(c) && ((IsMinor(c) && LacksForMinor(c)) || LacksSupervisor(c)), c.From)),
        new("start-arbetsplats", To.Workplace, Rests, Count.DaysBefore, [7, 1], (c, _) => If(Agreed(c), c.From)),
        new("start-deltagare", To.Participant, Rests, Count.DaysBefore, [7, 1], (c, _) => If(Agreed(c), c.From)),
        new("uppfoljning", To.Coordinator, Never, Count.DaysAfter, [0], (c, _) => c.IsRunning ? FollowUps.Of(c) : []) { Keeps = 7 },
        new("uppehall", To.Coordinator, Never, Count.DaysAfter, [14], (c, today) => If(c.IsRunning && c.Pause?.To >= today, c.Pause?.From)),
        new("stodbeslut-budget", To.Workplace, Never, Count.DaysBefore, [90], (c, _) => If(c.At.IsOwnUnit, LastSupport(c))),
        new("stodbeslut-arbetsplats", To.Workplace, Never, Count.DaysBefore, [56, 28], (c, _) => If(true, LastSupport(c))),
        new("stodbeslut-samordnare", To.Coordinator, Never, Count.DaysBefore, [56, 28], (c, _) => If(true, LastSupport(c))),
        new("nystartsjobb", To.Workplace, Never, Count.DaysAfter, [120, 160], UnaskedMonths),
        new("slut-arbetsplats", To.Workplace, Rests, Count.OfficeDaysBefore, [15, 5], (c, _) => If(c.IsRunning, c.To)),
        new("slut-deltagare", To.Participant, Rests, Count.OfficeDaysBefore, [15, 5], (c, _) => If(c.IsRunning, c.To)),
        new("slut-samordnare", To.Coordinator, Never, Count.OfficeDaysBefore, [15, 5], (c, _) => If(c.IsRunning, c.To)),
        new("resultat-saknas", To.Coordinator, Never, Count.OfficeDaysAfter, [5], (c, _) => If(LacksOutcome(c), c.EndedOn ?? c.To)),
        new("resultat-saknas-chef", To.Manager, Never, Count.OfficeDaysAfter, [15], (c, _) => If(LacksOutcome(c), c.EndedOn ?? c.To)),
    ];

    private static IEnumerable<DateOnly> If(bool wanted, DateOnly? day) => wanted && day is { } d ? [d] : [];

    private static bool Agreed(Case c) => c.WorkplaceYes == true && c.StartedOn is null;

    private static bool Coming(Case c) => (c.ParticipantYes == true || c.WorkplaceYes == true) && c.WorkplaceYes != false && c.StartedOn is null;

    private static bool AsksUnion(Case c) => c.Form is Form.Praktik or Form.Arbetstraning or Form.AnpassatArbete or Form.Spraktraning;

    private static bool Holds(Case c, bool union) =>
        c.At.Checks.Any(x => x.Form == c.Form && x.IsUnion == union && (union || x.Accepted) && x.Through >= c.From);

    private static bool IsMinor(Case c) => c.Who?.Born.AddYears(18) > c.From;

    private static bool LacksForMinor(Case c) => !c.GuardianInformed || !c.ForbiddenTasksShown || !c.SupervisorNamed || !Holds(c, union: false);

    private static bool LacksSupervisor(Case c) =>
        !c.SupervisorNamed && c.Who is not null && c.Form is not (Form.AfPraktik or Form.Employment);

    private static bool LacksOutcome(Case c) => c.StartedOn is not null && !c.OutcomeKnown && (c.Who is not null || c.EndedOn is null);

    private static DateOnly? LastSupport(Case c) =>
        c.IsRunning && c.Supports.Count > 0 && c.Supports.Max(s => s.To) is var last && (c.To is null || c.To > last) ? last : null;

    // Every whole month that is over and had a day of nystartsjobb: 180 days after it the money is lost.
    private static IEnumerable<DateOnly> UnaskedMonths(Case c, DateOnly today)
    {
        foreach (var s in c.Supports.Where(s => c.StartedOn is not null && s.Kind == Lonestod.Nystartsjobb && !s.AfHasData))
            for (var first = new DateOnly(s.From.Year, s.From.Month, 1); first <= s.To; first = first.AddMonths(1))
            {
                var last = first.AddMonths(1).AddDays(-1);
                var (begins, ends) = (s.From > c.StartedOn ? s.From : c.StartedOn!.Value, c.EndedOn < s.To ? c.EndedOn.Value : s.To);
                if (last >= begins && first <= ends && begins <= ends && last < today && last.AddDays(180) >= today && !s.AskedFor.ContainsKey(first))
                    yield return last;
            }
    }
}
