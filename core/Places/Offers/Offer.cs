using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Slots;

namespace EnVagUt.Core.Places.Offers;

/// <summary>Platsanmälan: what an employer is willing to take people on for, from draft to closed. Has one or more slots.</summary>
public sealed class Offer : Root
{
    private readonly List<Slot> _slots = [];

    private Offer() { }

    public static Offer Draft(Workplace workplace, OfferDetails details, Stamp stamp)
    {
        var offer = new Offer { EmployerId = workplace.EmployerId, CreatedAt = stamp.At, CreatedBy = stamp.UserId, TouchedAt = stamp.At };
        offer.Set(workplace, details);
        offer.Settle(stamp, "Drafted", details.Form.ToString());
        return offer;
    }

    /// <summary>
    /// The offer of one seat that is made behind a placement which others have arranged, or which the participant has found.
    /// It is never published, nobody else is proposed to it, and it is over when its placement is.
    /// </summary>
    internal static Offer Arranged(Workplace workplace, OfferDetails details, Stamp stamp)
    {
        var offer = new Offer { EmployerId = workplace.EmployerId, CreatedAt = stamp.At, CreatedBy = stamp.UserId, ArrangedAt = stamp.At };
        offer.Set(workplace, details with { Slots = 1 });
        offer.Settle(stamp, "Arranged", details.Form.ToString());
        return offer;
    }

    public Guid EmployerId { get; private set; }
    public Guid WorkplaceId { get; private set; }
    public Guid? SupervisorId { get; private set; }
    public Form Form { get; private set; }
    public string Title { get; private set; } = "";
    public string Tasks { get; private set; } = "";
    public SwedishLevel Swedish { get; private set; }
    public bool DrivingLicence { get; private set; }

    /// <summary>What else the work demands: «klara att stå och gå hela dagen».</summary>
    public string? Requirements { get; private set; }

    public string SupportCodes { get; private set; } = "";

