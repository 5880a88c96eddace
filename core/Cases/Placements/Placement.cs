using EnVagUt.Core.Cases.BeforeStart;
using EnVagUt.Core.Cases.Warnings;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Core.Places.Slots;
using A = EnVagUt.Core.Cases.Placements.PlacementAction;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>
/// The case from «Föreslagen» on: one person, one slot. Facts are the truth: who and when. They lie in values with guards of
/// their own (<see cref="Answers"/>, <see cref="Paper"/>, <see cref="Ending"/> …), and the status is derived from them in
/// <see cref="StatusFacts"/>. A verb asks the table, changes a value and settles.
/// </summary>
public sealed class Placement : PlacementPlan
{
    private readonly List<Release> _releases = [];
    private readonly List<SupportDecision> _supports = [];
    private readonly List<Acknowledgement> _acknowledgements = [];
    private readonly List<Pause> _pauses = [];
    private readonly List<PlanChange> _planChanges = [];
    private readonly List<Supervised> _supervisedBy = [];

    private Placement() { }

    private Placement(Participant? participant, Verksamhetsgren gren, Sex sex, Offer offer, Slot slot, Period period, Cells cells, Stamp stamp)
        : base(participant, gren, sex, offer, slot, period, cells, stamp) { }

    public static Placement Propose(Participant participant, Offer offer, Slot slot, Period period, Cells cells, FormRules rules, Stamp stamp)
    {
        var placement = new Placement(participant, participant.Gren, participant.Sex, offer, slot, period, cells, stamp);
        offer.Require(OfferAction.Propose, stamp);
        slot.EnsureTakes(period, cells);
        participant.EnsureIsHere();
        PlanLimits.EnsureAllowed(participant.BirthDate, period, slot.Pattern, cells, rules);
        placement.Settle(stamp, "Proposed", offer.Form.ToString());
        return placement;
    }

    /// <summary>Redan avtalad: the workplace's yes is a fact from the beginning; what it holds is all of the offer's one slot.</summary>
    internal static Placement Arranged(Participant? participant, Verksamhetsgren gren, Sex sex, Referrer referredBy, Offer offer, Stamp stamp)
    {
        participant?.EnsureIsHere();
        var slot = offer.Slots[0];
        var placement = new Placement(participant, gren, sex, offer, slot, slot.Period, slot.Cells, stamp) { ReferredBy = referredBy, Answers = Answers.None.OfEmployer(EmployerAnswer.Yes, stamp) };
        if (participant is null)
            placement.Fact(stamp, FactKind.Sex, slot.From, sex);
        placement.Settle(stamp, "ArrangedByOthers", offer.Form.ToString(), referredBy.ToString());
        return placement;
    }

    /// <summary>Who had arranged it when it was registered here as agreed; null for all that began as a proposal.</summary>
    public Referrer? ReferredBy { get; private set; }

    /// <summary>Fortsättning av: the placement whose days, lock-in and progression this one keeps; supervisor and agreement do not follow.</summary>
    public Guid? ContinuesId { get; private set; }

    public DateTime? PencilledUntil { get; private set; }
    public Answers Answers { get; private set; } = Answers.None;
    public PaperFacts Paper { get; private set; } = PaperFacts.Missing;
    public BeforeStartNotes BeforeStart { get; private set; } = BeforeStartNotes.None;
    public DateOnly? StartedOn { get; private set; }

    /// <summary>The newest uppehåll, as columns of its own: EF gives no index on a value's column.</summary>
    public DateOnly? PausedFrom { get; private set; }
    public DateOnly? PausedTo { get; private set; }
    public bool PauseFreesSlot { get; private set; }

    public Ending Ending { get; private set; } = Ending.None;

    /// <summary>Stored for queries only; commands ask <see cref="StatusAt"/>.</summary>
    public PlacementStatus Status { get; private set; }

    public IReadOnlyList<Release> Releases => _releases;
    public IReadOnlyList<SupportDecision> Supports => _supports;
    public IReadOnlyList<Acknowledgement> Acknowledgements => _acknowledgements;
    public IReadOnlyList<Pause> Pauses => _pauses;
    public IReadOnlyList<PlanChange> PlanChanges => _planChanges;
    public IReadOnlyList<Supervised> SupervisedBy => _supervisedBy;

    private DateOnly FirstDay => StartedOn ?? From;

