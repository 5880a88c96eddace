using System.Globalization;
using EnVagUt.Core.Ground.Rules;

namespace EnVagUt.Core.Parties.Employers;

/// <summary>
/// An organisationsnummer: ten digits with a check digit (lag 1974:174). For an enskild firma it is the owner's
/// personnummer, and so personal data: it is shown masked everywhere and stands in no list, address or export.
/// </summary>
public readonly record struct OrgNumber
{
    private OrgNumber(string digits) => Digits = digits;

    /// <summary>Ten digits without hyphen.</summary>
    public string Digits { get; }

    /// <summary>A legal person's third digit is at least 2; 0 or 1 means that the number is a person's.</summary>
    public bool IsSoleTrader => Digits[2] is '0' or '1';

    /// <summary>«556016-0680», or «••••••-0680» when the number is a person's.</summary>
    public string Display => IsSoleTrader ? $"••••••-{Digits[6..]}" : $"{Digits[..6]}-{Digits[6..]}";

    /// <summary>Accepts hyphen, spaces and the 16 or century prefix of twelve-digit forms.</summary>
    public static bool TryParse(string? text, out OrgNumber number)
    {
        number = default;
        var digits = (text ?? "").Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Trim();
        if (digits.Length == 12 && digits[..2] is "16" or "18" or "19" or "20")
            digits = digits[2..];
        if (digits.Length != 10 || !digits.All(char.IsAsciiDigit) || !Luhn.IsValid(digits))
            return false;
        var candidate = new OrgNumber(digits);
        if (candidate.IsSoleTrader && !HasBirthDate(digits))
            return false;
        number = candidate;
        return true;
    }

    /// <exception cref="RuleBreachException">The check digit is wrong, or a person's number holds no possible date.</exception>
    public static OrgNumber Parse(string? text, string? field = null) =>
        TryParse(text, out var number) ? number : throw new RuleBreachException(Rule.OrgNumberWrong, field);

    /// <summary>A number that has been read from our own database.</summary>
    public static OrgNumber Stored(string digits) => new(digits);

    public override string ToString() => Display;

    // Samordningsnummer have 60 added to the day (lag 2022:1697 2 kap.).
    private static bool HasBirthDate(string digits)
    {
        var day = int.Parse(digits.AsSpan(4, 2), CultureInfo.InvariantCulture);
        var date = $"{digits[..4]}{(day > 60 ? day - 60 : day):00}";
        return DateOnly.TryParseExact("20" + date, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            || DateOnly.TryParseExact("19" + date, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }
}
