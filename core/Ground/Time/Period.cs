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

    public override string ToString() => To is { } to ? $"{From:yyyy-MM-dd}–{to:yyyy-MM-dd}" : $"{From:yyyy-MM-dd} och tills vidare";
}