    public PlacementStatus StatusAt(DateTime now) => new StatusFacts(PencilledUntil, Answers, Paper, StartedOn, PausedFrom, PausedTo, Ending).At(now);

    /// <summary>The days from <paramref name="from"/> on for which the slot is to be held: the plan without uppehåll that frees it.</summary>
    internal IReadOnlyList<Period> HeldFrom(DateOnly from) =>
        new Period(from, null).Intersect(Period) is { } rest ? new Pausing(PausedFrom, PausedTo, PauseFreesSlot).HeldOf(rest) : [];

    /// <summary>Fortsättning av: days, lock-in and progression go on; supervisor and agreement do not follow.</summary>
    internal void Continue(Placement earlier, Stamp stamp)
    {
        RuleBreachException.When(earlier.StartedOn is null || earlier.Ending.VoidedAt is not null, Rule.ContinuesUnstarted);
        RuleBreachException.When(From < earlier.StartedOn, Rule.ContinuesLater, nameof(From), earlier.StartedOn!.Value.Written());
        ContinuesId = earlier.Id;
        Settle(stamp, "Continued");
    }

    /// <summary>Preliminärboka: the slot is held for a few days while the person thinks.</summary>
    internal void Pencil(DateTime until, Stamp stamp) => Do(A.Pencil, stamp, "Pencilled", () => PencilledUntil = until);
    internal void LapsePencil(Stamp stamp) => Do(A.LapsePencil, stamp, "PencilLapsed", () => PencilledUntil = null);

    /// <summary>The participant's own yes or no is a fact, not a formality.</summary>
    internal void ParticipantAnswered(bool yes, Stamp stamp) => Do(A.Answer, stamp, yes ? "ParticipantYes" : "ParticipantNo", () =>
    {
        Answers = Answers.OfParticipant(yes, stamp);
        if (!yes)
            SetNotHeld(NotHeldReason.ParticipantNo, stamp);
    });

    /// <summary>Dela uppgifter med arbetsplatsen, after the preview.</summary>
    internal void ReleaseToWorkplace(ReleasedFacts facts, Stamp stamp) =>
        Do(A.Release, stamp, "Released", () => _releases.Add(new Release(Id, facts, stamp)), [facts.Needs is null ? "" : nameof(facts.Needs)]);

    /// <summary>Återta delning: the workplace's pages say «personen» again; what it knows already, somebody speaks with it about.</summary>
    internal void WithdrawReleases(Stamp stamp) => Do(A.Withdraw, stamp, "ReleaseWithdrawn", () => _releases.ForEach(r => r.Withdraw(this, stamp)));

    internal void WorkplaceWasTold(Stamp stamp) => Do(A.TellWithdrawn, stamp, "WithdrawnTold", () => _releases.ForEach(r => r.Told(stamp)));

    /// <summary>Fråga arbetsplatsen.</summary>
    internal void Request(Stamp stamp) => Do(A.Request, stamp, "Requested", () => Answers = Answers.Requested(stamp));

    internal void EmployerAnswered(EmployerAnswer answer, Stamp stamp) => Do(answer.Action, stamp, answer.Verb, () =>
    {
        Answers = Answers.OfEmployer(answer, stamp);
        if (answer.Kind == AnswerKind.No)
            SetNotHeld(NotHeldReason.WorkplaceNo, stamp);
    }, answer.Codes);

    /// <summary>Överenskommelse klar, or another's document recorded: date, and who saw it.</summary>
    internal void RecordPaper(DateOnly doneOn, string seenBy, string? reference, Stamp stamp) =>
        Do(A.Paper, stamp, "PaperRecorded", () => Paper = PaperFacts.Of(Form, doneOn, seenBy, reference, stamp), [Form.Row().Paper.ToString()]);

    internal void NoteBeforeStart(BeforeStartDetails details, string? extractLaw, Stamp stamp) =>
        Do(A.BeforeStart, stamp, "BeforeStartNoted", () => BeforeStart = BeforeStart.With(details, extractLaw, stamp));

    /// <summary>From the first day on, or from a day that has been: another one before that stays as it was.</summary>
    internal void Supervise(Guid supervisorId, DateOnly from, Stamp stamp) => Do(A.Supervise, stamp, "SupervisorNamed", () =>
    {
        RuleBreachException.When(from < FirstDay || from > stamp.Today && from != FirstDay, Rule.SupervisorDayWrong, "From");
        SupervisorId = supervisorId;
        _supervisedBy.Add(new Supervised(Id, supervisorId, from, stamp));
    });

