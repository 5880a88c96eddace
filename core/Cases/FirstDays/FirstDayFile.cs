using DocumentFormat.OpenXml.Wordprocessing;
using EnVagUt.Core.Accounts.Reports;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Documents;

namespace EnVagUt.Core.Cases.FirstDays;

/// <summary>The first-day sheet as Word, one page in large type. The same answers give the same bytes.</summary>
public static class FirstDayFile
{
    public const string ContentType = ReportDocument.ContentType;
    public const string FileName = "forsta-dagen.docx";
    public const string Title = "Första dagen";

    /// <summary>26 points: larger than the answers, which are larger than any report.</summary>
    private const string HeadingHalfPoints = "52";

    /// <summary>A line to write on, for what nobody has answered.</summary>
    private const string Blank = "______________________________";

    public static byte[] Write(FirstDaySheet sheet)
    {
        var body = new Body();
        var heading = WordFile.Heading(1, $"{Title} – {sheet.FirstName}");
        heading.GetFirstChild<Run>()!.RunProperties = new RunProperties(new FontSize { Val = HeadingHalfPoints });
        body.Append(heading);
        foreach (var line in sheet.Lines)
            body.Append(WordFile.Paragraph("SheetQuestion", line.Question), WordFile.Paragraph("SheetAnswer", line.Answer ?? Blank));
        body.Append(WordFile.Page());
        // Whoever arranged it is nobody's business on a bus: the file has no sender, in its properties either.
        return WordFile.Write(body, Title, "", Title, sheet.Period.From.StartOfDayUtc());
    }
}
