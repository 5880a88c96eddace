using EnVagUt.Core.Parties.Employers;

namespace EnVagUt.Core.Desk.Import;

/// <summary>What every file says of a workplace in the same columns. An empty cell leaves what is registered.</summary>
internal sealed record PlaceColumns
{
    private PlaceColumns() { }

    public string? StreetAddress { get; private init; }
    public string? PostalCode { get; private init; }
    public string? City { get; private init; }
    public string? Area { get; private init; }
    public string? Contact { get; private init; }
    public string? Email { get; private init; }
    public string? Phone { get; private init; }
    public int? Employees { get; private init; }
    public Branch? Branch { get; private init; }

    /// <param name="contact">The column of whoever answers for the place; in one file the contact, in the other the manager.</param>
    public static PlaceColumns Of(ImportRow row, string contact, string email) => new()
    {
        StreetAddress = row.Text("adress"),
        PostalCode = row.PostalCode("postnr"),
        City = row.Text("ort"),
        Area = row.Text("område"),
        Contact = row.Text(contact),
        Email = row.Email(email),
        Phone = row.Text("telefon"),
        Employees = row.Whole("anställda"),
        Branch = row.Branch("bransch"),
    };

    public WorkplaceDetails Into(WorkplaceDetails present, string name) => present with
    {
        Name = name,
        StreetAddress = StreetAddress ?? present.StreetAddress,
        PostalCode = PostalCode ?? present.PostalCode,
        City = City ?? present.City,
        Area = Area ?? present.Area,
        ContactName = Contact ?? present.ContactName,
        ContactEmail = Email ?? present.ContactEmail,
        ContactPhone = Phone ?? present.ContactPhone,
        Employees = Employees ?? present.Employees,
    };
}
