using EnVagUt.Core.Cases.BeforeStart;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

/// <summary>
/// The case page and the page of each of its verbs: what they show of the placement is read here, in one statement and
/// only within the viewer's grenar; reading it is logged (docs/beslut/0005).
/// </summary>
[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public abstract class PlacementPage(Reading reading) : AppPage
{
    /// <summary>What a placement is called that was registered without a person.</summary>
    public const string Nameless = "Utan namn";

    public sealed record Support(Guid Id, Lonestod Kind, DateOnly From, DateOnly To, DateOnly DecidedOn, string Reference, int? SharePercent)
    {
        public Period Period => new(From, To);
    }

    /// <summary>What is noted before the start, and the newest risk assessment of the workplace and form.</summary>
    public sealed record BeforeRow(
        BeforeStartFacts Facts, Guid WorkplaceId, string? ExtractLaw, string? GuardianInformedBy, DateOnly? UnionThrough)
    {
        public bool IsMinorOn(DateOnly start) => Facts.IsMinorOn(start);
    }

    /// <summary>The newest uppehåll, whether it has been, is going on or is planned.</summary>
    public sealed record PauseRow(DateOnly? From, DateOnly? To, bool FreesSlot);

    /// <param name="DidNotCome">When the workplace said that nobody came on the first day, until somebody has followed it up.</param>
    public sealed record NoticeRow(DateTime? DidNotCome, DateTime? LettersStopped, Gone? Gone, bool IsProtected);

    public sealed record CaseRow(
        Guid Id, StatusFacts StatusFacts, Form Form, DateOnly From, DateOnly? To, int CellMask, int ExtentPercent,
        Guid? ParticipantId, string? FirstName, string? LastName, Guid OfferId, string Title, string Workplace, string Employer,
        string ContactName, string? ContactPhone, string? Supervisor, string? Coordinator, Verksamhetsgren Gren,
        bool? ParticipantSaidYes, DateTime? RequestedAt, NoCode? NoCode,
        DateOnly? PaperDoneOn, string? PaperSeenBy, string? PaperReference, DateOnly? StartedOn, DateOnly? EndedOn,
        ExitReason? ExitReason, InterruptedBy? InterruptedBy, Outcome? Outcome, DateOnly? OutcomeOn, NotHeldReason? NotHeldBecause,
        bool Released, bool FromClause, PauseRow Pause, bool AgreementIsOutdated, Guid SlotId, Referrer? ReferredBy, Guid? ContinuesId,
        BeforeRow Before, List<Support> Supports, NoticeRow Notices)
    {
        public string Name => ParticipantId is null ? Nameless : $"{FirstName} {LastName}";
        public Period Period => new(From, To);
        public Cells Cells => new(CellMask);
    }

    [FromRoute] public Guid Id { get; set; }

    protected AppDb Db => reading.Db;
    protected Viewer Viewer => reading.Viewer;
    protected TimeProvider Clock => reading.Clock;

    public CaseRow Case { get; private set; } = null!;
    public CaseFacts Facts { get; private set; } = null!;
    public DateOnly Today => reading.Clock.Today();

    /// <summary>The viewer's roles in the case's gren.</summary>
    protected IReadOnlySet<Role> MyRoles => reading.Viewer.RolesIn(Case.Gren);

    /// <summary>The planned first day, or today when that day has been.</summary>
    protected DateOnly StartDay => Case.From < Today ? Today : Case.From;

    /// <summary>The verb of this page; null on the case page itself.</summary>
    public virtual PlacementAction? Verb => null;

    public bool ShowsForm => CameBack || (Verb is { } action && PlacementTransitions.Table.Allows(action, Facts, MyRoles, onBehalf: true));

    protected override async Task LoadAsync()
    {
        var (db, viewer, readLog, clock) = reading;
        // An employer's own placements pass the filter too, so the gren is asked for here.
        var grenar = viewer.Grenar;
        Case = await (
            from p in db.Placements.AsNoTracking()
            where p.Id == Id && grenar.Contains(p.Gren)
            from x in db.Participants.Where(x => x.Id == p.ParticipantId).DefaultIfEmpty()
            where p.ParticipantId == null || x != null
            join o in db.Offers on p.OfferId equals o.Id
            join w in db.Workplaces on p.WorkplaceId equals w.Id
            join e in db.Employers on p.EmployerId equals e.Id
            select new CaseRow(
                p.Id, new StatusFacts(p.PencilledUntil, p.Answers, p.Paper, p.StartedOn, p.PausedFrom, p.PausedTo, p.Ending), p.Form, p.From, p.To, p.CellMask, p.ExtentPercent,
                p.ParticipantId, x!.FirstName, x!.LastName, o.Id, o.Title, w.Name, e.Name,
                w.ContactName, w.ContactPhone,
                db.Supervisors.Where(s => s.Id == p.SupervisorId).Select(s => s.Name).FirstOrDefault(),
                db.Users.Where(u => u.Id == p.CoordinatorId).Select(u => u.DisplayName).FirstOrDefault(),
                p.Gren, p.Answers.ParticipantSaidYes, p.Answers.RequestedAt, p.Answers.EmployerNoCode,
                p.Paper.DoneOn, p.Paper.SeenBy, p.Paper.Reference, p.StartedOn, p.Ending.EndedOn,
                p.Ending.ExitReason, p.Ending.InterruptedBy, p.Ending.Outcome, p.Ending.OutcomeOn, p.Ending.NotHeldBecause,
                p.Releases.Any(r => r.WithdrawnAt == null), p.ClauseId != null, new PauseRow(p.PausedFrom, p.PausedTo, p.PauseFreesSlot),
                db.Agreements.Where(a => a.PlacementId == p.Id).OrderByDescending(a => a.Number)
                    .Select(a => a.Terms.To != p.To || a.Terms.CellMask != p.CellMask).FirstOrDefault(),
                p.SlotId, p.ReferredBy, p.ContinuesId,
                new BeforeRow(
                    new BeforeStartFacts((DateOnly?)x!.BirthDate, w.ExtractRequired,
                        db.WorkplaceChecks.Where(c => c.WorkplaceId == p.WorkplaceId && c.Form == p.Form && c.Kind == WorkplaceCheckKind.RiskAssessment && c.AnsweredOn != null)
                            .OrderByDescending(c => c.AnsweredOn).ThenByDescending(c => c.Seq).Select(c => c.Accepted == true ? c.ValidThrough : null).FirstOrDefault(),
                        p.BeforeStart.GuardianInformedOn, p.SupervisorId != null, p.BeforeStart.ForbiddenTasksShownOn, p.BeforeStart.ExtractShownOn),
                    w.Id, w.ExtractLegalBasis, p.BeforeStart.GuardianInformedBy,
                    db.WorkplaceChecks.Where(c => c.WorkplaceId == p.WorkplaceId && c.Form == p.Form && c.Kind == WorkplaceCheckKind.UnionStatement && c.AnsweredOn != null)
                        .OrderByDescending(c => c.AnsweredOn).ThenByDescending(c => c.Seq).Select(c => c.Accepted == true ? c.ValidThrough : null).FirstOrDefault()),
                p.Supports.OrderBy(s => s.From).Select(s => new Support(s.Id, s.Kind, s.From, s.To, s.DecidedOn, s.Reference, s.SharePercent)).ToList(),
                new NoticeRow(db.FirstDayQuestions.Where(q => q.PlacementId == p.Id && q.Came == false && q.FollowedUpAt == null).Select(q => q.AnsweredAt).FirstOrDefault(),
                    p.LettersStoppedAt, x!.Gone, p.IsProtected)))
            .SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("Placement");
        Facts = new CaseFacts(Case.StatusFacts.At(clock.UtcNow()), Case.Form, Case.From, Case.To, Today)
        {
            ParticipantSaidYes = Case.ParticipantSaidYes == true,
            Released = Case.Released,
            WantsToMeet = Case.StatusFacts.WantsToMeet,
            HasOutcome = Case.Outcome is not null,
            PauseIsNotOver = Case.Pause.To >= Today,
            PausedFrom = Case.Pause.From,
            PausedTo = Case.Pause.To,
            PauseAskDays = Case.Pause.To is not { } pausedTo || pausedTo < Today ? int.MaxValue : (await HttpContext.RequestServices.GetRequiredService<RulebookService>().OnAsync(Today, Ct)).Number(Limit.PauseAskDays),
            AgreementIsOutdated = Case.AgreementIsOutdated,
            IsNameless = Case.ParticipantId is null,
            Missing = Case.Before.Facts.Of(Case.Form, Case.ParticipantId is null).MissingOn(StartDay),
            AsksBeforeStart = Case.Before.IsMinorOn(StartDay) || Case.Before.Facts.ExtractRequired || (Case.Form.Row().Requires & (RequiredFacts.UnionStatement | RequiredFacts.Supervisor)) != 0,
            SupportLapsed = SupportGaps.Lapsed(Today, [.. Case.Supports.Select(s => s.Period)]),
        };
        if (HttpMethods.IsGet(Request.Method))
            readLog.Note(viewer, nameof(Placement), Id);
    }

    protected RedirectToPageResult DoneHere(string message) => Done("/Coordinator/Placements/Show", message, new { Id });
}
