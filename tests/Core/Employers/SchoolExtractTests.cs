using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Core.Employers;

public class SchoolExtractTests
{
    private static readonly Stamp Now = new(null, new DateTime(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc));

    [Theory]
    [InlineData(Branch.Education, true)]
    [InlineData(Branch.Trade, false)]
    public void Of_whoever_comes_to_a_school_an_extract_is_asked_until_the_card_says_otherwise(Branch branch, bool asked)
    {
        var employer = Employer.Register(new EmployerDetails { Name = "Provskolan", Sector = Sector.Private, Branch = branch, Size = SizeClass.From5To9 }, OrgNumber.Parse(Stage.NewOrgNumber()), null, Now);
        var card = new WorkplaceDetails { Name = "Skolan", StreetAddress = "Storgatan 1", PostalCode = "123 45", City = "Lindköping", ContactName = "Kim Kontakt", ContactEmail = "", Employees = 25 };
        var workplace = employer.AddWorkplace(card, Now);
        Assert.Equal((asked, asked ? "Skollagen 2 kap. 31 §" : null), (workplace.ExtractRequired, workplace.ExtractLegalBasis));
        workplace.Describe(card, Now);
        Assert.False(workplace.ExtractRequired);
    }
}
