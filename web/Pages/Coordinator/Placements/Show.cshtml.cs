using EnVagUt.Core.Cases.Compensation;
using EnVagUt.Core.Cases.FirstDays;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Cases.Warnings;
using EnVagUt.Core.Desk.ByHand;
using EnVagUt.Core.Desk.History;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Law.Supports;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Web.Access;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

public sealed class ShowModel(Reading reading, RulebookService rulebook, WarningService warnings, FirstDayQuestionService firstDays, PlacementService placements)
    : PlacementPage(reading)
{
    public sealed record Entry(DateTime At, string Verb, string? Who, BehalfChannel? Channel, string? SaidBy)
    {
        public string Words => HistoryWords.For(nameof(Placement), Verb) + BehalfWords.For(Channel, SaidBy);
    }

    public sealed record Answered(SoftRule Rule, AcknowledgeReason Reason, DateTime At, string? Who);

    public IReadOnlyList<Answered> Acknowledged { get; private set; } = [];
    /// <summary>A placement that this one continues, or that continues this one.</summary>
    public sealed record Link(Guid Id, bool IsEarlier, string Title, string Workplace);

    public IReadOnlyList<Link> Chain { get; private set; } = [];
    public bool MayContinue => Case.ParticipantId is not null && Facts.Status is PlacementStatus.Running or PlacementStatus.Paused or PlacementStatus.Ended or PlacementStatus.Interrupted && MayPropose;
    public bool FirstDayIsNear => Case.From.AddDays(7) >= Today && PlacementTransitions.Table.Allows(PlacementAction.FirstDay, Facts, MyRoles, onBehalf: true);
    public bool MaySupervise => PlacementTransitions.Table.Allows(PlacementAction.Supervise, Facts, MyRoles, onBehalf: true);
    public bool MayWithdraw => PlacementTransitions.Table.Allows(PlacementAction.Withdraw, Facts, MyRoles);
    public bool MayCopy => Case.ReferredBy is null && Facts.Status is not (PlacementStatus.NotHeld or PlacementStatus.Voided) && MayPropose;
    private bool MayPropose => OfferTransitions.Table[OfferAction.Propose].Who.Any(MyRoles.Contains);

    public IReadOnlyList<PlacementAction> Steps { get; private set; } = [];
    public ToldFacts? LastRelease { get; private set; }
    public IReadOnlyList<Entry> Entries { get; private set; } = [];
    /// <summary>Letters that never left, when the case was annulled, came to nothing or the person is gone.</summary>
    public IReadOnlyList<StoppedLetter> Stopped { get; private set; } = [];
    public IReadOnlyList<Period> Gaps { get; private set; } = [];
    public string? LockIn { get; private set; }
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <summary>The months of which somebody should ask for the money soon, or should have asked.</summary>
    public IReadOnlyList<CompensationMonth> Late { get; private set; } = [];
    public bool HasCompensation { get; private set; }

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        Steps = PlacementTransitions.Buttons(Facts, MyRoles);
        Gaps = SupportGaps.Until(Today, Case.EndedOn ?? Case.To, Case.Supports.Select(s => s.Period));
        if (Case.Supports.Count > 0)
        {
            var rules = await rulebook.ReadAsync(Ct);
            Warnings = SupportWarnings.Of(rules, [.. Case.Supports.Select(s => new DecidedSupport(s.Kind, s.Period, s.SharePercent))]);
            HasCompensation = Case.StartedOn is not null && Case.Supports.Any(s => CompensationMonths.HasClock(rules, s.Kind, s.From));
            if (HasCompensation)
                Late = [.. (await CompensationView.Of(Db, Db.Placements.AsNoTracking().Where(p => p.Id == Id)).ToListAsync(Ct)).SelectMany(d => d.Months(rules, Today))
                    .Where(m => m.WarnsOn(Today) || m.StateOn(Today) == CompensationState.Passed)];
        }
        if (Facts.Status is PlacementStatus.Running or PlacementStatus.Paused && Case.Form.Row().Family == FormFamily.Municipal && Case.ParticipantId is { } participantId)
            LockIn = await warnings.LockInAsync(participantId, Today, Ct);
        LastRelease = await ToldFacts.Of(Db, Id).FirstOrDefaultAsync(Ct);
        Acknowledged = await Db.Acknowledgements.AsNoTracking().Where(a => a.PlacementId == Id).OrderBy(a => a.At).ThenBy(a => a.Rule)
            .Select(a => new Answered(a.Rule, a.Reason, a.At, Db.Users.Where(u => u.Id == a.By).Select(u => u.DisplayName).FirstOrDefault())).ToListAsync(Ct);
        // Two lookups by key; an «or» in one would read all placements.
        var chained = Db.Placements.AsNoTracking().Where(p => p.ContinuesId == Id);
        if (Case.ContinuesId is { } earlier)
            chained = chained.Concat(Db.Placements.AsNoTracking().Where(p => p.Id == earlier));
        Chain = await (
            from p in chained
            join o in Db.Offers on p.OfferId equals o.Id
            join w in Db.Workplaces on p.WorkplaceId equals w.Id
            orderby p.From, p.Seq
            select new Link(p.Id, p.Id == Case.ContinuesId, o.Title, w.Name)).Take(20).ToListAsync(Ct);
        Entries = await (
            from h in Db.History.AsNoTracking()
            where h.SubjectId == Id
            from said in Db.Behalves.Where(b => b.CaseId == h.SubjectId && b.Act == h.Verb && b.RecordedAt == h.At).Take(1).DefaultIfEmpty()
            orderby h.At descending, h.Seq descending
            select new Entry(h.At, h.Verb, Db.Users.Where(u => u.Id == h.UserId).Select(u => u.DisplayName).FirstOrDefault(), (BehalfChannel?)said!.Channel, said!.SaidBy))
            .Take(50).ToListAsync(Ct);
        if (Facts.Status is PlacementStatus.Voided or PlacementStatus.NotHeld || Case.Notices.LettersStopped is not null)
            Stopped = await StoppedLetter.Of(Db, Db.Placements.AsNoTracking().Where(p => p.Id == Id)).ToListAsync(Ct);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostToldAsync()
    {
        await placements.WorkplaceWasToldAsync(Id, Ct);
        return DoneHere("Antecknat. Uppgiften är borta från Att göra.");
    }

    /// <summary>«Jag har ringt» about somebody who did not come.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await firstDays.FollowUpAsync(Id, Ct);
        return DoneHere("Antecknat. Uppgiften är borta från Att göra.");
    }
}
