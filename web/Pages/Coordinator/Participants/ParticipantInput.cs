using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Participants;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EnVagUt.Web.Pages.Coordinator.Participants;

/// <summary>What is typed about a participant, when it is registered and when it is changed.</summary>
public sealed record ParticipantInput
{
    /// <summary>Of a person «none» means that nobody has judged it, not that nothing is demanded.</summary>
    public static readonly SelectListItem[] SwedishLevels =
        [.. Enum.GetValues<SwedishLevel>().Select(l => new SelectListItem(l == SwedishLevel.None ? "Inte bedömd" : l.Label(), l.ToString()))];

    [Required, StringLength(80)] public string? FirstName { get; init; }
    [Required, StringLength(80)] public string? LastName { get; init; }
    [Required] public DateOnly? BirthDate { get; init; }
    [Required] public Sex? Sex { get; init; }

    /// <summary>Only when registering; the number of a person who is registered is not changed here.</summary>
    [StringLength(20)] public string? PersonNumber { get; init; }

    /// <summary>Only when registering, and only asked for when the viewer has several.</summary>
    public Verksamhetsgren? Gren { get; init; }

    /// <summary>Only when registering, and only asked for when somebody has the name and the birth date.</summary>
    public NamesakeReason? Because { get; init; }

    [Required] public TargetGroup? TargetGroup { get; init; }
    [Required] public Education? Education { get; init; }
    [Required, Range(1, 100)] public int? ExtentPercent { get; init; }
    [Required] public SwedishLevel? Swedish { get; init; }
    public bool DrivingLicence { get; init; }
    [DataType(DataType.MultilineText), StringLength(1000)] public string? Wish { get; init; }
    [EmailAddress, StringLength(254)] public string? Email { get; init; }
    [Phone, StringLength(30)] public string? Phone { get; init; }
    public ByHandReason? ByHand { get; init; }

    [Required] public string? HomeMunicipality { get; init; }

    public PersonDetails ToPerson() => new()
    {
        FirstName = FirstName!, LastName = LastName!, BirthDate = BirthDate!.Value, Sex = Sex!.Value,
        Email = Email, Phone = Phone, HomeMunicipality = HomeMunicipality!,
    };

    public ParticipantDetails ToDetails() => new()
    {
        TargetGroup = TargetGroup!.Value, Education = Education!.Value, ExtentPercent = ExtentPercent!.Value,
        Swedish = Swedish!.Value, DrivingLicence = DrivingLicence, Wish = string.IsNullOrWhiteSpace(Wish) ? null : Wish, ByHand = ByHand,
    };
}

/// <summary>A page with the participant's fields, _ParticipantFields.</summary>
public interface IParticipantForm
{
    ParticipantInput Input { get; }

    /// <summary>The home municipalities to choose among, the one that most have first.</summary>
    HomeMunicipalities Homes { get; }

    /// <summary>Registering asks for more: number and verksamhetsgren.</summary>
    bool IsNew { get; }

    IReadOnlyList<Verksamhetsgren> Grenar { get; }
}
