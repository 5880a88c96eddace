using EnVagUt.Core.Cases.BeforeStart;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Cases.Warnings;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Days;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Participants;

namespace EnVagUt.Web.Hosting.Demo;

/// <summary>One placement as planned, step by step; each step happens on its day, if that day has come.</summary>
internal sealed class DemoCase(DemoStage stage, DemoLogins logins, DemoPapers papers, DemoParticipant person, DemoOffer offer, int slot, DateOnly proposed, DateOnly start, DateOnly? end)
{
    private readonly Acknowledged _answer = new(Enum.GetValues<SoftRule>(),
        stage.Pick([AcknowledgeReason.OwnGoal, AcknowledgeReason.WorkplaceAgrees, AcknowledgeReason.LeadsToEmployment, AcknowledgeReason.ShortTime]));
    private Guid _id;
    private int _number;
    // Set when it is interrupted.
    private DateOnly? _last;
    private InterruptedBy _by = InterruptedBy.Nobody;

    /// <summary>How far it comes at most; null lets it run its course.</summary>
    public PlacementStatus? StopsAt { get; init; }

    /// <summary>Whose approval of the agreement has not come, in a case that stops before its paper.</summary>
    public Approver? WaitsFor { get; init; }

    /// <summary>A decision on support is not prolonged though the employment goes on.</summary>
    public bool SupportLapses { get; init; }

    // Half of the praktik that goes on now; for the rest the paper was signed by hand.
    private bool IsAgreedInPortal => !IsEmployment && (end ?? DateOnly.MaxValue) >= stage.Last && _number % 2 == 0;

    private bool IsEmployment => offer.Form == Form.Employment;
    private static readonly BehalfChannel[] Channels = [BehalfChannel.Phone, BehalfChannel.Phone, BehalfChannel.Visit, BehalfChannel.Email];

    public void Plan()
    {
        _number = ++offer.Place.Cases;
        stage.On(proposed, async () => _id = await stage.AskAsync<PlacementService, Guid>(person.Coordinator, s => s.ProposeAsync(new ProposePlacement
        {
            ParticipantId = person.Id, SlotId = offer.SlotIds[slot], From = start, To = end, Acknowledged = _answer,
        }, default)));
        if (StopsAt == PlacementStatus.Proposed)
            return;
        if (StopsAt == PlacementStatus.Voided)
        {
            stage.On(proposed.AddWorkingDays(1), () => DoAsync(s => s.VoidAsync(_id, default)));
            return;
        }
        if (!IsEmployment && (StopsAt == PlacementStatus.Pencilled || stage.Chance(0.3)))
            stage.On(proposed, () => DoAsync(s => s.PencilAsync(_id, default, _answer)));
        if (StopsAt == PlacementStatus.Pencilled)
            return;
        var answered = proposed.AddWorkingDays(stage.Random.Next(1, 4));
        if (StopsAt is null && stage.Chance(0.08))
        {
            stage.On(answered, () => DoAsync(s => s.ParticipantAnsweredAsync(_id, false, default)));
            return;
        }
        var needs = stage.Chance(0.2) ? stage.Pick(["Behöver korta pauser.", "Kan inte lyfta tungt.", "Behöver skriftliga instruktioner.", "Får gärna en fast plats att börja dagen på."]) : null;
        stage.On(answered, () => DoAsync(async s =>
        {
            await s.ParticipantAnsweredAsync(_id, true, default);
            await s.ReleaseAsync(_id, needs, default);
            await s.RequestAsync(_id, default, _answer);
        }));
        if (StopsAt != PlacementStatus.Requested)
            PlanAnswer(answered.AddWorkingDays(stage.Random.Next(1, 6)));
        else if (_number % 4 == 0)
            stage.On(answered.AddWorkingDays(1), () => AnswerAsync(EmployerAnswer.MeetFirst));
    }

    private Task AnswerAsync(EmployerAnswer answer) => logins.Own(offer.Place.EmployerId) is { } own
        ? stage.DoAsync<EmployerAnswerService>(own, s => s.AnswerAsync(_id, answer, default))
        : stage.DoAsync<EmployerAnswerService>(person.Coordinator, s => s.AnswerAsync(_id, answer with { Behalf = new(Channels[_number % Channels.Length], "Arbetsplatsens kontaktperson") }, default));

