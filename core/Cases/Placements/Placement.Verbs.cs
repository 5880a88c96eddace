using System.Globalization;
using EnVagUt.Core.Cases.Warnings;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Minors;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;
using A = EnVagUt.Core.Cases.Placements.PlacementAction;

namespace EnVagUt.Core.Cases.Placements;

public sealed partial class Placement
{
    /// <summary>Preliminärboka: the slot is held for a few days while the person thinks.</summary>
    internal void Pencil(DateTime until, Stamp stamp)
    {
        Require(A.Pencil, stamp);
        PencilledUntil = until;
        Settle(stamp, "Pencilled");
    }

    internal void LapsePencil(Stamp stamp)
    {
        Require(A.LapsePencil, stamp);
        PencilledUntil = null;
        Settle(stamp, "PencilLapsed");
    }

    /// <summary>The participant's own yes or no is a fact, not a formality.</summary>
    internal void ParticipantAnswered(bool yes, Stamp stamp)
    {
        Require(A.Answer, stamp);
        (ParticipantAnsweredAt, ParticipantSaidYes) = (stamp.At, yes);
        if (!yes)
            SetNotHeld(NotHeldReason.ParticipantNo, stamp);
        Settle(stamp, yes ? "ParticipantYes" : "ParticipantNo");
    }

    /// <summary>Dela uppgifter med arbetsplatsen, after the preview.</summary>
    internal void ReleaseToWorkplace(ReleasedFacts facts, Stamp stamp)
    {
        Require(A.Release, stamp);
        _releases.Add(new Release(Id, facts, stamp));
        Settle(stamp, "Released", facts.Needs is null ? "" : nameof(facts.Needs));
    }

    /// <summary>Fråga arbetsplatsen.</summary>
    internal void Request(Stamp stamp)
    {
        Require(A.Request, stamp);
        RequestedAt = stamp.At;
        Settle(stamp, "Requested");
    }

    internal void EmployerAnswered(bool yes, NoCode? code, Stamp stamp)
    {
        Require(yes ? A.Accept : A.Decline, stamp);
        RuleBreachException.When(!yes && code is null, Rule.NoCodeMissing, "Code");
        (EmployerAnsweredAt, EmployerSaidYes, EmployerNoCode) = (stamp.At, yes, yes ? null : code);
        if (!yes)
            SetNotHeld(NotHeldReason.WorkplaceNo, stamp);
        Settle(stamp, yes ? "EmployerYes" : "EmployerNo", code?.ToString() ?? "");
    }

    /// <summary>Överenskommelse klar, or another's document recorded: date, and who saw it.</summary>
    internal void RecordPaper(DateOnly doneOn, string seenBy, string? reference, Stamp stamp)
    {
        Require(A.Paper, stamp);
        RuleBreachException.When(doneOn > stamp.Today, Rule.DateImpossible, "DoneOn");
        RuleBreachException.When(string.IsNullOrWhiteSpace(seenBy), Rule.Required, "SeenBy");
        RuleBreachException.When(Form.Row().Paper == Paper.OthersDocument && string.IsNullOrWhiteSpace(reference), Rule.Required, "Reference");
        (PaperDoneOn, PaperSeenBy, PaperReference) = (doneOn, seenBy.Trim(), reference?.Trim());
        Settle(stamp, "PaperRecorded", Form.Row().Paper.ToString());
    }

    internal void Start(DateOnly on, Stamp stamp)
    {
        Require(A.Start, stamp);
        RuleBreachException.When(on > stamp.Today, Rule.DateImpossible, "On");
        RuleBreachException.When(!Period.Contains(on), Rule.StartBeforePeriod, "On");
        StartedOn = on;
        Fact(stamp, FactKind.Start, on, on.ToString("O", CultureInfo.InvariantCulture));
        Settle(stamp, "Started");
    }

    internal void End(DateOnly on, ExitReason reason, InterruptedBy by, Stamp stamp)
    {
        Require(A.End, stamp);
        RuleBreachException.When(on > stamp.Today, Rule.DateImpossible, "On");
        RuleBreachException.When(on < StartedOn, Rule.EndBeforeStart, "On");
        (EndedOn, ExitReason, InterruptedBy) = (on, reason, by);
        Fact(stamp, FactKind.End, on, by);
        Fact(stamp, FactKind.ExitReason, on, reason);
        Settle(stamp, "Ended", reason.ToString(), by.ToString());
    }

    /// <summary>Resultatuppföljning; a later answer replaces an earlier one, both stay as facts.</summary>
    internal void RecordOutcome(Outcome outcome, DateOnly on, Stamp stamp)
    {
        Require(A.Outcome, stamp);
        RuleBreachException.When(on > stamp.Today, Rule.DateImpossible, "On");
        RuleBreachException.When(on < EndedOn, Rule.EarlierEventAfterLater, "On");
        (Outcome, OutcomeOn) = (outcome, on);
        Fact(stamp, FactKind.Outcome, on, outcome);
        Settle(stamp, "OutcomeRecorded", outcome.ToString());
    }

