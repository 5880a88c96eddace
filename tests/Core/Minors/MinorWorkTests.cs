using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Days;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Minors;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Core.Minors;

/// <summary>Each limit of the law on one side and on the other, in the words a coordinator would use.</summary>
public class MinorWorkTests
{
    private static readonly DateOnly Pupil = new(2013, 3, 1), Seventeen = new(2009, 11, 2), FinishesSchool = new(2011, 5, 9);
    private static readonly Period TermWeek = new(new(2027, 1, 18), new(2027, 1, 24)), HolidayWeek = new(new(2027, 6, 28), new(2027, 7, 4));

    /// <summary>Day and times: «mån 08:00-12:00», a break of the cell after a slash.</summary>
    public static TheoryData<Rule, string, string, string> Examples() => new()
    {
        { Rule.MinorOutsideClock, "pupil, holiday", "mån 18:00-20:00", "mån 18:00-20:30" },
        { Rule.MinorOutsideClock, "pupil, holiday", "mån 06:00-08:00", "mån 05:30-07:30" },
        { Rule.MinorOutsideClock, "youth, term", "mån 18:00-22:00", "mån 06:30-10:30 mån 19:00-22:30" },
        { Rule.MinorOutsideClock, "youth, term", "mån 19:00-23:00", "mån 19:00-23:30" },
        { Rule.MinorOutsideClock, "prao", "mån 16:00-20:00", "mån 16:00-20:15" },
        { Rule.MinorOutsideClock, "youth in prao", "mån 16:00-20:00", "mån 17:00-21:00" },
        { Rule.MinorDayTooLong, "pupil, term", "tis 15:00-17:00", "tis 15:00-17:30" },
        { Rule.MinorDayTooLong, "pupil, term", "lör 08:00-12:00 lör 13:00-16:00", "lör 08:00-12:00 lör 13:00-16:15" },
        { Rule.MinorDayTooLong, "pupil, holiday", "tis 08:00-12:00 tis 13:00-16:00", "tis 08:00-12:00 tis 13:00-17:00" },
        { Rule.MinorDayTooLong, "youth, term", "tis 08:00-12:00 tis 13:00-17:00", "tis 08:00-12:00 tis 13:00-17:30" },
        { Rule.MinorDayTooLong, "prao", "tis 08:00-12:00 tis 13:00-16:00", "tis 08:00-12:00 tis 13:00-16:30" },
        { Rule.MinorWeekTooLong, "pupil, term", "mån 15:00-17:00 tis 15:00-17:00 ons 15:00-17:00 lör 08:00-12:00 lör 12:30-14:30", "mån 15:00-17:00 tis 15:00-17:00 ons 15:00-17:00 lör 08:00-12:00 lör 12:30-15:00" },
        { Rule.MinorWeekTooLong, "pupil, holiday", "mån-fre 08:00-12:00 mån-fre 12:30-15:30", "mån-fre 08:00-12:00 mån-fre 12:30-15:30 lör 09:00-10:00" },
        { Rule.MinorWeekTooLong, "youth, term", "mån-fre 08:00-12:00 mån-fre 12:30-16:30", "mån-fre 08:00-12:00 mån-fre 12:30-16:30 lör 09:00-10:00" },
        { Rule.MinorBreakMissing, "youth, term", "mån 08:00-12:30", "mån 08:00-12:31" },
        { Rule.MinorBreakMissing, "youth, term", "mån 08:00-12:00 mån 12:30-16:00", "mån 08:00-12:00 mån 12:29-16:00" },
        { Rule.MinorBreakMissing, "youth, term", "mån 07:00-15:30/30 tis 08:00-12:00", "mån 07:00-15:30/20 tis 08:00-12:00" },
        { Rule.MinorBreakMissing, "prao", "mån 08:00-12:30", "mån 08:00-12:45" },
        { Rule.MinorNightRestTooShort, "pupil, holiday", "mån 18:00-20:00 tis 10:00-12:00", "mån 18:00-20:00 tis 09:00-11:00" },
        { Rule.MinorNightRestTooShort, "youth, term", "mån 19:00-21:00 tis 09:00-12:00", "mån 19:00-21:00 tis 08:30-12:00" },
        { Rule.MinorWeekRestTooShort, "youth, term", "tis-lör 08:00-12:00", "mån-tis 08:00-12:00 tor-lör 08:00-12:00 sön 08:00-09:00" },
        { Rule.MinorWeekRestTooShort, "pupil, holiday", "mån-fre 09:00-12:00", "mån-tis 09:00-12:00 tor-lör 09:00-12:00" },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void What_is_allowed_passes_and_a_little_more_is_refused(Rule rule, string who, string allowed, string refused)
    {
        Assert.Empty(Faults(who, allowed).Select(f => f.Summary));
        Assert.Contains(rule, Faults(who, refused).Select(f => f.Rule));
    }

    [Fact]
    public void Every_rule_of_minors_has_an_example() => Expect.None(
        Enum.GetValues<Rule>().Where(r => r.ToString().StartsWith("Minor", StringComparison.Ordinal) && r != Rule.MinorTooYoung)
            .Except(Examples().Select(e => e.Data.Item1)).Select(r => $"{r} has no example"));

    [Theory]
    [InlineData("2013-03-01", "2026-02-28", AgeGroup.YoungerChild)]
    [InlineData("2013-03-01", "2026-03-01", AgeGroup.OlderChild)]
    [InlineData("2011-05-09", "2027-06-14", AgeGroup.OlderChild)] // 16 already, and still in school
    [InlineData("2011-12-30", "2027-06-15", AgeGroup.Youth)] // turns 16 later in the year in which school was finished
    [InlineData("2012-01-01", "2027-12-31", AgeGroup.OlderChild)]
    [InlineData("2009-11-02", "2027-11-01", AgeGroup.Youth)]
    [InlineData("2009-11-02", "2027-11-02", AgeGroup.Adult)]
    public void The_group_follows_birthday_calendar_year_and_the_end_of_school(string born, string day, AgeGroup group) =>
        Assert.Equal(group, Rules(Form.Feriejobb).GroupOn(Date(born), Date(day)));

    [Fact]
    public void Nobody_under_thirteen_works()
    {
        var fault = Assert.Single(MinorWork.Faults(new(2015, 1, 1), Of(Form.Prao), TermWeek, Pattern("mån 09:00-10:00"), Cells.From([0])));
        Assert.Equal((Rule.MinorTooYoung, "From"), (fault.Rule, fault.Field));
    }

    [Fact]
    public void A_summer_job_that_goes_on_into_term_is_too_long_then()
    {
        var pattern = Pattern("mån-fre 08:00-12:00 mån-fre 12:30-15:30");
        Assert.Empty(MinorWork.Faults(Pupil, Of(Form.Feriejobb), new(new(2027, 6, 21), new(2027, 8, 13)), pattern, pattern.Cells));
        var faults = MinorWork.Faults(Pupil, Of(Form.Feriejobb), new(new(2027, 6, 21), new(2027, 8, 16)), pattern, pattern.Cells);
        Assert.Equal("16 augusti 2027", Assert.Single(faults).Values[1]);
    }

    [Fact]
    public void What_the_law_asks_ends_with_the_birthday_and_changes_when_school_is_done()
    {
        var evenings = Pattern("mån 16:00-22:00/30");
        Assert.Empty(MinorWork.Faults(FinishesSchool, Of(Form.Praktik), new(new(2027, 6, 15), new(2027, 7, 30)), evenings, evenings.Cells));
        Assert.NotEmpty(MinorWork.Faults(FinishesSchool, Of(Form.Praktik), new(new(2027, 6, 14), new(2027, 7, 30)), evenings, evenings.Cells));
        var nights = Pattern("mån-sön 20:00-23:59");
        Assert.Empty(MinorWork.Faults(Seventeen, Of(Form.Praktik), new(new(2027, 11, 2), null), nights, nights.Cells));
        Assert.NotEmpty(MinorWork.Faults(Seventeen, Of(Form.Praktik), new(new(2027, 11, 1), null), nights, nights.Cells));
    }

    [Fact]
    public void A_week_off_in_term_is_a_holiday_when_the_municipality_has_named_it()
    {
        var ski = new Period(new(2027, 2, 22), new(2027, 2, 26));
        var pattern = Pattern("mån-fre 08:00-12:00 mån-fre 12:30-15:30");
        Assert.NotEmpty(MinorWork.Faults(Pupil, Of(Form.Feriejobb), ski, pattern, pattern.Cells));
        Assert.Equal(DayKind.Holiday, SchoolCalendar.Parse("2027-02-22–2027-02-26").KindOf(new(2027, 2, 24)));
        Assert.Equal(DayKind.FreeDay, SchoolCalendar.Parse("2027-02-22–2027-02-24").KindOf(new(2027, 2, 24)));
        Assert.Equal(DayKind.SchoolDay, SchoolCalendar.Parse("").KindOf(new(2027, 2, 24)));
        Assert.Equal(DayKind.Holiday, SchoolCalendar.Parse("12-23–01-06").KindOf(new(2028, 1, 5)));
    }

    [Theory]
    [InlineData("v. 8")]
    [InlineData("2027-02-26–2027-02-22")]
    [InlineData("02-30–03-04")]
    public void A_holiday_that_cannot_be_read_is_no_calendar(string typed) => Assert.Null(SchoolCalendar.TryParse(typed));

    [Fact]
    public void Only_the_chosen_cells_of_the_place_are_judged()
    {
        var pattern = Pattern("mån 15:00-17:00 mån 18:00-21:00");
        Assert.Empty(MinorWork.Faults(Pupil, Of(Form.Prao), TermWeek, pattern, Cells.From([1])));
        Assert.NotEmpty(MinorWork.Faults(Pupil, Of(Form.Prao), TermWeek, pattern, Cells.From([1, 2])));
    }

    private static IReadOnlyList<MinorFault> Faults(string who, string times)
    {
        var pattern = Pattern(times);
        return who switch
        {
            "pupil, term" => MinorWork.Faults(Pupil, Of(Form.Feriejobb), TermWeek, pattern, pattern.Cells),
            "pupil, holiday" => MinorWork.Faults(Pupil, Of(Form.Feriejobb), HolidayWeek, pattern, pattern.Cells),
            "youth, term" => MinorWork.Faults(Seventeen, Of(Form.Praktik), TermWeek, pattern, pattern.Cells),
            "youth in prao" => MinorWork.Faults(Seventeen, Of(Form.Prao), TermWeek, pattern, pattern.Cells),
            _ => MinorWork.Faults(Pupil, Of(Form.Prao), TermWeek, pattern, pattern.Cells),
        };
    }

    private static WeeklyPattern Pattern(string text)
    {
        string[] names = ["mån", "tis", "ons", "tor", "fre", "lör", "sön"];
        var times = new List<CellTime>();
        foreach (var (days, hours) in text.Split(' ').Chunk(2).Select(p => (p[0].Split('-'), p[1].Split('-', '/'))))
            for (var day = Array.IndexOf(names, days[0]); day <= Array.IndexOf(names, days[^1]); day++)
            {
                var start = TimeOnly.Parse(hours[0], null);
                var part = start.Hour < 12 ? 0 : start.Hour < 18 ? 1 : 2;
                times.Add(new(day * 3 + part, start, TimeOnly.Parse(hours[1], null), hours.Length > 2 ? int.Parse(hours[2], null) : 0));
            }
        return new WeeklyPattern(times);
    }

    private static FormRules Of(Form form) => RuleSet.Shipped.On(new(2027, 1, 1)).Of(form);

    private static MinorRules Rules(Form form) => new(Of(form));

    private static DateOnly Date(string text) => DateOnly.Parse(text, null);
}
