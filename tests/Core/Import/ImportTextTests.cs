using System.Text;
using EnVagUt.Core.Desk.Import;
using EnVagUt.Core.Ground.Rules;
using Xunit;

namespace EnVagUt.Tests.Core.Import;

public class ImportTextTests
{
    private const string Swedish = "kod;namn\r\nÅ1;Räksmörgås på Ön – «é»\r\n";

    public static TheoryData<string> Encodings() => ["utf-8", "utf-8 with mark", "windows-1252", "utf-16", "utf-16 big"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Swedish_letters_are_read_whatever_the_file_was_saved_as(string encoding) =>
        Assert.Equal(Swedish, ImportText.Decode(Bytes(Swedish, encoding), "File"));

    [Fact]
    public void An_empty_file_is_refused()
    {
        Assert.Equal(Rule.ImportFileEmpty, Refused([]));
        Assert.Equal(Rule.ImportFileEmpty, Refused(Encoding.UTF8.GetBytes(" \r\n \r\n")));
    }

    [Fact]
    public void A_pdf_is_refused_and_so_is_what_is_too_large()
    {
        Assert.Equal(Rule.ImportFileNotText, Refused([.. "%PDF-1.7"u8, 0, 1, 2]));
        Assert.Equal(Rule.ImportFileTooLarge, Refused(new byte[ImportText.MostBytes + 1]));
    }

    internal static byte[] Bytes(string text, string encoding)
    {
        Encoding e = encoding switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-8 with mark" => new UTF8Encoding(true),
            "windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
            "utf-16" => Encoding.Unicode,
            _ => Encoding.BigEndianUnicode,
        };
        return [.. e.GetPreamble(), .. e.GetBytes(text)];
    }

    private static Rule Refused(byte[] bytes) => Assert.Throws<RuleBreachException>(() => ImportText.Decode(bytes, "File")).Rule;
}
