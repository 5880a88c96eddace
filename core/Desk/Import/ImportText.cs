using System.Text;
using EnVagUt.Core.Ground.Rules;

namespace EnVagUt.Core.Desk.Import;

/// <summary>The bytes of an uploaded file as separated text: a workbook, or text in whichever of the usual encodings.</summary>
public static class ImportText
{
    public const int MostBytes = 5 * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>UTF-8 with or without byte order mark, UTF-16 with one, else Windows-1252, which Excel in Swedish writes.</summary>
    /// <exception cref="RuleBreachException">Empty, too large, or neither text nor a workbook that can be read.</exception>
    public static string Decode(byte[] bytes, string field)
    {
        RuleBreachException.When(bytes.Length == 0, Rule.ImportFileEmpty, field);
        RuleBreachException.When(bytes.Length > MostBytes, Rule.ImportFileTooLarge, field, MostBytes / 1024 / 1024);
        RuleBreachException.When(Workbook.IsOldOrLocked(bytes), Rule.ImportWorkbookOld, field);
        var text = Workbook.IsOne(bytes) ? Workbook.ToCsv(bytes, field) : Read(bytes);
        // A PDF, a picture and other binary files have zeros; no text has.
        RuleBreachException.When(text.Contains('\0', StringComparison.Ordinal), Rule.ImportFileNotText, field);
        RuleBreachException.When(string.IsNullOrWhiteSpace(text), Rule.ImportFileEmpty, field);
        return text;
    }

    private static string Read(byte[] bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
            return Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3);
        if (bytes is [0xFF, 0xFE, ..])
            return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        if (bytes is [0xFE, 0xFF, ..])
            return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
    }
}
