using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;

namespace EnVagUt.Web.Parts;

/// <summary>A platsanmälan as the employer fills it in; drawn by _OfferFields.cshtml.</summary>
public sealed class OfferForm
{
    [Required] public Guid? WorkplaceId { get; set; }
    public Guid? SupervisorId { get; set; }
    [Required] public Form? Form { get; set; }
    public Guid? ClauseId { get; set; }
    [Required, StringLength(120)] public string Title { get; set; } = "";
    [Required, StringLength(4000)] public string Tasks { get; set; } = "";
    public List<Lonestod> Supports { get; set; } = [];
    [Required, Range(1, 50)] public int? Slots { get; set; }
    [Required] public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }
    public WeekForm Week { get; set; } = new();
    [Required] public SwedishLevel? Swedish { get; set; }
    public bool DrivingLicence { get; set; }
    [StringLength(1000)] public string? Requirements { get; set; }
    public YesOrNo? ReplacesLeaver { get; set; }
    public YesOrNo? ReemploymentRight { get; set; }
    public YesOrNo? BeyondStaffing { get; set; }

    /// <summary>What stands in the form before anything is typed.</summary>
    public static OfferForm Blank(Form? form) => new()
    {
        Form = form,
        Slots = 1,
        Swedish = SwedishLevel.Basic,
        Week = WeekForm.Of(form is { } known ? known.Row().UsualWeek : WeeklyPattern.Usual(Cells.OfficeWeek)),
    };

    /// <summary>What stands in the form when a stored offer is opened in it, or copied.</summary>
    public static OfferForm Of(Offer offer, int slots) => new()
    {
        WorkplaceId = offer.WorkplaceId,
        SupervisorId = offer.SupervisorId,
        Form = offer.Form,
        ClauseId = offer.ClauseId,
        Title = offer.Title,
        Tasks = offer.Tasks,
        Supports = [.. offer.Supports],
        Slots = slots,
        From = offer.From,
        To = offer.To,
        Week = WeekForm.Of(offer.Pattern),
        Swedish = offer.Swedish,
        DrivingLicence = offer.DrivingLicence,
        Requirements = offer.Requirements,
        ReplacesLeaver = offer.ReplacesLeaver,
        ReemploymentRight = offer.ReemploymentRight,
        BeyondStaffing = offer.BeyondStaffing,
    };

    public OfferDetails ToDetails(OfferKindChoice kind)
    {
        RuleBreachException.When(kind.Kind == OfferKind.Clause && ClauseId is null, Rule.ClauseRequired, nameof(ClauseId));
        return new OfferDetails
        {
            WorkplaceId = WorkplaceId!.Value,
            SupervisorId = SupervisorId,
            Form = kind.Form ?? Form!.Value,
            Title = Title,
            Tasks = Tasks,
            Swedish = Swedish!.Value,
            DrivingLicence = DrivingLicence,
            Requirements = string.IsNullOrWhiteSpace(Requirements) ? null : Requirements,
            Supports = Supports,
            ClauseId = kind.Kind == OfferKind.Clause ? ClauseId : null,
            From = From!.Value,
            To = To,
            Pattern = Week.ToTimes(),
            Displacement = new(ReplacesLeaver, ReemploymentRight, BeyondStaffing),
            Slots = Slots!.Value,
        };
    }
}
