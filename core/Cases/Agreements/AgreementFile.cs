using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using EnVagUt.Core.Accounts.Reports;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Documents;

namespace EnVagUt.Core.Cases.Agreements;

/// <summary>An agreement as Word: to read, to keep, and to sign by hand for those who do. The same version gives the same bytes.</summary>
public sealed class AgreementFile(Municipality municipality)
{
    public const string ContentType = ReportDocument.ContentType;

    /// <summary>Without a name: files lie about.</summary>
    public static string FileName(AgreementView a) => string.Create(CultureInfo.InvariantCulture, $"overenskommelse-{a.Terms.From:yyyy-MM-dd}-nummer-{a.Number}.docx");

    public byte[] Write(AgreementView a)
    {
        var body = new Body();
        body.Append(WordFile.Paragraph("Sender", municipality.Name), WordFile.Paragraph("Sender", municipality.AmeName), WordFile.Heading(1, a.Heading));
        foreach (var (name, value) in Facts(a))
            body.Append(WordFile.Fact(name, value));
        Section(body, "Arbetsuppgifter", AgreementTerms.Lines(a.Terms.Tasks));
        Section(body, "Mål", AgreementTerms.Lines(a.Terms.Goals));
        Section(body, "Anpassningar", AgreementTerms.Lines(a.Terms.Adaptations ?? "Inga."));
        Section(body, "Introduktion på arbetsplatsen", AgreementTerms.Lines(a.Terms.Introduction), "ListBullet");
        Section(body, "Uppföljning", AgreementTerms.Lines(a.Terms.FollowUps), "ListBullet");
        Section(body, "Försäkring", [a.Terms.Insurance]);
        Approvals(body, a);
        body.Append(WordFile.Page());
        return WordFile.Write(body, a.Heading, municipality.AmeName, $"{a.Heading}, nummer {a.Number}. {a.Status.Label()}.", a.ConcludedAt ?? a.ChangedAt);
    }

    /// <summary>What the page and the file both list.</summary>
    public static IEnumerable<(string Name, string Value)> Facts(AgreementView a)
    {
        var t = a.Terms;
        yield return (a.PersonWord, a.PersonName);
        yield return ("Arbetsgivare", t.Employer);
        yield return ("Arbetsplats", $"{t.Workplace}, {t.Address}");
        yield return ("Plats", t.Title);
        yield return ("Period", new Period(t.From, t.To).Written());
        yield return ("Tider", string.Join("; ", AgreementTerms.Lines(t.Times)));
        yield return ("Omfattning", $"{t.ExtentPercent} procent av heltid");
        yield return ("Handledare", t.Supervisor ?? "Utses av arbetsplatsen");
        yield return ("Kontakt på arbetsplatsen", t.WorkplaceContact);
        yield return ("Kontakt hos kommunen", t.MunicipalContact);
        yield return ("Gäller från", a.EffectiveOn.Written());
        yield return ("Nummer", $"{a.Number} ({char.ToLower(a.Change.Label()[0], SwedishTime.Culture)}{a.Change.Label()[1..]})");
    }

    private static void Section(Body body, string heading, IReadOnlyList<string> lines, string style = "Normal")
    {
        if (lines.Count == 0)
            return;
        body.Append(WordFile.Heading(2, heading));
        foreach (var line in lines)
            body.Append(WordFile.Paragraph(style, line));
    }

    private static void Approvals(Body body, AgreementView a)
    {
        body.Append(WordFile.Heading(2, "Godkännanden"));
        foreach (var line in a.Lines.Where(l => l.Given is not null))
            body.Append(WordFile.Fact(line.Who, line.Given!));
        foreach (var pair in a.Lines.Where(l => l.Given is null).Chunk(2))
            body.Append(
                WordFile.Signatures([.. pair.SelectMany(l => new[] { "", $"{l.Who}: datum, namnteckning och namnförtydligande" })]),
                WordFile.Paragraph("Note", ""));
    }
}
