
namespace EnVagUt.Core.Ground.Rules;

/// <summary>The check digit of organisationsnummer and personnummer (modulus 10).</summary>
public static class Luhn
{
    /// <param name="digits">Digits only, the check digit last.</param>
    public static bool IsValid(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var value = digits[^(i + 1)] - '0';
            if (i % 2 == 1)
                value = value > 4 ? value * 2 - 9 : value * 2;
            sum += value;
        }
        return sum % 10 == 0;
    }
}
