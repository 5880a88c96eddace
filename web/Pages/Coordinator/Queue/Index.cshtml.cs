using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Desk.ByHand;
using EnVagUt.Core.Desk.Questions;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Days;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.Queue;

/// <summary>Att göra: what waits for somebody at AME, one sentence each. One statement per section, whatever is in them.</summary>
[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class IndexModel(AppDb db, Viewer viewer, TimeProvider clock, RulebookService rulebook) : AppPage
{
    /// <summary>Rows of a section; the rest is behind its link.</summary>
    public const int Most = 10;

    private const int UnansweredWorkingDays = 3, StartIsNearDays = 7;

    public sealed record Row(Guid Id, Form Form, string Person, string Title, string Workplace, DateOnly From, DateOnly? To, DateTime ProposedAt, DateTime? RequestedAt, DateOnly? EndedOn, bool DidNotCome, bool WantsToMeet, bool AwaitsTelling, bool IsReady)
    {
        /// <summary>Read together with those that somebody has to call about.</summary>
        public bool IsStart => IsReady && !DidNotCome;
    }

    public sealed record Section(string Title, PlacementStatus Status, IReadOnlyList<Row> Rows, Func<Row, string> Sentence, PlacementAction? Step)
    {
        /// <summary>Somebody has to call today: it stands before all else.</summary>
        public bool IsCall { get; init; }
    }

    public sealed record StoodInFor(int Count, string? First, DateOnly? To);

    public sealed record Counts(int Offers, int Employers, int Questions, int ByHand);

    [BindProperty(SupportsGet = true, Name = "vilka")] public string? Which { get; set; }

    public IReadOnlyList<Section> Sections { get; private set; } = [];
    public Counts Waiting { get; private set; } = new(0, 0, 0, 0);

    /// <summary>Months of which nobody has asked for the money, though the last day draws near; the nearest first.</summary>
    public IReadOnlyList<CompensationTask> Compensation { get; private set; } = [];

    /// <summary>Colleagues who are away and for whom the viewer stands in today; the first who is back.</summary>
    public StoodInFor StandsInFor { get; private set; } = new(0, null, null);
    public bool IsEmpty => Sections.Count == 0 && Compensation.Count == 0 && Waiting == new Counts(0, 0, 0, 0);

    protected override async Task LoadAsync()
    {
        Which = Which is "alla" or "mina" ? Which : viewer.Is(Role.UnitManager) ? "alla" : "mina";
        var today = clock.Today();
        var asked = today.AddWorkingDays(-UnansweredWorkingDays).AddDays(1).StartOfDayUtc();
        var (startsBy, endsBy) = (today.AddDays(StartIsNearDays), today.AddWorkingDays(Core.Cases.Placements.WhatNow.EndIsNearWorkingDays));
        var pausedBefore = today.AddDays(-(await rulebook.OnAsync(today, Ct)).Number(Limit.PauseAskDays));
        var absent = Absent;
        var starts = await RowsAsync(p => p.Where(x => (x.Status == PlacementStatus.ReadyToStart && x.From <= startsBy)
            || x.Releases.Any(r => r.WithdrawnAt != null && r.ToldAt == null)
            || (x.Ending.EndedOn == null && x.Ending.NotHeldAt == null && x.Ending.VoidedAt == null && absent.Contains(x.Id))), callsFirst: true);
        // In the order of what cannot wait: whom to call, money that is lost (its own section), starts, answers, supports, then the rest.
        List<Section> all =
        [
            new("Kom inte första dagen: ring", PlacementStatus.Running, starts.FindAll(r => r.DidNotCome),
                r => $"Arbetsplatsen säger att personen inte kom. Startdagen var {r.From.Written()}. Ring i dag.", null) { IsCall = true },
            new("Delning återtagen: ring arbetsplatsen", PlacementStatus.Running, starts.FindAll(r => r.AwaitsTelling),
                _ => "Arbetsplatsens sidor visar inte längre personen. Tala med arbetsplatsen om det den redan vet.", null) { IsCall = true },
            new("Papper saknas före start", PlacementStatus.AwaitingPaper,
                await RowsAsync(p => p.Where(x => x.Status == PlacementStatus.AwaitingPaper)),
                r => r.From <= today ? $"Skulle ha startat {r.From.Written()}. Registrera papperet, eller släpp platsen." : $"Startar {r.From.Written()}. Registrera papperet före dess.", PlacementAction.Paper),
            new("Startar", PlacementStatus.ReadyToStart,
                starts.FindAll(r => r.IsStart),
                r => r.From <= today ? $"Startdagen var {r.From.Written()}. Kom deltagaren?" : $"Startar {r.From.Written()}. Bekräfta när deltagaren har kommit.", PlacementAction.Start),
            new("Förfrågningar utan svar", PlacementStatus.Requested,
                await RowsAsync(p => p.Where(x => x.Status == PlacementStatus.Requested && (x.Answers.RequestedAt < asked || x.Answers.MeetAskedAt != null))),
                r => r.WantsToMeet ? "Arbetsplatsen vill träffas innan den svarar. Kom överens om en tid."
                    : $"Tillfrågad {r.RequestedAt!.Value.StockholmDate().Written()}, inget svar på {today.WorkingDaysSince(r.RequestedAt.Value.StockholmDate())} arbetsdagar. Ring arbetsplatsen.", PlacementAction.Accept),
            new("Stödet har löpt ut", PlacementStatus.Running,
                await RowsAsync(p => p.Where(x => (x.Status == PlacementStatus.Running || x.Status == PlacementStatus.Paused) && x.Supports.Any() && x.Supports.All(s => s.To < today))),
                _ => SupportGaps.Question, PlacementAction.Support),
            new("Slutar", PlacementStatus.Running,
                await RowsAsync(p => p.Where(x => (x.Status == PlacementStatus.Running || x.Status == PlacementStatus.Paused) && x.To <= endsBy)),
                r => r.To < today ? $"Slutdagen var {r.To.Value.Written()}. Avsluta med orsak." : $"Slutar {r.To!.Value.Written()}. Planera vad som händer sedan.", PlacementAction.End),
            new("Långa uppehåll", PlacementStatus.Paused,
                await RowsAsync(p => p.Where(x => x.Status == PlacementStatus.Paused && x.PausedFrom <= pausedBefore)),
                _ => "Fortsätt, ändra omfattning eller avsluta?", PlacementAction.EndPause),
            new("Avslutade utan resultat", PlacementStatus.Ended,
                await RowsAsync(p => p.Where(x => (x.Status == PlacementStatus.Ended || x.Status == PlacementStatus.Interrupted) && x.Ending.Outcome == null && x.PersonId != null)),
                r => $"Slutade {r.EndedOn!.Value.Written()}. Hur gick det sedan?", PlacementAction.Outcome),
            new("Förslag att föra vidare", PlacementStatus.Proposed,
                await RowsAsync(p => p.Where(x => x.Status == PlacementStatus.Proposed || x.Status == PlacementStatus.Pencilled)),
                r => $"Föreslagen {r.ProposedAt.StockholmDate().Written()}. Arbetsplatsen är inte tillfrågad än.", null),
        ];
        Sections = all.FindAll(s => s.Rows.Count > 0);
        Compensation = await CompensationTask.DueAsync(db, Mine(p => p), await rulebook.ReadAsync(Ct), today, Most + 1, Ct);
        var (me, byHand) = (viewer.UserId, ByHandLetters.Waiting(db, viewer, clock.UtcNow()));
        var away = db.Absences.Where(a => a.SubstituteId == me && a.WithdrawnAt == null && a.From <= today && a.To >= today).OrderBy(a => a.To).ThenBy(a => a.Seq);
        // Only of those whom the page of questions opens to.
        var answers = viewer.IsAny(QuestionService.Answerers);
        (Waiting, StandsInFor) = await db.Users.AsNoTracking().Where(u => u.Id == me).Select(_ => ValueTuple.Create(
            new Counts(
                db.Offers.Count(o => o.Status == OfferStatus.Submitted),
                db.Employers.Count(e => e.Status == EmployerStatus.Pending),
                db.Questions.Count(q => answers && q.Status == QuestionStatus.Unanswered),
                byHand.Count()),
            new StoodInFor(away.Count(), away.Select(a => db.Users.Where(u => u.Id == a.UserId).Select(u => u.DisplayName).FirstOrDefault()).FirstOrDefault(), away.Select(a => (DateOnly?)a.To).FirstOrDefault())))
            .SingleAsync(Ct);
    }

    public void OnGet()
    {
    }

    private IQueryable<Placement> Mine(Func<IQueryable<Placement>, IQueryable<Placement>> narrow)
    {
        var (grenar, me) = (viewer.Grenar, viewer.UserId);
        var placements = narrow(db.Placements.AsNoTracking().Where(p => grenar.Contains(p.Gren)));
        return Which == "mina" ? OwnCases.Of(db, placements, me, clock.Today()) : placements;
    }

    /// <summary>Placements to whose first day nobody came, as the workplace says, and about which nobody has called.</summary>
    private IQueryable<Guid> Absent => db.FirstDayQuestions.Where(q => q.Came == false && q.FollowedUpAt == null).Select(q => q.PlacementId);

    /// <param name="narrow">Which ones.</param>
    /// <param name="callsFirst">Three sections are read at once: first those that somebody has to call about.</param>
    private Task<List<Row>> RowsAsync(Func<IQueryable<Placement>, IQueryable<Placement>> narrow, bool callsFirst = false)
    {
        var absent = Absent;
        var rows =
            from p in Mine(narrow)
            from x in db.Participants.Where(x => x.Id == p.ParticipantId).DefaultIfEmpty()
            where p.ParticipantId == null || x != null
            join o in db.Offers on p.OfferId equals o.Id
            join w in db.Workplaces on p.WorkplaceId equals w.Id
            select new { p, x, o, w };
        var ordered = callsFirst ? rows.OrderByDescending(r => absent.Contains(r.p.Id) || r.p.Releases.Any(x => x.WithdrawnAt != null && x.ToldAt == null)).ThenBy(r => r.p.From) : rows.OrderBy(r => r.p.From);
        return ordered.ThenBy(r => r.p.Seq)
            .Select(r => new Row(r.p.Id, r.p.Form, r.p.ParticipantId == null ? Placements.PlacementPage.Nameless : r.x!.FirstName + " " + r.x!.LastName, r.o.Title, r.w.Name,
                r.p.From, r.p.To, r.p.ProposedAt, r.p.Answers.RequestedAt, r.p.Ending.EndedOn, callsFirst && absent.Contains(r.p.Id), r.p.Answers.MeetAskedAt != null,
                callsFirst && r.p.Releases.Any(x => x.WithdrawnAt != null && x.ToldAt == null), callsFirst && r.p.Status == PlacementStatus.ReadyToStart))
            .Take(callsFirst ? 2 * (Most + 1) : Most + 1).ToListAsync(Ct);
    }
}
