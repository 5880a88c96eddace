using EnVagUt.Core.Parties.Employers;

namespace EnVagUt.Core.Desk.Import;

/// <summary>What is registered already, in the shape that a file's row is compared and merged with.</summary>
internal static class WorkplaceFields
{
    public static readonly WorkplaceDetails New = new()
    {
        Name = "", StreetAddress = "", PostalCode = "", City = "", ContactName = "", ContactEmail = "", Employees = 0,
    };

    public static EmployerDetails Of(Employer e) => new() { Name = e.Name, Sector = e.Sector, Branch = e.Branch, Size = e.Size };

    public static WorkplaceDetails Of(Workplace w) => new()
    {
        Name = w.Name, StreetAddress = w.StreetAddress, PostalCode = w.PostalCode, City = w.City, Area = w.Area,
        ContactName = w.ContactName, ContactEmail = w.ContactEmail, ContactPhone = w.ContactPhone, Employees = w.Employees,
        CollectiveAgreement = w.CollectiveAgreement, LiabilityInsurance = w.LiabilityInsurance, UnionContact = w.UnionContact,
        ExtractRequired = w.ExtractRequired, ExtractLegalBasis = w.ExtractLegalBasis, ClosedWeeks = w.ClosedWeeks,
    };

    public static SizeClass SizeOf(int employees) => employees switch
    {
        0 => SizeClass.None,
        < 5 => SizeClass.From1To4,
        < 10 => SizeClass.From5To9,
        < 20 => SizeClass.From10To19,
        < 50 => SizeClass.From20To49,
        < 100 => SizeClass.From50To99,
        _ => SizeClass.From100,
    };
}
