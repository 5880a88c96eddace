using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Minors;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Participants;

namespace EnVagUt.Core.Cases.Suggestions;

/// <summary>Dates × cells that are not free.</summary>
public readonly record struct Busy(Period Period, Cells Cells);

/// <summary>What of a person decides whether a slot fits. No target group, no cause.</summary>
public sealed record FitPerson(
    DateOnly BirthDate, int ExtentPercent, SwedishLevel Swedish, bool DrivingLicence, string? Wish, IReadOnlyList<Busy> Busy);

/// <summary>A slot with its offer's demands and everything that loads it.</summary>
public sealed record FitSlot(
    Guid SlotId, FormRules Rules, string Title, SwedishLevel Swedish, bool DrivingLicence, Period Period, WeeklyPattern Pattern)
{
    public Cells Cells => Pattern.Cells;
    public ClosedWeeks? ClosedWeeks { get; init; }
    public int WorkplaceCeiling { get; init; } = int.MaxValue;
    public bool WorkplaceCeilingIsHard { get; init; }
    public int? SupervisorCeiling { get; init; }
    public bool SupervisorCeilingIsHard { get; init; }
    public IReadOnlyList<Busy> Taken { get; init; } = [];
    public IReadOnlyList<Busy> AtWorkplace { get; init; } = [];
    public IReadOnlyList<Busy> AtSupervisor { get; init; } = [];
}

public enum FitKind
{
    For,
    /// <summary>Speaks against it, but the coordinator decides.</summary>
    Against,
    /// <summary>The booking would be refused.</summary>
    Blocks,
}

public sealed record FitReason(FitKind Kind, string Text);

/// <summary>
/// Whether a slot fits a person, when and why, in words and only from data. A booking checks
/// everything again.
/// </summary>
public sealed record Fit(Guid SlotId, Period? Period, Cells Cells, IReadOnlyList<FitReason> Reasons)
{
    /// <summary>Working days that the participant's yes, the release and the workplace's yes need before a start.</summary>
    public const int LeadWorkingDays = 5;

    public bool IsPossible => Reasons.All(r => r.Kind != FitKind.Blocks);
    public bool IsGood => Reasons.All(r => r.Kind == FitKind.For);

    /// <summary>Possible ones first, fewest objections, most in favour.</summary>
    public (bool, int, int) Rank => (!IsPossible, Reasons.Count(r => r.Kind == FitKind.Against), -Reasons.Count(r => r.Kind == FitKind.For));

    public static Fit Of(FitPerson person, FitSlot slot, DateOnly today)
    {
        var reasons = new List<FitReason>();
        var window = FreeWindow.Find(slot, [.. slot.Taken, .. person.Busy], today);
        if (window is { } free)
        {
            reasons.Add(new(FitKind.For, $"Ledig {free.Cells} {free.Period}"));
            AboutBusyTimes(person, slot, free, today, reasons);
            AboutCeilings(slot, free, reasons);
            AboutExtent(person, slot, free.Cells, reasons);
        }
        else
        {
            reasons.Add(new(FitKind.Blocks, FreeWindow.Find(slot, slot.Taken, today) is not null
                ? $"Personen är upptagen hela tiden {slot.Cells}"
                : $"Ingen tid kvar: platsen finns {slot.Period}, {slot.Cells}"));
        }
        AboutAge(person, slot, window?.Period.From ?? slot.Period.From, reasons);
        if (window is { } used)
            reasons.AddRange(MinorWork.Faults(person.BirthDate, slot.Rules, used.Period, slot.Pattern, used.Cells).Select(f => new FitReason(FitKind.Blocks, f.Summary)));
        AboutSkills(person, slot, reasons);
        return new(slot.SlotId, window?.Period, window?.Cells ?? Cells.Empty, [.. reasons.OrderByDescending(r => r.Kind)]);
    }

    private static void AboutAge(FitPerson person, FitSlot slot, DateOnly start, List<FitReason> reasons)
    {
        var (age, rules) = (Age.On(person.BirthDate, start), slot.Rules);
        if (age < rules.MinAge || age > rules.MaxAge)
            reasons.Add(new(rules.Row.IsOurDecision ? FitKind.Blocks : FitKind.Against, $"{rules.Form.Label()} är för {rules.MinAge}–{rules.MaxAge} år; personen är {age} vid starten"));
    }