    private void PlanAnswer(DateOnly day)
    {
        if (StopsAt is null && stage.Chance(0.12))
        {
            var code = stage.Weighted((NoCode.NoSupervisor, 4), (NoCode.HighLoad, 4), (NoCode.WrongTime, 3), (NoCode.Reorganisation, 1), (NoCode.RequirementsNotMet, 1), (NoCode.Other, 1));
            stage.On(day, () => AnswerAsync(EmployerAnswer.No(code)));
            return;
        }
        stage.On(day, () => AnswerAsync(EmployerAnswer.Yes with { Supervisor = new ChosenSupervisor(Name: offer.Place.Supervisor) }));
        if (StopsAt == PlacementStatus.AwaitingPaper)
        {
            if (WaitsFor is not null)
                stage.On(day, () => papers.AgreeAsync(person.Coordinator, _id, offer.Place.EmployerId, WaitsFor, _number));
            return;
        }
        if (StopsAt is null && stage.Chance(0.04))
        {
            var reason = stage.Weighted((NotHeldReason.Cancelled, 3), (NotHeldReason.OtherChosen, 1));
            stage.On(day.AddWorkingDays(2), () => DoAsync(s => s.CancelAsync(_id, reason, default)));
            return;
        }
        SetInterruption();
        var paper = Min(day.AddWorkingDays(stage.Random.Next(1, 5)), start);
        if (IsAgreedInPortal)
            stage.On(paper, () => papers.AgreeAsync(person.Coordinator, _id, offer.Place.EmployerId, null, _number));
        else
            stage.On(paper, () => DoAsync(s => s.RecordPaperAsync(_id, new RecordPaper(paper, "Arbetsmarknadsenheten", IsEmployment ? $"Anställningsavtal {paper:yyyy-MM-dd}" : null), default)));
        if (Age.On(person.Input.Person.BirthDate, start) < Age.Adult)
            stage.On(paper, () => NoteBeforeStartAsync(paper));
        if (offer.Form.Row().Requires.HasFlag(RequiredFacts.UnionStatement) && stage.Chance(0.6))
            stage.On(paper, () => stage.DoAsync<BeforeStartService>(person.Coordinator, s => s.RecordAsync(_id,
                new BeforeStartDetails { UnionAskedOn = paper, UnionAnsweredOn = paper, UnionAccepted = true, UnionAnsweredBy = "Skyddsombudet" }, default)));
        offer.Place.PlanExtract(stage, person.Coordinator, paper, () => _id);
        if (IsEmployment)
            PlanSupport(paper);
        if (StopsAt == PlacementStatus.ReadyToStart)
            return;
        stage.On(start, () => DoAsync(s => s.StartAsync(_id, start, default, _answer with { Because = AcknowledgeReason.NoAnswerInTime })));
        PlanEnd();
    }

    // Nobody under 18 starts without it.
    private Task NoteBeforeStartAsync(DateOnly day) => stage.DoAsync<BeforeStartService>(person.Coordinator, s => s.RecordAsync(_id, new BeforeStartDetails
    {
        RiskAssessedOn = day, RiskAccepted = true, RiskAssessedBy = offer.Place.Supervisor,
        GuardianInformedOn = day, GuardianInformedBy = "Arbetsmarknadsenheten", ForbiddenTasksShownOn = day,
    }, default));

    // Arbetsförmedlingen's decision is recorded; a new one follows on it as long as the employment lasts.
    private void PlanSupport(DateOnly recorded)
    {
        if (!SupportLapses && stage.Chance(0.1))
            return;
        var kind = stage.Weighted((Lonestod.Nystartsjobb, 5), (Lonestod.Introduktionsjobb, 3), (Lonestod.LonebidragUtveckling, 2), (Lonestod.LonebidragAnstallning, 1));
        int? share = kind == Lonestod.Introduktionsjobb ? 80 : kind == Lonestod.Nystartsjobb ? null : 60;
        var (from, day) = (start, recorded);
        for (var round = 0; round < 3 && day <= (_last ?? end ?? DateOnly.MaxValue) && from <= (end ?? DateOnly.MaxValue); round++)
        {
            var to = Min(from.AddMonths(SupportLapses ? 6 : 12).AddDays(-1), end ?? DateOnly.MaxValue);
            var details = new SupportDetails
            {
                Kind = kind, From = from, To = to, DecidedOn = day.AddDays(-5), Reference = $"AF-DEMO-{stage.Random.Next(100_000, 999_999)}", SharePercent = share,
            };
            stage.On(day, () => DoAsync(s => s.RecordSupportAsync(_id, details, default)));
            if (SupportLapses || stage.Chance(0.3))
                return;
            (from, day) = (to.AddDays(1), to.AddDays(-10));
        }
    }

