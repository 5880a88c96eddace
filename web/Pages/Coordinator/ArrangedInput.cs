using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Web.Parts;

namespace EnVagUt.Web.Pages.Coordinator;

/// <summary>
/// Where and when of a placement that comes with an offer of its own: a workplace that was found, or a new one. Drawn by
/// _ArrangedWorkplace.cshtml; the fields of the new one are only asked for when its number is typed and none is chosen.
/// </summary>
public abstract class ArrangedInput : IValidatableObject
{
    private const string Missing = "Uppgiften måste fyllas i.";

    public Guid? WorkplaceId { get; set; }

    [StringLength(20)] public string? OrgNumber { get; set; }
    [StringLength(120)] public string? EmployerName { get; set; }
    public Sector? Sector { get; set; }
    public Branch? Branch { get; set; }
    public SizeClass? Size { get; set; }
    [StringLength(120)] public string? WorkplaceName { get; set; }
    [StringLength(120)] public string? StreetAddress { get; set; }

    [RegularExpression(@"[0-9]{3} ?[0-9]{2}", ErrorMessage = "Postnumret har fem siffror, till exempel 582 22.")]
    public string? PostalCode { get; set; }

    [StringLength(60)] public string? City { get; set; }
    [StringLength(80)] public string? ContactName { get; set; }
    [EmailAddress, StringLength(254)] public string? ContactEmail { get; set; }
    [Phone, StringLength(30)] public string? ContactPhone { get; set; }
    [Range(0, 100_000)] public int? Employees { get; set; }

    [Required] public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }
    public WeekForm Week { get; set; } = new();

    public bool IsNew => WorkplaceId is null && !string.IsNullOrWhiteSpace(OrgNumber);

    // A method: validation reads every property, also of a form that is half filled in.
    public ArrangedWorkplace ToWorkplace() => new(WorkplaceId, IsNew ? NewWorkplace() : null);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsNew)
            yield break;
        object?[] values = [EmployerName, Sector, Branch, Size, WorkplaceName, StreetAddress, PostalCode, City, ContactName, Employees];
        string[] names = [nameof(EmployerName), nameof(Sector), nameof(Branch), nameof(Size), nameof(WorkplaceName), nameof(StreetAddress),
            nameof(PostalCode), nameof(City), nameof(ContactName), nameof(Employees)];
        foreach (var (value, name) in values.Zip(names))
            if (value is null or "")
                yield return new ValidationResult(Missing, [name]);
    }

    private RegisterByPhone NewWorkplace() => new()
    {
        OrgNumber = OrgNumber!,
        Employer = new EmployerDetails { Name = EmployerName!, Sector = Sector!.Value, Branch = Branch!.Value, Size = Size!.Value },
        Workplace = new WorkplaceDetails
        {
            Name = WorkplaceName!.Trim(), StreetAddress = StreetAddress!.Trim(), PostalCode = PostalCode!.Trim(), City = City!.Trim(),
            ContactName = ContactName!.Trim(), ContactEmail = ContactEmail?.Trim() ?? "", ContactPhone = ContactPhone?.Trim(), Employees = Employees!.Value,
        },
    };
}
