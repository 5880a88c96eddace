using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using EnVagUt.Tests.Common;

namespace EnVagUt.Tests.Core.Reports;

/// <summary>Reads a Word file as its reader would, after Word's own rules have found nothing wrong with it.</summary>
internal static class WordText
{
    public static string Read(byte[] bytes)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        Expect.None(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file).Select(e => $"{e.Path?.XPath} {e.Description}"));
        return string.Join('\n', file.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(p => p.InnerText));
    }

    /// <summary>Everything that the file holds, footer and properties too.</summary>
    public static string ReadAll(byte[] bytes)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        var footers = file.MainDocumentPart!.FooterParts.Select(f => f.Footer!.InnerText);
        return string.Join('\n', [Read(bytes), .. footers, file.PackageProperties.Creator ?? "", file.PackageProperties.Title ?? ""]);
    }
}
