using System.Globalization;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Minors;
using EnVagUt.Core.Law.Rulebook;
using A = EnVagUt.Core.Cases.Placements.PlacementAction;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>What changes a placement that is agreed: uppehåll, another end, other times.</summary>
public sealed partial class Placement
{
    private readonly List<Pause> _pauses = [];
    private readonly List<PlanChange> _planChanges = [];

    /// <summary>The newest uppehåll, so that the status can be derived from the row alone.</summary>
    public DateOnly? PausedFrom { get; private set; }
    public DateOnly? PausedTo { get; private set; }
    public bool PauseFreesSlot { get; private set; }

    public IReadOnlyList<Pause> Pauses => _pauses;
    public IReadOnlyList<PlanChange> PlanChanges => _planChanges;

    private bool IsPausedOn(DateOnly day) => PausedFrom <= day && day <= PausedTo;

    /// <summary>The days from <paramref name="from"/> on for which the slot is to be held: the plan without uppehåll that frees it.</summary>
    internal IReadOnlyList<Period> HeldFrom(DateOnly from)
    {
        if (new Period(from, null).Intersect(Period) is not { } rest)
            return [];
        if (!PauseFreesSlot || PausedFrom is not { } first || PausedTo is not { } last || !rest.Overlaps(new Period(first, last)))
            return [rest];
        var pieces = new List<Period>();
        if (first > rest.From)
            pieces.Add(new Period(rest.From, first.AddDays(-1)));
        if (last < rest.Last)
            pieces.Add(new Period(last.AddDays(1), rest.To));
        return pieces;
    }

    /// <summary>Uppehåll.</summary>
    internal void Interrupt(PausePlacement input, Stamp stamp)
    {
        Require(A.Pause, stamp);
        var pause = Period.Of(input.From, input.To, nameof(input.To));
        RuleBreachException.When(!new Period(StartedOn ?? From, To).Contains(pause), Rule.PauseOutsidePlacement, nameof(input.From), Period);
        RuleBreachException.When(_pauses.Exists(p => p.Period.Overlaps(pause)), Rule.PauseOverlaps, nameof(input.From));
        _pauses.Add(new Pause(Id, pause, input.Reason, input.FreesSlot, stamp));
        (PausedFrom, PausedTo, PauseFreesSlot) = (pause.From, pause.To, input.FreesSlot);
        NotePause(stamp);
        Settle(stamp, "Paused", input.Reason.ToString());
    }

    /// <summary>The uppehåll gets another last day: it goes on, or the person is back sooner.</summary>
    internal void EndPause(DateOnly last, Stamp stamp)
    {
        Require(A.EndPause, stamp);
        RuleBreachException.When(last < PausedFrom, Rule.PauseReversed, "Last", PausedFrom!.Value.Written());
        RuleBreachException.When(last > Period.Last, Rule.PauseOutsidePlacement, "Last", Period);
        _pauses.Single(p => p.From == PausedFrom).EndOn(last);
        PausedTo = last;
        NotePause(stamp);
        Settle(stamp, "PauseMoved");
    }

    /// <summary>Förläng, or other cells, from a day on. An agreement made before has to be approved anew.</summary>
    internal void Replan(Replan change, WeeklyPattern pattern, DateOnly? birthDate, FormRules rules, Stamp stamp)
    {
        Require(A.Replan, stamp);
        var rest = Period.Of(change.From, change.To, nameof(change.To));
        RuleBreachException.When(change.From < (StartedOn ?? From), Rule.ReplanBeforeStart, nameof(change.From), (StartedOn ?? From).Written());
        RuleBreachException.When(change.From > Period.Last.AddDays(Period.To is null ? 0 : 1), Rule.ReplanLeavesGap, nameof(change.From), Period);
        RuleBreachException.When(change.Cells.IsEmpty || !pattern.Cells.Contains(change.Cells), Rule.OutsideSlotPattern, nameof(change.Cells), pattern.Cells);
        RuleBreachException.When(change.To == To && change.Cells == Cells, Rule.NothingToRecord);
        RuleBreachException.When(rules.Row.IsOurDecision && rules.LongestMonths is { } months && rest.Last >= change.From.AddMonths(months),
            Rule.PeriodTooLong, nameof(change.To), rules.LongestMonths ?? 0);
        if (birthDate is { } born)
            MinorWork.EnsureAllowed(born, rules, rest, pattern, change.Cells);

        (To, CellMask, ExtentPercent) = (change.To, change.Cells.Mask, pattern.ExtentPercent(change.Cells));
        _planChanges.Add(new PlanChange(Id, change, ExtentPercent, stamp));
        // What was agreed before the start was about other times; a running placement goes on meanwhile.
        if (StartedOn is null && Form.Row().Paper == Law.Forms.Paper.OwnAgreement)
            (PaperDoneOn, PaperSeenBy, PaperReference) = (null, null, null);
        Fact(stamp, FactKind.PlannedEnd, change.From, To?.ToString("O", CultureInfo.InvariantCulture));
        Fact(stamp, FactKind.Extent, change.From, ExtentPercent);
        Settle(stamp, "Replanned", change.Reason.ToString());
    }

    /// <summary>Only the calendar has moved: the stored status follows.</summary>
    internal void NoteDay(Stamp stamp)
    {
        if (StatusAt(stamp.At) != Status)
            Settle(stamp, IsPausedOn(stamp.Today) ? "PauseBegan" : "PauseOver");
    }

    private void NotePause(Stamp stamp) =>
        Fact(stamp, FactKind.Pause, PausedFrom!.Value, PausedTo!.Value.ToString("O", CultureInfo.InvariantCulture));
}
