using System.Globalization;
using EnVagUt.Core.Ground.Rules;

namespace EnVagUt.Core.Parties.Participants;

/// <summary>Personnummer or samordningsnummer, twelve digits (lag 1991:481 18 §; lag 2022:1697: 60 is added to the day).</summary>
public readonly record struct PersonNumber
{
    private PersonNumber(string digits) => Digits = digits;

    public string Digits { get; }

    public DateOnly BirthDate
    {
        get
        {
            var day = int.Parse(Digits.AsSpan(6, 2), CultureInfo.InvariantCulture);
            return DateOnly.ParseExact($"{Digits[..6]}{(day > 60 ? day - 60 : day):00}", "yyyyMMdd", CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Twelve digits, with or without hyphen; ten digits are refused, since they do not say the century.</summary>
    public static bool TryParse(string? text, out PersonNumber number)
    {
        number = default;
        var digits = (text ?? "").Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (digits.Length != 12 || !digits.All(char.IsAsciiDigit) || !Luhn.IsValid(digits.AsSpan(2)))
            return false;
        var day = int.Parse(digits.AsSpan(6, 2), CultureInfo.InvariantCulture);
        if (!DateOnly.TryParseExact($"{digits[..6]}{(day > 60 ? day - 60 : day):00}", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return false;
        number = new PersonNumber(digits);
        return true;
    }
}