    /// <param name="missing">What must be known before the day and is not; workplace and person say what.</param>
    internal void Start(DateOnly on, IReadOnlyList<MissingFact> missing, Stamp stamp) => Do(A.Start, stamp, "Started", () =>
    {
        RuleBreachException.When(on > stamp.Today, Rule.DateImpossible, "On");
        RuleBreachException.When(!Period.Contains(on), Rule.StartBeforePeriod, "On");
        StartedOn = on;
        Fact(stamp, FactKind.Start, on, Written(on));
    }, know: f => f with { Missing = missing });

    // What is told of the case stands in rows of its own: «Kom deltagaren?» and that a no was followed up, an agreement, an intyg.
    internal void AnswerFirstDay(bool came, Stamp stamp) => Do(A.FirstDay, stamp, FirstDayVerb(came), () => { });
    internal static string FirstDayVerb(bool came) => came ? "CameFirstDay" : "DidNotComeFirstDay";
    internal void FollowUpAbsence(Stamp stamp) => Settle(stamp, "AbsenceFollowedUp");
    internal void AgreementBegun(Stamp stamp) => Settle(stamp, "AgreementBegun");
    internal void IntygIssued(Stamp stamp) => Settle(stamp, "IntygIssued");

    /// <summary>Uppehåll.</summary>
    internal void Interrupt(PausePlacement input, Stamp stamp) => Do(A.Pause, stamp, "Paused", () =>
    {
        var pause = Pause.Of(Id, new Period(FirstDay, To), _pauses, input, stamp);
        _pauses.Add(pause);
        NotePause(pause, stamp);
    }, [input.Reason.ToString()]);

    /// <summary>The uppehåll gets another last day: it goes on, or the person is back sooner.</summary>
    internal void EndPause(DateOnly last, Stamp stamp) => Do(A.EndPause, stamp, "PauseMoved", () =>
    {
        var pause = _pauses.Single(p => p.From == PausedFrom);
        pause.EndOn(last, Period);
        NotePause(pause, stamp);
    });

    /// <summary>Förläng, or other cells, from a day on. An agreement made before has to be approved anew.</summary>
    internal void Replan(Replan change, Slot slot, DateOnly? birthDate, FormRules rules, Stamp stamp) => Do(A.Replan, stamp, "Replanned", () =>
    {
        change.EnsureFits(FirstDay, Period, Cells, slot);
        change.EnsureAllowed(birthDate, slot.Pattern, rules);
        Change(change.From, change.To, change.Cells, slot.Pattern.ExtentPercent(change.Cells), stamp);
        _planChanges.Add(new PlanChange(Id, change, ExtentPercent, stamp));
        // What was agreed before the start was about other times; a running placement goes on meanwhile.
        if (StartedOn is null && Form.Row().Paper == Law.Forms.Paper.OwnAgreement)
            Paper = PaperFacts.Missing;
    }, [change.Reason.ToString()]);

    internal void End(DateOnly on, ExitReason reason, InterruptedBy by, Stamp stamp) => Do(A.End, stamp, "Ended", () =>
    {
        Ending = Ending.On(on, reason, by, StartedOn, stamp);
        Fact(stamp, FactKind.End, on, by);
        Fact(stamp, FactKind.ExitReason, on, reason);
    }, [reason.ToString(), by.ToString()]);

    /// <summary>Resultatuppföljning; a later answer replaces an earlier one, both stay as facts.</summary>
    internal void RecordOutcome(Outcome outcome, DateOnly on, Stamp stamp) => Do(A.Outcome, stamp, "OutcomeRecorded", () =>
    {
        Ending = Ending.With(outcome, on, stamp);
        Fact(stamp, FactKind.Outcome, on, outcome);
    }, [outcome.ToString()]);

    /// <summary>Släpp platsen: the placement ends before its start.</summary>
    internal void NotHeld(NotHeldReason reason, Stamp stamp) => Do(A.Cancel, stamp, "NotHeld", () => SetNotHeld(reason, stamp), [reason.ToString()]);

