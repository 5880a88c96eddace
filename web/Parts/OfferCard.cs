using System.Linq.Expressions;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;

namespace EnVagUt.Web.Parts;

/// <summary>A platsanmälan as its pages show it, to the employer and to AME; drawn by _OfferFacts.cshtml.</summary>
public sealed record OfferCard
{
    public required Guid Id { get; init; }
    public required Guid EmployerId { get; init; }
    public required string Title { get; init; }
    public required string Tasks { get; init; }
    public string? Requirements { get; init; }
    public required OfferKind Kind { get; init; }
    public required Form Form { get; init; }
    public bool IsArranged { get; init; }

    /// <summary>Set by the employer's pages.</summary>
    public bool ForEmployer { get; init; }

    public string FormName => ForEmployer ? Kind.NameForEmployer(Form, IsArranged) : Kind.NameOf(Form);
    public required string Workplace { get; init; }
    public required string City { get; init; }
    public string? Supervisor { get; init; }
    public required int Slots { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; init; }
    public required WeeklyPattern Pattern { get; init; }
    public required SwedishLevel Swedish { get; init; }
    public bool DrivingLicence { get; init; }
    public required string SupportCodes { get; init; }
    public string? Contract { get; init; }
    public required OfferStatus Stored { get; init; }
    public DateTime? SubmittedAt { get; init; }
    public DateTime? PublishedAt { get; init; }
    public string? ReturnedBecause { get; init; }

    public YesOrNo? ReplacesLeaver { get; init; }
    public YesOrNo? ReemploymentRight { get; init; }
    public YesOrNo? BeyondStaffing { get; init; }

    public Displacement Displacement => new(ReplacesLeaver, ReemploymentRight, BeyondStaffing);
    public Period Period => new(From, To);
    public IReadOnlyList<Lonestod> Supports => [.. SupportCodes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Lonestod>)];

    /// <summary>The stored status is for queries: a published offer whose last day has passed is closed (docs/model.md, Status).</summary>
    public OfferStatus StatusOn(DateOnly today) =>
        PublishedAt is not null && Period.Last < today ? OfferStatus.Closed : Stored;

    /// <summary>«08.00–12.00, 12.30–16.30»: the times that occur, each once.</summary>
    public string Times => string.Join(", ", Pattern.Times.Select(t => $"{t.Start:HH.mm}–{t.End:HH.mm}").Distinct());

    public static Expression<Func<Offer, OfferCard>> Of(AppDb db) => o => new OfferCard
    {
        Id = o.Id,
        EmployerId = o.EmployerId,
        Title = o.Title,
        Tasks = o.Tasks,
        Requirements = o.Requirements,
        Kind = o.Kind,
        Form = o.Form,
        IsArranged = o.ArrangedAt != null,
        Workplace = db.Workplaces.Where(w => w.Id == o.WorkplaceId).Select(w => w.Name).First(),
        City = db.Workplaces.Where(w => w.Id == o.WorkplaceId).Select(w => w.City).First(),
        Supervisor = db.Supervisors.Where(s => s.Id == o.SupervisorId).Select(s => s.Name).FirstOrDefault(),
        Slots = o.Slots.Count,
        From = o.From,
        To = o.To,
        Pattern = o.Pattern,
        Swedish = o.Swedish,
        DrivingLicence = o.DrivingLicence,
        SupportCodes = o.SupportCodes,
        Contract = db.Clauses.Where(k => k.Id == o.ClauseId)
            .Join(db.Contracts, k => k.ContractId, c => c.Id, (k, c) => c.Title + " (" + c.DiaryNumber + ")").FirstOrDefault(),
        Stored = o.Status,
        SubmittedAt = o.SubmittedAt,
        PublishedAt = o.PublishedAt,
        ReturnedBecause = o.ReturnedBecause,
        ReplacesLeaver = o.ReplacesLeaver,
        ReemploymentRight = o.ReemploymentRight,
        BeyondStaffing = o.BeyondStaffing,
    };
}
