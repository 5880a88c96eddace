using EnVagUt.Core.Ground.Time;
using Xunit;

namespace EnVagUt.Tests.Core.Rules;

public class SwedishDateTests
{
    [Fact]
    public void A_date_is_written_in_one_way_in_lists_and_in_one_in_sentences()
    {
        Assert.Equal(("14 dec 2026", "14 december 2026"), (new DateOnly(2026, 12, 14).Brief(), new DateOnly(2026, 12, 14).Written()));
        Assert.Equal("3 mars 2027 kl. 09.05", new DateTime(2027, 3, 3, 8, 5, 0, DateTimeKind.Utc).Clocked());
        Period over = new(new(2026, 12, 14), new(2027, 2, 12)), within = new(new(2027, 1, 11), new(2027, 4, 9)), open = new(new(2027, 1, 11), null);
        Assert.Equal(("14 dec 2026–12 feb 2027", "14 december 2026–12 februari 2027"), (over.ToString(), over.Written()));
        Assert.Equal(("11 jan–9 apr 2027", "11 januari–9 april 2027"), (within.ToString(), within.Written()));
        Assert.Equal(("11 jan 2027 och tills vidare", "11 januari 2027 och tills vidare"), (open.ToString(), open.Written()));
        Assert.Equal("11 jan 2027", new Period(open.From, open.From).ToString());
        Assert.Equal(("1 månad", "6 månader"), (1.InMonths(), 6.InMonths()));
    }

    [Theory]
    [InlineData("2026-11-22")]
    [InlineData("20261122")]
    [InlineData(" 2026/11/22 ")]
    [InlineData("2026.11.22")]
    [InlineData("2026–11–22")]
    [InlineData("22/11 2026")]
    [InlineData("22/11-2026")]
    [InlineData("22/11/2026")]
    [InlineData("22.11.2026")]
    [InlineData("22-11-2026")]
    [InlineData("22 11 2026")]
    [InlineData("22 november 2026")]
    [InlineData("22 November 2026")]
    [InlineData("22 nov 2026")]
    [InlineData("22 nov. 2026")]
    [InlineData("den 22 november 2026")]
    [InlineData("22 november, 2026")]
    public void A_date_is_read_the_way_people_write_it(string typed)
    {
        Assert.Equal(DateReading.Read, SwedishDate.Read(typed, out var date));
        Assert.Equal(new DateOnly(2026, 11, 22), date);
    }

    [Theory]
    [InlineData("2026-3-5", 2026, 3, 5)]
    [InlineData("5/3 2026", 2026, 3, 5)]
    [InlineData("1 maj 2027", 2027, 5, 1)]
    [InlineData("29 feb 2028", 2028, 2, 29)]
    [InlineData("31/12 1999", 1999, 12, 31)]
    public void Days_and_months_need_no_leading_zero(string typed, int year, int month, int day)
    {
        Assert.Equal(DateReading.Read, SwedishDate.Read(typed, out var date));
        Assert.Equal(new DateOnly(year, month, day), date);
    }

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("29 februari 2027")]
    [InlineData("2026-13-01")]
    [InlineData("20260001")]
    [InlineData("0/5 2026")]
    [InlineData("1026-11-22")]
    public void A_day_that_is_not_in_the_calendar_is_impossible(string typed) =>
        Assert.Equal(DateReading.Impossible, SwedishDate.Read(typed, out _));

    [Theory]
    [InlineData("")]
    [InlineData("i morgon")]
    [InlineData("22/11")]
    [InlineData("26-11-22")]
    [InlineData("261122")]
    [InlineData("22 novembre 2026")]
    [InlineData("22 ma 2026")]
    [InlineData("2026-1122")]
    [InlineData("2026-11-22T10:00")]
    [InlineData("２０２６-11-22")]
    public void What_might_mean_several_days_or_none_is_unreadable(string typed) =>
        Assert.Equal(DateReading.Unreadable, SwedishDate.Read(typed, out _));
}
