using System.Globalization;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;

namespace EnVagUt.Core.Law.Rulebook;

/// <summary>A value with its day and where it comes from, as the administrator sees it.</summary>
/// <param name="ValidFrom">Null for a shipped value: since the beginning.</param>
public sealed record RuleValue(string Subject, Limit Limit, DateOnly? ValidFrom, string Value, SourceMark Mark, string Source)
{
    /// <summary>As people write it: «20 000».</summary>
    public string Shown() => Limit.IsText() ? Value : int.Parse(Value, CultureInfo.InvariantCulture).ToString("N0", SwedishTime.Culture);
}

/// <summary>Every value there has been, shipped or set; asked by day.</summary>
public sealed class RuleSet
{
    /// <summary>The rules as shipped, for whoever has no database: docs, tests, demo texts.</summary>
    public static readonly RuleSet Shipped = new(ShippedRules.Rows, []);

    private readonly ILookup<(string, Limit), RuleValue> _values;

    public RuleSet(IEnumerable<ShippedRule> shipped, IEnumerable<RuleVersion> versions) =>
        _values = shipped.Select(r => r.AsValue())
            .Concat(versions.OrderBy(v => v.ValidFrom)
                .Select(v => new RuleValue(v.Subject, v.Limit, v.ValidFrom, v.Value, SourceMark.Municipality, v.Source)))
            .ToLookup(v => (v.Subject, v.Limit));

    /// <summary>All values of one rule, the oldest first.</summary>
    public IEnumerable<RuleValue> History(string subject, Limit limit) => _values[(subject, limit)];

    public RulesOfDay On(DateOnly day) => new(this, day);

    internal RuleValue? Find(string subject, Limit limit, DateOnly day) =>
        _values[(subject, limit)].LastOrDefault(v => v.ValidFrom is null || v.ValidFrom <= day);
}

/// <summary>The rules as they stood on one day.</summary>
public sealed class RulesOfDay(RuleSet rules, DateOnly day)
{
    public DateOnly Day { get; } = day;

    public RuleValue? Find(string subject, Limit limit) => rules.Find(subject, limit, Day);

    /// <summary>Null when the rule does not limit the subject.</summary>
    public int? Number(string subject, Limit limit) =>
        Find(subject, limit) is { Value.Length: > 0 } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : null;

    /// <summary>A rule of all forms.</summary>
    /// <exception cref="InvalidOperationException">It is shipped with no value: a fault of ours.</exception>
    public int Number(Limit limit) =>
        Number(ShippedRules.All, limit) ?? throw new InvalidOperationException($"{limit} has no shipped value.");

    public FormRules Of(Form form) => new(form, this);
}

/// <summary>What the rules of a day say about one form.</summary>
public sealed class FormRules(Form form, RulesOfDay day)
{
    public Form Form { get; } = form;
    public FormRow Row => Form.Row();
    public RulesOfDay OfDay => day;

    /// <summary>Longest period of one placement in months; null when the law of employment or the education decides.</summary>
    public int? LongestMonths => day.Number(Form.ToString(), Limit.LongestMonths);
    public int? LongestMonthsTotal => day.Number(Form.ToString(), Limit.LongestMonthsTotal);

    /// <summary>Whole years at start.</summary>
    public int MinAge => day.Number(Form.ToString(), Limit.MinAge) ?? 0;
    public int MaxAge => day.Number(Form.ToString(), Limit.MaxAge) ?? int.MaxValue;
    public bool IsInUse => day.Number(Form.ToString(), Limit.InUse) != 0;

    /// <summary>One sentence for the employer.</summary>
    public string ShortText => day.Find(Form.ToString(), Limit.ShortText)?.Value ?? "";

    /// <summary>What an agreement says of insurance: what the law or the municipality has said, never what is only from memory.</summary>
    public string InsuranceText => day.Find(Form.ToString(), Limit.InsuranceText) is { Mark: not SourceMark.FromMemory } said ? said.Value : ShippedRules.AskAboutInsurance;
}
