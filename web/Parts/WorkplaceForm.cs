using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Parties.Employers;

namespace EnVagUt.Web.Parts;

/// <summary>The workplace's card, which asks once (docs/vardag.md, Promises); drawn by _WorkplaceFields.cshtml and, for the rest, _WorkplaceTerms.cshtml.</summary>
public sealed class WorkplaceForm : IValidatableObject
{
    [Required, StringLength(120)] public string Name { get; set; } = "";
    [Required, StringLength(120)] public string StreetAddress { get; set; } = "";

    [Required, RegularExpression(@"[0-9]{3} ?[0-9]{2}", ErrorMessage = "Postnumret har fem siffror, till exempel 582 22.")]
    public string PostalCode { get; set; } = "";

    [Required, StringLength(60)] public string City { get; set; } = "";
    [StringLength(60)] public string? Area { get; set; }
    [Required, StringLength(80)] public string ContactName { get; set; } = "";
    [EmailAddress, StringLength(254)] public string? ContactEmail { get; set; }
    [Phone, StringLength(30)] public string? ContactPhone { get; set; }
    [Required, Range(0, 100_000)] public int? Employees { get; set; }
    public bool CollectiveAgreement { get; set; }
    public bool LiabilityInsurance { get; set; }

    [StringLength(200)] public string? UnionContact { get; set; }
    public bool ExtractRequired { get; set; }
    [StringLength(120)] public string? ExtractLegalBasis { get; set; }
    [StringLength(10)] public string? ClosedWeeks { get; set; }
    [Range(1, 1000)] public int? Ceiling { get; set; }
    public bool CeilingIsHard { get; set; }

    [StringLength(200)] public string? Entrance { get; set; }
    [StringLength(200)] public string? GettingThere { get; set; }
    [StringLength(200)] public string? Clothes { get; set; }
    [StringLength(80)] public string? SickCallName { get; set; }
    [Phone, StringLength(30)] public string? SickCallPhone { get; set; }

    public static WorkplaceForm Of(Workplace w) => new()
    {
        Name = w.Name,
        StreetAddress = w.StreetAddress,
        PostalCode = w.PostalCode,
        City = w.City,
        Area = w.Area,
        ContactName = w.ContactName,
        ContactEmail = w.ContactEmail,
        ContactPhone = w.ContactPhone,
        Employees = w.Employees,
        CollectiveAgreement = w.CollectiveAgreement,
        LiabilityInsurance = w.LiabilityInsurance,
        UnionContact = w.UnionContact,
        ExtractRequired = w.ExtractRequired,
        ExtractLegalBasis = w.ExtractLegalBasis,
        ClosedWeeks = w.ClosedWeeks?.ToString(),
        Ceiling = w.Ceiling,
        CeilingIsHard = w.CeilingIsHard,
        Entrance = w.FirstDay.Entrance,
        GettingThere = w.FirstDay.GettingThere,
        Clothes = w.FirstDay.Clothes,
        SickCallName = w.FirstDay.SickCallName,
        SickCallPhone = w.FirstDay.SickCallPhone,
    };

    public WorkplaceCeiling ToCeiling() => new(Ceiling, CeilingIsHard);

    public FirstDayAnswers ToFirstDay() => new() { Entrance = Entrance, GettingThere = GettingThere, Clothes = Clothes, SickCallName = SickCallName, SickCallPhone = SickCallPhone };

    public WorkplaceDetails ToDetails() => new()
    {
        Name = Name.Trim(),
        StreetAddress = StreetAddress.Trim(),
        PostalCode = PostalCode.Trim(),
        City = City.Trim(),
        Area = Blank(Area),
        ContactName = ContactName.Trim(),
        ContactEmail = ContactEmail?.Trim() ?? "",
        ContactPhone = Blank(ContactPhone),
        Employees = Employees ?? 0,
        CollectiveAgreement = CollectiveAgreement,
        LiabilityInsurance = LiabilityInsurance,
        UnionContact = Blank(UnionContact),
        ExtractRequired = ExtractRequired,
        ExtractLegalBasis = Blank(ExtractLegalBasis),
        ClosedWeeks = Core.Ground.Time.ClosedWeeks.TryParse(ClosedWeeks, out var weeks) ? weeks : null,
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrWhiteSpace(ClosedWeeks) && !Core.Ground.Time.ClosedWeeks.TryParse(ClosedWeeks, out _))
            yield return new ValidationResult("Skriv veckornas nummer, till exempel 28–31, och högst ett halvår.", [nameof(ClosedWeeks)]);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