    /// <summary>Makulera: it was registered by mistake and leaves the statistics.</summary>
    internal void Void(Stamp stamp) => Do(A.Void, stamp, "Voided", () =>
    {
        Ending = Ending.Voided(stamp);
        Fact(stamp, FactKind.Voided, stamp.Today, true);
    });

    internal void RecordSupport(SupportDetails details, Stamp stamp) => Do(A.Support, stamp, "SupportRecorded", () =>
    {
        _supports.Add(SupportDecision.Record(Id, Period, details, stamp));
        Fact(stamp, FactKind.SupportFrom, details.From, details.Kind);
        Fact(stamp, FactKind.SupportTo, details.To, details.Kind);
    }, [details.Kind.ToString()]);

    /// <summary>Ersättning begärd, one month. Also after the end: the money may still be asked for.</summary>
    internal CompensationRequest NoteCompensation(Guid decisionId, DateOnly month, DateOnly on, IReadOnlyDictionary<DateOnly, DateOnly> requested, RuleSet rules, Stamp stamp)
    {
        var decision = DecisionOf(decisionId);
        var request = CompensationRequest.Note(decision, new Period(FirstDay, Ending.EndedOn), month, on, requested, rules, stamp);
        Settle(stamp, "CompensationNoted", decision.Kind.ToString());
        return request;
    }

    /// <summary>Arbetsförmedlingen har uppgifterna redan: nothing has to be asked for, and the clock is off.</summary>
    internal void NoteAfHasData(Guid decisionId, bool has, Stamp stamp)
    {
        DecisionOf(decisionId).NoteAfHasData(has, stamp);
        Settle(stamp, has ? "AfHasData" : "AfLacksData");
    }

    internal IReadOnlyList<Warning> Unanswered(IReadOnlyCollection<Warning> warnings) =>
        [.. warnings.Where(w => !_acknowledgements.Exists(a => a.Rule == w.Rule))];

    /// <summary>Keeps the reason for going on against each warning that has none yet.</summary>
    internal void Acknowledge(IReadOnlyCollection<Warning> warnings, Acknowledged answer, Stamp stamp)
    {
        foreach (var (warning, because) in answer.To(Unanswered(warnings)))
        {
            _acknowledgements.Add(new Acknowledgement(Id, warning.Rule, because, stamp));
            Changed(stamp, "Acknowledged", warning.Rule.ToString(), because.ToString());
        }
    }

    /// <summary>Only the calendar has moved: the stored status follows.</summary>
    internal void NoteDay(Stamp stamp)
    {
        if (StatusAt(stamp.At) is var now && now != Status)
            Settle(stamp, now == PlacementStatus.Paused ? "PauseBegan" : "PauseOver");
    }

    /// <param name="know">Adds what only the caller knows to the facts.</param>
    internal void Require(A action, Stamp stamp, Func<CaseFacts, CaseFacts>? know = null)
    {
        var facts = CaseFacts.Of(this, stamp);
        PlacementTransitions.Table.Require(action, know?.Invoke(facts) ?? facts);
    }

    // The shape of a verb: the table's guard, the change with its own guards, the funnel.
    private void Do(A action, Stamp stamp, string verb, Action change, string[]? codes = null, Func<CaseFacts, CaseFacts>? know = null)
    {
        Require(action, stamp, know);
        change();
        Settle(stamp, verb, codes ?? []);
    }

    private void Settle(Stamp stamp, string verb, params ReadOnlySpan<string> codes)
    {
        Status = StatusAt(stamp.At);
        Changed(stamp, verb, codes);
    }

    private void SetNotHeld(NotHeldReason reason, Stamp stamp)
    {
        Ending = Ending.NotHeld(reason, stamp);
        Fact(stamp, FactKind.NotHeld, stamp.Today, reason);
    }

    private void NotePause(Pause pause, Stamp stamp)
    {
        (PausedFrom, PausedTo, PauseFreesSlot) = (pause.From, pause.To, pause.FreesSlot);
        Fact(stamp, FactKind.Pause, pause.From, Written(pause.To));
    }

    private SupportDecision DecisionOf(Guid id)
    {
        RuleBreachException.When(Ending.VoidedAt is not null || StartedOn is null, Rule.NotAllowedInStatus);
        return _supports.Find(s => s.Id == id) ?? throw new NotFoundException("SupportDecision");
    }
}