    private void SetInterruption()
    {
        if (StopsAt is not null || !stage.Chance(IsEmployment ? 0.2 : 0.22))
            return;
        var days = (end ?? start.AddYears(2)).DayNumber - start.DayNumber;
        _by = stage.Weighted((InterruptedBy.Participant, 5), (InterruptedBy.Workplace, 3), (InterruptedBy.Municipality, 2));
        _last = start.AddDays(stage.Random.Next(days / 5, days * 9 / 10));
    }

    private void PlanEnd()
    {
        if ((_last ?? end) is not { } last)
            return;
        var by = _by;
        var reason = Reason(by);
        // Not everybody writes it down the same day.
        stage.OnWorkingDay(last.AddDays(stage.Weighted((0, 6), (1, 3), (4, 2), (9, 1))), () => DoAsync(s => s.EndAsync(_id, new EndPlacement(last, reason, by), default)));
        if (!IsEmployment && _number % 5 == 0)
            stage.OnWorkingDay(last.AddDays(12), () => papers.IssueAsync(person.Coordinator, _id));
        if (stage.Chance(0.9))
        {
            var asked = last.AddDays(stage.Random.Next(25, 45));
            var outcome = Outcome(by);
            stage.OnWorkingDay(asked, () => DoAsync(s => s.RecordOutcomeAsync(_id, outcome, asked, default)));
        }
    }

    private ExitReason Reason(InterruptedBy by) => by switch
    {
        InterruptedBy.Participant => stage.Weighted((ExitReason.Work, 3), (ExitReason.OwnChoice, 4), (ExitReason.Illness, 2), (ExitReason.Studies, 2), (ExitReason.ParentalLeave, 1), (ExitReason.Moved, 1)),
        InterruptedBy.Workplace or InterruptedBy.Municipality => stage.Weighted((ExitReason.OtherMeasure, 5), (ExitReason.BackToAf, 3), (ExitReason.Other, 1)),
        _ when IsEmployment => stage.Weighted((ExitReason.Work, 5), (ExitReason.BackToAf, 2), (ExitReason.EmployedByMunicipality, 1), (ExitReason.Studies, 1)),
        _ => stage.Weighted((ExitReason.OtherMeasure, 6), (ExitReason.SupportedWork, 4), (ExitReason.Work, 4), (ExitReason.Studies, 4), (ExitReason.BackToAf, 4), (ExitReason.MunicipalEmployment, 3), (ExitReason.OtherStudies, 1), (ExitReason.OwnCompany, 1)),
    };

    private Outcome Outcome(InterruptedBy by) => by == InterruptedBy.Nobody
        ? stage.Weighted((Core.Cases.Placements.Outcome.Work, 3), (Core.Cases.Placements.Outcome.SupportedWork, 3), (Core.Cases.Placements.Outcome.Studies, 3), (Core.Cases.Placements.Outcome.OtherMeasure, 4), (Core.Cases.Placements.Outcome.JobSeeking, 4), (Core.Cases.Placements.Outcome.NotReached, 1))
        : stage.Weighted((Core.Cases.Placements.Outcome.Work, 2), (Core.Cases.Placements.Outcome.Studies, 1), (Core.Cases.Placements.Outcome.OtherMeasure, 4), (Core.Cases.Placements.Outcome.JobSeeking, 5), (Core.Cases.Placements.Outcome.Other, 1), (Core.Cases.Placements.Outcome.NotReached, 2));

    private Task DoAsync(Func<PlacementService, Task> work) => stage.DoAsync(person.Coordinator, work);

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;
}
