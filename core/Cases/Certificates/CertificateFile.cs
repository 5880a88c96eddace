using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using EnVagUt.Core.Accounts.Reports;
using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Documents;

namespace EnVagUt.Core.Cases.Certificates;

/// <summary>A certificate as Word, with lines to sign. The sender is the municipality: which of its units is nobody's to know.</summary>
public sealed class CertificateFile(Municipality municipality)
{
    public const string ContentType = ReportDocument.ContentType;
    public const string Title = "Intyg";

    /// <summary>Without a name: files lie about.</summary>
    public static string FileName(Certificate c) => string.Create(CultureInfo.InvariantCulture, $"intyg-{c.IssuedAt.StockholmDate():yyyy-MM-dd}.docx");

    /// <summary>Who signs, on paper and in the file.</summary>
    public static IReadOnlyList<string> Signers(Municipality municipality) =>
        ["För arbetsplatsen: datum, namnteckning och namnförtydligande", $"För {municipality.Name}: datum, namnteckning och namnförtydligande"];

    /// <summary>What the page and the file both list.</summary>
    public static IEnumerable<(string Name, string Value)> Facts(CertificateText t)
    {
        yield return ("Arbetsplats", t.Place);
        yield return ("Uppdrag", t.Title);
        yield return ("Period", $"{t.From.Written()} – {t.To.Written()}");
        yield return ("Omfattning", t.ExtentPercent == 100 ? "Heltid" : $"{t.ExtentPercent} procent av heltid");
    }

    public byte[] Write(Certificate c)
    {
        var body = new Body();
        body.Append(WordFile.Paragraph("Sender", municipality.Name), WordFile.Heading(1, Title), WordFile.Paragraph("Normal", c.Text.Sentence));
        foreach (var (name, value) in Facts(c.Text))
            body.Append(WordFile.Fact(name, value));
        Section(body, "Arbetsuppgifter", c.Text.Tasks);
        Section(body, "Omdöme", c.Text.Words);
        body.Append(WordFile.Signatures([.. Signers(municipality).SelectMany(s => new[] { "", s })]), WordFile.Paragraph("Note", ""), WordFile.Page());
        return WordFile.Write(body, Title, municipality.Name, $"{Title}, {c.IssuedAt.StockholmDate().Written()}", c.IssuedAt);
    }

    private static void Section(Body body, string heading, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        body.Append(WordFile.Heading(2, heading));
        foreach (var line in AgreementTerms.Lines(text))
            body.Append(WordFile.Paragraph("Normal", line));
    }
}
