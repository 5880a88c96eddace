using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Parties.Participants;
using Xunit;

namespace EnVagUt.Tests.Core.Employers;

public class OrgNumberTests
{
    [Theory]
    [InlineData("556016-0680")]
    [InlineData("5560160680")]
    [InlineData("16 556016-0680")]
    public void A_legal_persons_number_is_shown_whole(string typed)
    {
        Assert.True(OrgNumber.TryParse(typed, out var number));
        Assert.Equal("556016-0680", number.Display);
        Assert.False(number.IsSoleTrader);
    }

    // 19121212-1212 is the number of Tolvan Tolvansson, kept for tests and specimens.
    [Fact]
    public void A_sole_traders_number_is_a_persons_and_is_masked()
    {
        Assert.True(OrgNumber.TryParse("121212-1212", out var number));
        Assert.True(number.IsSoleTrader);
        Assert.Equal("••••••-1212", number.Display);
        Assert.DoesNotContain("121212", number.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("556016-0681")] // wrong check digit
    [InlineData("55601606")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("åäöåäöåäöå")]
    [InlineData("091399-9005")] // a person's number with an impossible month
    public void A_wrong_number_is_refused(string? typed) => Assert.False(OrgNumber.TryParse(typed, out _));

    [Theory]
    [InlineData("19121212-1212", "1912-12-12")]
    [InlineData("191212121212", "1912-12-12")]
    public void A_personnummer_says_the_birth_date(string typed, string birthDate)
    {
        Assert.True(PersonNumber.TryParse(typed, out var number));
        Assert.Equal(birthDate, number.BirthDate.ToString("O", null));
    }

    [Theory]
    [InlineData("121212-1212")] // no century
    [InlineData("19121212-1213")]
    public void A_personnummer_without_century_or_with_wrong_check_digit_is_refused(string typed) => Assert.False(PersonNumber.TryParse(typed, out _));

    [Theory]
    [InlineData("28-31", "2026-07-10", true)]
    [InlineData("v. 28–31", "2026-08-03", false)]
    [InlineData("1", "2027-01-04", true)]
    [InlineData("53", "2027-01-01", true)]
    public void Closed_weeks_are_ISO_weeks(string weeks, string day, bool covered)
    {
        Assert.True(ClosedWeeks.TryParse(weeks, out var closed));
        Assert.Equal(covered, closed.Covers(DateOnly.Parse(day, EnVagUt.Core.Ground.Time.SwedishTime.Culture)));
    }

    [Theory]
    [InlineData("1-26", true)]
    [InlineData("27-53", false)]
    [InlineData("1-53", false)]
    public void A_workplace_is_closed_for_half_a_year_at_most(string weeks, bool taken) => Assert.Equal(taken, ClosedWeeks.TryParse(weeks, out _));
}
