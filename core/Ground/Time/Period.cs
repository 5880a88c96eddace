using EnVagUt.Core.Ground.Rules;

namespace EnVagUt.Core.Ground.Time;

/// <summary>Two inclusive Stockholm dates; an open end is unbounded.</summary>
public readonly record struct Period(DateOnly From, DateOnly? To)
{
    public DateOnly Last => To ?? DateOnly.MaxValue;

    public bool Overlaps(Period other) => From <= other.Last && other.From <= Last;

    public bool Contains(Period other) => From <= other.From && other.Last <= Last;

    public bool Contains(DateOnly day) => From <= day && day <= Last;

    public Period? Intersect(Period other)
    {
        var from = From > other.From ? From : other.From;
        var last = Last < other.Last ? Last : other.Last;
        return from <= last ? new Period(from, last == DateOnly.MaxValue ? null : last) : null;
    }

    /// <exception cref="RuleBreachException">The end lies before the start.</exception>
    public static Period Of(DateOnly from, DateOnly? to, string? field = null)
    {
        RuleBreachException.When(to < from, Rule.PeriodReversed, field);
        return new Period(from, to);
    }

    /// <summary>«14 dec 2026–12 feb 2027», «11 jan–9 apr 2027», for lists and tables.</summary>
    public override string ToString() => Told(SwedishTime.Brief);

    /// <summary>«14 december 2026–12 februari 2027», for sentences.</summary>
    public string Written() => Told(SwedishTime.Written);

    private string Told(Func<DateOnly, string> day) => To switch
    {
        null => $"{day(From)} och tills vidare",
        { } to when to == From => day(to),
        // The year is said once, with four digits and the blank before it.
        { } to when to.Year == From.Year => $"{day(From)[..^5]}–{day(to)}",
        { } to => $"{day(From)}–{day(to)}",
    };
}
