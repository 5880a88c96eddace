using EnVagUt.Core.Ground.Time;

namespace EnVagUt.Core.Law.Supports;

/// <summary>Money, as Swedes write it.</summary>
public static class Kronor
{
    /// <summary>To whole kronor, the half one upward.</summary>
    public static int Rounded(this decimal kronor) => (int)Math.Round(kronor, MidpointRounding.AwayFromZero);

    /// <summary>«20 000 kr», with spaces that do not break.</summary>
    public static string InKronor(this int kronor) => $"{kronor.ToString("N0", SwedishTime.Culture)}\u00A0kr";

    /// <summary>«31,42 procent».</summary>
    public static string InPercent(this decimal percent) => $"{percent.ToString("0.##", SwedishTime.Culture)} procent";
}