    /// <summary>Släpp platsen: the placement ends before its start.</summary>
    internal void NotHeld(NotHeldReason reason, Stamp stamp)
    {
        Require(A.Cancel, stamp);
        SetNotHeld(reason, stamp);
        Settle(stamp, "NotHeld", reason.ToString());
    }

    /// <summary>Makulera: it was registered by mistake and leaves the statistics.</summary>
    internal void Void(Stamp stamp)
    {
        Require(A.Void, stamp);
        VoidedAt = stamp.At;
        Fact(stamp, FactKind.Voided, stamp.Today, true);
        Settle(stamp, "Voided");
    }

    internal void RecordSupport(SupportDetails details, Stamp stamp)
    {
        Require(A.Support, stamp);
        RuleBreachException.When(details.To < details.From, Rule.PeriodReversed, nameof(details.To));
        RuleBreachException.When(string.IsNullOrWhiteSpace(details.Reference), Rule.SupportNeedsReference, nameof(details.Reference));
        RuleBreachException.When(!Period.Overlaps(new Period(details.From, details.To)), Rule.SupportDateOutside, nameof(details.From));
        RuleBreachException.When(!details.Kind.Row().CanBeginOn(details.From), Rule.SupportAbolished, nameof(details.Kind), details.Kind.Row().LastNewDay?.Written() ?? "");
        RuleBreachException.When(details.SharePercent is < 0 or > 100, Rule.Required, nameof(details.SharePercent));
        _supports.Add(new SupportDecision(Id, details, stamp));
        Fact(stamp, FactKind.SupportFrom, details.From, details.Kind);
        Fact(stamp, FactKind.SupportTo, details.To, details.Kind);
        Settle(stamp, "SupportRecorded", details.Kind.ToString());
    }

    internal IReadOnlyList<Warning> Unanswered(IReadOnlyCollection<Warning> warnings) =>
        [.. warnings.Where(w => !_acknowledgements.Exists(a => a.Rule == w.Rule))];

    /// <summary>Keeps the reason for going on against each warning that has none yet.</summary>
    /// <exception cref="RuleBreachException">A warning was not on the page, or no reason was given; the text holds the warnings.</exception>
    internal void Acknowledge(IReadOnlyCollection<Warning> warnings, Acknowledged answer, Stamp stamp)
    {
        var open = Unanswered(warnings);
        RuleBreachException.When(open.Any(w => !answer.Seen.Contains(w.Rule)) || (open.Count > 0 && answer.Because is null),
            Rule.WarningsNotAcknowledged, nameof(answer.Because), string.Join(" ", open.Select(w => w.Text)));
        foreach (var warning in open)
        {
            _acknowledgements.Add(new Acknowledgement(Id, warning.Rule, answer.Because!.Value, stamp));
            Changed(stamp, "Acknowledged", warning.Rule.ToString(), answer.Because.Value.ToString());
        }
    }

    private void SetNotHeld(NotHeldReason reason, Stamp stamp)
    {
        (NotHeldBecause, NotHeldAt) = (reason, stamp.At);
        Fact(stamp, FactKind.NotHeld, stamp.Today, reason);
    }

    private void EnsureFits(Participant participant, Offer offer, WeeklyPattern pattern, FormRules rules, Stamp stamp)
    {
        offer.Require(OfferAction.Propose, stamp);
        RuleBreachException.When(participant.Person.Gone == Gone.Deceased, Rule.PersonDeceased);
        var age = Age.On(participant.Person.BirthDate, From);
        // Somebody else's decision outside our parameters is warned about, never refused (docs/beslut/0008).
        if (rules.Row.IsOurDecision)
        {
            RuleBreachException.When(age < rules.MinAge || age > rules.MaxAge, Rule.AgeOutsideForm, nameof(From), Form.Label(), $"{rules.MinAge}–{rules.MaxAge}");
            RuleBreachException.When(rules.LongestMonths is { } months && Period.Last >= From.AddMonths(months), Rule.PeriodTooLong, nameof(To), rules.LongestMonths ?? 0);
        }
        MinorWork.EnsureAllowed(participant.Person.BirthDate, rules, Period, pattern, Cells);
    }

    private void NotePlan(Stamp stamp)
    {
        Fact(stamp, FactKind.Form, From, Form);
        Fact(stamp, FactKind.PlannedEnd, From, To?.ToString("O", CultureInfo.InvariantCulture));
        Fact(stamp, FactKind.Extent, From, ExtentPercent);
    }

    internal void Require(A action, Stamp stamp) => PlacementTransitions.Table.Require(action,
        new CaseFacts(StatusAt(stamp.At), Form, From, To, stamp.Today)
        {
            ParticipantSaidYes = ParticipantSaidYes == true,
            Released = _releases.Count > 0,
            PencilHasRunOut = PencilledUntil <= stamp.At,
            HasOutcome = Outcome is not null,
            PauseIsNotOver = PausedTo >= stamp.Today,
            IsNameless = IsNameless,
            // Workplace and age decide what is asked; the service knows them.
            AsksBeforeStart = true,
        });

    private void Settle(Stamp stamp, string verb, params ReadOnlySpan<string> codes)
    {
        Status = StatusAt(stamp.At);
        Changed(stamp, verb, codes);
    }
}