    // Only when: never which form, workplace or gren it comes from.
    private static void AboutBusyTimes(FitPerson person, FitSlot slot, FreeWindow free, DateOnly today, List<FitReason> reasons)
    {
        var meeting = person.Busy.Where(b => Cells.Meet(free.Period, slot.Cells, b.Period, b.Cells)).ToList();
        var busy = new Cells(meeting.Aggregate(0, (mask, b) => mask | b.Cells.Mask)).And(slot.Cells);
        if (!busy.IsEmpty)
            reasons.Add(new(FitKind.Against, $"Personen är upptagen {busy}; övriga pass går"));
        else if (FreeWindow.Find(slot, slot.Taken, today) is { } sooner && sooner.Period.From < free.Period.From)
            reasons.Add(new(FitKind.Against, $"Personen är upptagen till {free.Period.From.AddDays(-1).Brief()}"));
    }

    private static void AboutCeilings(FitSlot slot, FreeWindow free, List<FitReason> reasons)
    {
        AboutCeiling("Handledaren", slot.SupervisorCeiling ?? int.MaxValue, slot.SupervisorCeilingIsHard, slot.AtSupervisor, free, reasons);
        AboutCeiling("Arbetsplatsen", slot.WorkplaceCeiling, slot.WorkplaceCeilingIsHard, slot.AtWorkplace, free, reasons);
    }

    private static void AboutCeiling(string who, int ceiling, bool isHard, IReadOnlyList<Busy> load, FreeWindow free, List<FitReason> reasons)
    {
        var full = FullWeeks.Of(free.Period, free.Cells, ceiling, load);
        if (full.Weeks.Count > 0)
            reasons.Add(new(full.IsAll && isHard ? FitKind.Blocks : FitKind.Against, $"{who} har fullt {full}"));
    }

    private static void AboutExtent(FitPerson person, FitSlot slot, Cells cells, List<FitReason> reasons)
    {
        var extent = slot.Pattern.ExtentPercent(cells);
        reasons.Add(extent > person.ExtentPercent
            ? new(FitKind.Against, $"Omfattningen är {extent} %, personen kan {person.ExtentPercent} %: välj färre pass")
            : new(FitKind.For, $"Omfattningen {extent} % ryms i personens {person.ExtentPercent} %"));
    }

    private static void AboutSkills(FitPerson person, FitSlot slot, List<FitReason> reasons)
    {
        if (person.Swedish < slot.Swedish)
            reasons.Add(new(FitKind.Against, $"Kräver svenska: {slot.Swedish.Label()}. Personen: {(person.Swedish == SwedishLevel.None ? "inte bedömd" : person.Swedish.Label())}"));
        else if (slot.Swedish != SwedishLevel.None)
            reasons.Add(new(FitKind.For, $"Svenskan räcker: {slot.Swedish.Label()}"));
        if (slot.DrivingLicence)
            reasons.Add(person.DrivingLicence ? new(FitKind.For, "Har körkortet som krävs") : new(FitKind.Against, "Kräver körkort"));
        if (WishedWord(person.Wish, slot.Title) is { } word)
            reasons.Add(new(FitKind.For, $"Önskemålet nämner ”{word}”"));
    }

    // Words of a wish that say nothing about the work: «med» would begin «Medarbetare».
    private static readonly HashSet<string> SaysNothing = new(
        Folding.Words("med och att som för inte gärna vill ett något någon hos kan kunna helst bra jobb jobba arbete arbeta plats praktik tid göra vara mer lite inom"),
        StringComparer.Ordinal);

    // A word of the wish that begins or ends a word of the title: «kök» and «köksbiträde», «café» and «hundcafé».
    private static string? WishedWord(string? wish, string title) => wish is null ? null :
        Folding.Words(wish).FirstOrDefault(w => w.Length >= 3 && !SaysNothing.Contains(w) && Folding.Words(title)
            .Any(t => t.StartsWith(w, StringComparison.Ordinal) || (w.Length >= 4 && t.EndsWith(w, StringComparison.Ordinal))));
}
