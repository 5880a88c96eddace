using System.Globalization;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Days;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Law.Rulebook;

/// <summary>Reads the dated rules, in one statement per request, and lets an administrator set them.</summary>
public sealed class RulebookService(AppDb db, Viewer viewer, TimeProvider clock, KnownRules known)
{
    /// <summary>Highest sum in kronor that a rule may state.</summary>
    private const int HighestSum = 1_000_000;

    /// <summary>Highest number of anything else: so many months from any day of ours are still within the calendar.</summary>
    private const int Highest = 10_000;

    private RuleSet? _read;

    public async Task<RuleSet> ReadAsync(CancellationToken ct) =>
        _read ??= new RuleSet(known.Rows, await db.RuleVersions.AsNoTracking().ToListAsync(ct));

    /// <summary>The rules as they stand on the day.</summary>
    public async Task<RulesOfDay> OnAsync(DateOnly day, CancellationToken ct) => (await ReadAsync(ct)).On(day);

    /// <summary>Sets a value from a day on. A day that has been keeps its value, so that old cases are judged as they were.</summary>
    /// <exception cref="RuleBreachException">Unknown rule, not a whole number, a day before tomorrow, no source.</exception>
    public async Task SetAsync(SetRule input, CancellationToken ct)
    {
        var stamp = viewer.Stamp(clock);
        var value = input.Value.Trim();
        Check(input, stamp.Today);
        var existing = await db.RuleVersions.SingleOrDefaultAsync(
            v => v.Subject == input.Subject && v.Limit == input.Limit && v.ValidFrom == input.From, ct);
        if (existing is null)
            db.RuleVersions.Add(RuleVersion.Set(input.Subject, input.Limit, input.From, value, input.Source.Trim(), stamp));
        else
            existing.Replace(value, input.Source.Trim(), stamp);
        await db.SaveChangesAsync(ct);
        _read = null;
    }

    /// <summary>What <see cref="SetAsync"/> would refuse, for whoever wants to know before.</summary>
    public void Check(SetRule input, DateOnly today)
    {
        var value = input.Value.Trim();
        if (!known.Rows.Any(r => r.Subject == input.Subject && r.Limit == input.Limit))
            throw new NotFoundException("Rule");
        RuleBreachException.When(input.From <= today, Rule.RuleDayPassed, nameof(input.From));
        RuleBreachException.When(value.Length == 0, Rule.Required, nameof(input.Value));
        var highest = input.Limit == Limit.WageCeiling ? HighestSum : Highest;
        RuleBreachException.When(!input.Limit.IsText() && !(int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= highest),
            Rule.RuleNotANumber, nameof(input.Value), highest);
        RuleBreachException.When(input.Limit == Limit.SchoolHolidays && SchoolCalendar.TryParse(value) is null, Rule.SchoolHolidaysWrong, nameof(input.Value));
        RuleBreachException.When(input.Limit == Limit.IndustryHolidayWeeks && !ClosedWeeks.TryParse(value, out _), Rule.ClosedWeeksWrong, nameof(input.Value));
        RuleBreachException.When(string.IsNullOrWhiteSpace(input.Source), Rule.Required, nameof(input.Source));
    }
}

public sealed record SetRule
{
    public required string Subject { get; init; }
    public required Limit Limit { get; init; }

    /// <summary>First day of the value; tomorrow at the earliest.</summary>
    public required DateOnly From { get; init; }
    public required string Value { get; init; }

    /// <summary>Who decided, and where it is written.</summary>
    public required string Source { get; init; }
}