    /// <summary>The lönestöd that the employer is open to: a wish, never a decision.</summary>
    public IReadOnlyList<Lonestod> Supports => [.. SupportCodes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Lonestod>)];

    public Guid? ClauseId { get; private set; }
    public OfferKind Kind { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly? To { get; private set; }
    public WeeklyPattern Pattern { get; private set; } = null!;

    public YesOrNo? ReplacesLeaver { get; private set; }
    public YesOrNo? ReemploymentRight { get; private set; }
    public YesOrNo? BeyondStaffing { get; private set; }
    public Displacement Displacement => new(ReplacesLeaver, ReemploymentRight, BeyondStaffing);
    public bool AsksDisplacement => Displacement.IsAskedOf(Form, Kind, SupportCodes.Length > 0);

    /// <summary>When it was made, UTC; null for every offer that an employer has made.</summary>
    public DateTime? ArrangedAt { get; private set; }

    public DateTime CreatedAt { get; private set; }
    public Guid? CreatedBy { get; private set; }

    /// <summary>When its words were last changed; a draft that nobody touches is closed in time.</summary>
    public DateTime TouchedAt { get; private set; }
    public DateTime? SubmittedAt { get; private set; }
    public DateTime? ReturnedAt { get; private set; }

    /// <summary>What AME wants completed, shown to the employer.</summary>
    public string? ReturnedBecause { get; private set; }
    public DateTime? PublishedAt { get; private set; }
    public DateTime? FilledAt { get; private set; }
    public DateTime? KeptAt { get; private set; }
    public DateTime? PausedAt { get; private set; }
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Stored for queries only; commands ask <see cref="StatusOn"/>.</summary>
    public OfferStatus Status { get; private set; }

    /// <summary>How many seats the offer has, and how many of them have some free time left: stored for lists only.</summary>
    public int SlotCount { get; private set; }
    public int FreeSlots { get; private set; }

    public string SortKey { get; private set; } = "";
    public IReadOnlyList<Slot> Slots => _slots;
    public Period Period => new(From, To);

    public OfferStatus StatusOn(DateOnly today) => this switch
    {
        { ClosedAt: not null } => OfferStatus.Closed,
        { PublishedAt: not null } or { ArrangedAt: not null } when Period.Last < today => OfferStatus.Closed,
        { PausedAt: not null } => OfferStatus.Paused,
        { ArrangedAt: not null } => OfferStatus.Filled,
        { PublishedAt: not null, FilledAt: not null } => OfferStatus.Filled,
        { PublishedAt: not null } => OfferStatus.Published,
        { SubmittedAt: not null } => OfferStatus.Submitted,
        { ReturnedAt: not null } => OfferStatus.Returned,
        _ => OfferStatus.Draft,
    };

    public void Edit(Workplace workplace, OfferDetails details, Stamp stamp)
    {
        Require(OfferAction.Edit, stamp);
        Set(workplace, details);
        TouchedAt = stamp.At;
        Settle(stamp, "Edited");
    }

    public void Submit(Stamp stamp)
    {
        Require(OfferAction.Submit, stamp);
        RuleBreachException.When(Period.Last < stamp.Today, Rule.PeriodPassed, nameof(To));
        RuleBreachException.When(AsksDisplacement && Displacement.FirstUnanswered is not null, Rule.DisplacementUnanswered, Displacement.FirstUnanswered);
        (SubmittedAt, ReturnedAt, ReturnedBecause) = (stamp.At, null, null);
        Settle(stamp, "Submitted");
    }

    /// <summary>Åter för komplettering.</summary>
    public void Return(string because, Stamp stamp)
    {
        Require(OfferAction.Return, stamp);
        RuleBreachException.When(string.IsNullOrWhiteSpace(because), Rule.Required, "Because");
        (SubmittedAt, ReturnedAt, ReturnedBecause) = (null, stamp.At, because.Trim());
        Settle(stamp, "Returned");
    }

    /// <param name="employerApproved">Drafts may be made before AME has approved the employer; places are published after.</param>
    public void Publish(bool employerApproved, Stamp stamp)
    {
        Require(OfferAction.Publish, stamp, f => f with { EmployerIsApproved = employerApproved });
        PublishedAt = stamp.At;
        Settle(stamp, "Published");
    }

    /// <summary>Nobody is found yet, and the employer wants to keep the place.</summary>
    public void Keep(Stamp stamp)
    {
        Require(OfferAction.Keep, stamp);
        KeptAt = stamp.At;
        Settle(stamp, "Kept");
    }

    public void Pause(Stamp stamp)
    {
        Require(OfferAction.Pause, stamp);
        PausedAt = stamp.At;
        Settle(stamp, "Paused");
    }

    public void Resume(Stamp stamp)
    {
        Require(OfferAction.Resume, stamp);
        PausedAt = null;
        Settle(stamp, "Resumed");
    }

    public void Close(bool isBooked, Stamp stamp)
    {
        Require(OfferAction.Close, stamp, f => f with { IsBooked = isBooked });
        ClosedAt = stamp.At;
        _slots.ForEach(s => s.LoadChanged()); // Whoever books a seat at the same moment meets it.
        Settle(stamp, "Closed");
    }

    /// <summary>A draft that nobody has touched for so long is closed; it can still be copied.</summary>
    internal void Lapse(Stamp stamp)
    {
        RuleBreachException.When(StatusOn(stamp.Today) != OfferStatus.Draft, Rule.NotAllowedInStatus);
        ClosedAt = stamp.At;
        Settle(stamp, "DraftLapsed");
    }

    /// <summary>Tillsatt when no free cell is left in the remaining period, else back to Publicerad.</summary>
    public void NoteOccupancy(int freeSlots, Stamp stamp)
    {
        FreeSlots = freeSlots;
        var isFull = freeSlots == 0;
        if (ArrangedAt is not null)
        {
            FollowItsPlacement(isFull, stamp);
            return;
        }
        if (isFull == (FilledAt is not null))
            return;
        FilledAt = isFull ? stamp.At : null;
        Settle(stamp, isFull ? "Filled" : "Reopened");
    }

    /// <summary>Only the calendar has moved: the stored status follows.</summary>
    public void NoteDay(Stamp stamp)
    {
        if (StatusOn(stamp.Today) != Status)
            Settle(stamp, "DayPassed");
    }

    /// <param name="know">Adds what only the caller knows to the facts.</param>
    internal void Require(OfferAction action, Stamp stamp, Func<OfferFacts, OfferFacts>? know = null)
    {
        var facts = new OfferFacts(StatusOn(stamp.Today));
        OfferTransitions.Table.Require(action, know?.Invoke(facts) ?? facts);
    }

    private void Settle(Stamp stamp, string verb, params ReadOnlySpan<string> codes)
    {
        Status = StatusOn(stamp.Today);
        Changed(stamp, verb, codes);
    }

    private void FollowItsPlacement(bool isTaken, Stamp stamp)
    {
        if (isTaken == ClosedAt is null)
            return;
        ClosedAt = isTaken ? null : stamp.At;
        Settle(stamp, isTaken ? "Reopened" : "Closed");
    }

    private void Set(Workplace workplace, OfferDetails d)
    {
        var row = d.Form.Row();
        RuleBreachException.When(workplace.EmployerId != EmployerId, Rule.NotYours, nameof(d.WorkplaceId));
        RuleBreachException.When(d.Supports.Count > 0 && !row.TakesSupport, Rule.SupportNotAllowed, nameof(d.Supports));
        RuleBreachException.When(d.ClauseId is not null && !row.TakesClause, Rule.ClauseNotAllowed, nameof(d.ClauseId));
        RuleBreachException.When(d.Slots is < 1 or > 50, Rule.TooFewSlots, nameof(d.Slots));
        RuleBreachException.When(d.SupervisorId is { } s && !workplace.Supervisors.Any(x => x.Id == s && (x.IsActive || s == SupervisorId)), Rule.SupervisorElsewhere, nameof(d.SupervisorId));
        var period = Period.Of(d.From, d.To, nameof(d.To));

        (WorkplaceId, SupervisorId, Form, ClauseId) = (workplace.Id, d.SupervisorId, d.Form, d.ClauseId);
        PlainName.Ensure(d.Title, nameof(d.Title));
        (Title, Tasks, Swedish, DrivingLicence, Requirements) = (d.Title.Trim(), d.Tasks.Trim(), d.Swedish, d.DrivingLicence, d.Requirements?.Trim());
        SupportCodes = string.Join(' ', d.Supports.Distinct());
        Kind = ClauseId is not null ? OfferKind.Clause : Form == Form.Employment ? OfferKind.SupportedEmployment : OfferKind.Praktik;
        (From, To, Pattern) = (period.From, period.To, new WeeklyPattern(d.Pattern));
        (ReplacesLeaver, ReemploymentRight, BeyondStaffing) = AsksDisplacement ? d.Displacement : Displacement.Unanswered;
        SortKey = Folding.SortKey(Title, Id);
        SlotCount = FreeSlots = d.Slots;
        _slots.Clear();
        for (var number = 1; number <= d.Slots; number++)
            _slots.Add(new Slot(Id, WorkplaceId, SupervisorId, number, Period, Pattern));
    }
}
