using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;

namespace EnVagUt.Core.Parties.Users;

/// <summary>
/// Length and not being guessable, nothing else: no rule about capitals, digits or signs, as they make worse passwords
/// (NIST SP 800-63B 3.1.1). Compared folded, and with the common disguises taken off: «Sommar2026!», «L0s3n0rd»,
/// «hejhejhejhej» and two words of the list after each other are all on it.
/// </summary>
public static class PasswordRules
{
    public const int MinLength = 12;
    public const int MaxLength = 128;
    private const int ShortestWord = 3;
    private const int ShortestPersonal = 4;
    private const string Padding = " 0123456789!?.,;:-_+*#@&%/()='\"$€£§";
    private static readonly string[] OwnNames = ["envagut", "envagin"];
    private static readonly HashSet<string> Common = ReadCommon();

    /// <param name="ownWords">What the account and the municipality are called: e-mail address, municipality.</param>
    /// <returns>The rule that refuses the password, or null.</returns>
    public static Rule? Refusal(string password, params IEnumerable<string> ownWords)
    {
        if (password.Length < MinLength)
            return Rule.PasswordTooShort;
        if (password.Length > MaxLength)
            return Rule.PasswordTooLong;
        var folded = Folding.Fold(password);
        if (Disguises(folded).Where(d => d.Length >= ShortestWord).Any(IsCommon))
            return Rule.PasswordCommon;
        var letters = Plain(Letters(folded));
        return OwnNames.Concat(ownWords.SelectMany(OwnParts)).Any(w => w.Length >= ShortestPersonal && letters.Contains(w, StringComparison.Ordinal))
            ? Rule.PasswordPersonal
            : null;
    }

    public static void Ensure(string password, string field, params IEnumerable<string> ownWords)
    {
        if (Refusal(password, ownWords) is { } rule)
            throw new RuleBreachException(rule, field, MinLength, MaxLength);
    }

    private static IEnumerable<string> Disguises(string folded)
    {
        var bare = folded.Trim(Padding.ToCharArray());
        foreach (var text in (string[])[folded, bare, Unleet(folded), Unleet(bare)])
        {
            yield return text;
            yield return new string([.. text.Where(char.IsLetterOrDigit)]);
            if (Letters(text) is { Length: >= ShortestWord * 2 } letters)
                yield return letters;
        }
    }

    private static bool IsCommon(string text)
    {
        var once = Period(text);
        if (once.Length < ShortestWord || Common.Contains(once))
            return true;
        for (var cut = ShortestWord; cut <= once.Length - ShortestWord; cut++)
            if (Common.Contains(once[..cut]) && Common.Contains(once[cut..]))
                return true;
        return false;
    }

    // «hejhejhej» is «hej»; «aaaaaaaaaaaa» is «a».
    private static string Period(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
            if (text.Length % length == 0 && string.Concat(Enumerable.Repeat(text[..length], text.Length / length)) == text)
                return text[..length];
        return text;
    }

    private static string Unleet(string text) => string.Concat(text.Select(c => c switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        '8' => 'b',
        _ => c,
    }));

    private static string Letters(string text) => new([.. text.Where(char.IsLetter)]);

    // Of an e-mail address only the part before @ is the person's own; of «Lindköpings kommun» only «lindköping».
    private static IEnumerable<string> OwnParts(string word) =>
        Folding.Fold(word.Split('@')[0]).Split(' ').Select(part => Plain(Letters(part)).TrimEnd('s')).Where(part => part is not ("kommun" or "stad"));

    private static string Plain(string letters) => letters.Replace('å', 'a').Replace('ä', 'a').Replace('ö', 'o');

    private static HashSet<string> ReadCommon()
    {
        using var file = typeof(PasswordRules).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Folding.Fold).ToHashSet(StringComparer.Ordinal);
    }
}
