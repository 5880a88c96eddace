using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Tests.Common;
using Microsoft.AspNetCore.Identity;
using Xunit;

namespace EnVagUt.Tests.Core.Rules;

public sealed class PlainNameTests
{
    [Theory]
    [InlineData("Vinn pengar på http://ond.exempel/x")]
    [InlineData("https:ond.exempel")]
    [InlineData("www.ond")]
    [InlineData("Titta på WWW.ond.exempel nu")]
    [InlineData("ond.exempel")]
    [InlineData("Ring ond-bank.se i dag")]
    [InlineData("ond。exempel")]
    [InlineData("t.me/ond")]
    [InlineData("kim@ond.exempel")]
    [InlineData("kim＠ond")]
    [InlineData("//ond")]
    [InlineData("//123")]
    public void What_a_mail_program_would_make_a_link_of_is_no_name(string name) =>
        Assert.Equal((Rule.NameIsAddress, "Name"), Breach(() => PlainName.Ensure(name, "Name")));

    [Theory]
    [InlineData("Björkens Bageri AB")]
    [InlineData("J.Ek Bygg & Måleri HB")]
    [InlineData("A.B.C. Redovisning")]
    [InlineData("S:t Olofs församling")]
    [InlineData("St. Eriks Ek. förening, kv. Ängen 1–3")]
    [InlineData("Butiken 7/24 (nr 2)")]
    [InlineData("Lager 1.2")]
    [InlineData("Åsa-Lena Öberg")]
    public void Names_as_people_and_companies_write_them_are_left_alone(string name) => PlainName.Ensure(name, "Name");

    [Fact]
    public void No_name_that_letters_carry_may_be_an_address()
    {
        const string Ond = "Gå till ond.exempel";
        var stamp = new EnVagUt.Core.Ground.Entities.Stamp(null, DateTime.UtcNow);
        var details = new EmployerDetails { Name = "Bageriet", Sector = Sector.Private, Branch = Branch.Trade, Size = SizeClass.From5To9 };
        var employer = Employer.Register(details, OrgNumber.Parse(Stage.NewOrgNumber()), null, stamp);
        var card = new WorkplaceDetails { Name = "Butiken", StreetAddress = "Storgatan 1", PostalCode = "123 45", City = "Ort", ContactName = "Kim", ContactEmail = "", Employees = 5 };
        var workplace = employer.AddWorkplace(card, stamp);
        var user = User.Create("kim@exempel.se", "Kim", new UpperInvariantLookupNormalizer(), DateTime.UtcNow);
        (string Field, Action Act)[] doors =
        [
            ("Name", () => employer.Describe(details with { Name = Ond }, stamp)),
            ("Name", () => workplace.Describe(card with { Name = Ond }, stamp)),
            ("ContactName", () => workplace.Describe(card with { ContactName = Ond }, stamp)),
            ("Name", () => workplace.AddSupervisor(new() { Name = Ond }, stamp)),
            ("DisplayName", () => user.Rename(Ond)),
            ("DisplayName", () => User.Create("kim@exempel.se", Ond, new UpperInvariantLookupNormalizer(), DateTime.UtcNow)),
            ("DisplayName", () => _ = new ColleagueInvitation(new()
            {
                EmployerId = employer.Id, Email = "kim@exempel.se", DisplayName = Ond, Role = EnVagUt.Core.Ground.Access.Role.EmployerReader,
            }, user.Id, stamp)),
        ];
        Assert.All(doors, door => Assert.Equal((Rule.NameIsAddress, door.Field), Breach(door.Act)));
    }

    [Fact]
    public async Task Nor_may_the_title_of_an_offer()
    {
        await using var test = await CoreTest.StartAsync();
        var workplace = await test.Stage.WorkplaceAsync();
        var breach = await Assert.ThrowsAsync<RuleBreachException>(() => test.Stage.OfferAsync(workplace, o => o with { Title = "Läs mer på ond.exempel" }));
        Assert.Equal((Rule.NameIsAddress, "Title"), (breach.Rule, breach.Field));
    }

    private static (Rule, string?) Breach(Action act)
    {
        var breach = Assert.Throws<RuleBreachException>(act);
        return (breach.Rule, breach.Field);
    }
}
