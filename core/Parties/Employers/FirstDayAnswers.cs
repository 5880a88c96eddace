
namespace EnVagUt.Core.Parties.Employers;

/// <summary>
/// What somebody must know on the first day and only the workplace can tell (docs/vardag.md, First day). Practical: an answer that
/// changes is told on the next sheet and voids nothing that has been agreed.
/// </summary>
public sealed record FirstDayAnswers
{
    public static readonly FirstDayAnswers Unknown = new();

    /// <summary>«Personalingången på baksidan, ring på klockan».</summary>
    public string? Entrance { get; init; }

    /// <summary>«Oömma kläder. Skor får du av oss.»</summary>
    public string? Clothes { get; init; }

    /// <summary>«Buss 12 till Storgatan, gå sedan 200 meter».</summary>
    public string? GettingThere { get; init; }

    /// <summary>Whom the person calls when ill.</summary>
    public string? SickCallName { get; init; }

    public string? SickCallPhone { get; init; }

    /// <summary>What the workplace has not answered, in words that fit after «saknar».</summary>
    public IReadOnlyList<string> Missing =>
    [
        .. Unanswered(Entrance, "ingång"), .. Unanswered(Clothes, "kläder"), .. Unanswered(GettingThere, "hur man tar sig dit"),
        .. Unanswered(SickCallName, "vem man ringer vid sjukdom"), .. Unanswered(SickCallPhone, "telefon vid sjukdom"),
    ];

    internal FirstDayAnswers Trimmed() => new()
    {
        Entrance = Blank(Entrance),
        Clothes = Blank(Clothes),
        GettingThere = Blank(GettingThere),
        SickCallName = Blank(SickCallName),
        SickCallPhone = Blank(SickCallPhone),
    };

    private static IEnumerable<string> Unanswered(string? answer, string what) => string.IsNullOrWhiteSpace(answer) ? [what] : [];

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings(" ").Trim();
}
