using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Rulebook;

namespace EnVagUt.Core.Law.Minors;

/// <summary>
/// Whether somebody under 18 may work the cells of a week in a period (arbetsmiljölagen 5 kap. and Arbetsmiljöverket's
/// regulations). Walks day by day, since the group, the term and the holidays change on the way; from the 18th birthday
/// on nothing is asked.
/// </summary>
public static class MinorWork
{
    // Some whole week from Monday to Sunday lies among so many days.
    private const int OfferedDays = 13;

    /// <summary>The first fault of each rule, in the order of <see cref="Rule"/>.</summary>
    public static IReadOnlyList<MinorFault> Faults(DateOnly birthDate, FormRules form, Period period, WeeklyPattern pattern, Cells used)
    {
        if (Age.On(birthDate, period.From) >= Age.Adult)
            return [];
        var (rules, faults) = (new MinorRules(form), new MinorFaults());
        var week = new MinorWeek(pattern, used);
        if (period.From.AddDays(6) <= period.Last)
            faults.Note(week.RestFault(rules.Of(Group(AgeGroup.OlderChild, rules.GroupOn(birthDate, period.From)))));
        for (var day = period.From; day <= period.Last; day = day.AddDays(1))
        {
            var group = rules.GroupOn(birthDate, day);
            if (group == AgeGroup.Adult)
                break;
            if (group == AgeGroup.YoungerChild)
            {
                faults.Note(TooYoung(birthDate, day, rules));
                break;
            }
            var limits = rules.Of(group);
            faults.Note(week.ClockFault(day, limits));
            faults.Note(week.DayFault(day, rules.School.KindOf(day), limits));
            faults.Note(week.BreakFault(day, limits));
            if (day > period.From)
                faults.Note(week.NightFault(day, limits));
            faults.Note(week.WeekFault(day, rules.School.KindOf(day), limits));
        }
        return faults.InOrder;
    }

    /// <exception cref="RuleBreachException">The first of <see cref="Faults"/>.</exception>
    public static void EnsureAllowed(DateOnly birthDate, FormRules form, Period period, WeeklyPattern pattern, Cells used)
    {
        if (Faults(birthDate, form, period, pattern, used) is [var first, ..])
            throw first.ToBreach();
    }

    /// <summary>
    /// What nobody may work of a week that is offered in a form for minors only; none where also adults may come. The oldest
    /// that the form takes is let the most, and the first weeks tell, since every week is alike.
    /// </summary>
    public static IReadOnlyList<MinorFault> FaultsOfOffer(FormRules form, Period period, WeeklyPattern pattern)
    {
        if (form.MaxAge >= Age.Adult)
            return [];
        var weeks = new Period(period.From, period.From.AddDays(OfferedDays));
        return Faults(period.From.AddYears(-form.MaxAge), form, period.Intersect(weeks) ?? weeks, pattern, pattern.Cells);
    }

    private static AgeGroup Group(AgeGroup least, AgeGroup group) => group < least ? least : group;

    private static MinorFault TooYoung(DateOnly birthDate, DateOnly day, MinorRules rules)
    {
        var (age, law) = (Age.On(birthDate, day), rules.Of(AgeGroup.OlderChild).Law);
        return new(Rule.MinorTooYoung, "From", $"Personen är {age} år vid starten, och under {rules.LeastAge} år är inget arbete tillåtet", [age, rules.LeastAge, law]);
    }

    private sealed class MinorFaults
    {
        private readonly SortedDictionary<Rule, MinorFault> _first = [];

        public IReadOnlyList<MinorFault> InOrder => [.. _first.Values];

        public void Note(MinorFault? fault)
        {
            if (fault is not null)
                _first.TryAdd(fault.Rule, fault);
        }
    }
}
