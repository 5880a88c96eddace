using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Days;
using EnVagUt.Core.Law.Forms;

namespace EnVagUt.Core.Cases.Agreements;

/// <summary>What an agreement is written from: the form, the plats and the placement, as they stand when it is written.</summary>
public sealed record AgreementSource
{
    public required FormRow Form { get; init; }
    public required Period Period { get; init; }
    public required Cells Cells { get; init; }
    public required int ExtentPercent { get; init; }
    public required WeeklyPattern Pattern { get; init; }
    public required string Title { get; init; }
    public required string Tasks { get; init; }
    public required string Employer { get; init; }
    public required string Workplace { get; init; }
    public required string StreetAddress { get; init; }
    public required string PostalCode { get; init; }
    public required string City { get; init; }
    public required string ContactName { get; init; }
    public string? ContactPhone { get; init; }
    public ClosedWeeks? ClosedWeeks { get; init; }
    public string? SupervisorName { get; init; }
    public string? SupervisorPhone { get; init; }

    /// <summary>Who answers for the case; null when nobody is named.</summary>
    public string? Coordinator { get; init; }

    /// <summary>«Arbetsmarknadsenheten, telefon 0123-45 67 89».</summary>
    public required string MunicipalContact { get; init; }

    /// <summary>The rule of the placement's first day.</summary>
    public required string Insurance { get; init; }
}

/// <summary>What the coordinator writes.</summary>
/// <param name="Introduction">A line for each thing.</param>
public sealed record AgreementWords(string? Goals, string? Adaptations, string? Introduction);

public static class AgreementComposer
{
    public static AgreementTerms Compose(AgreementSource s, AgreementWords words) => new()
    {
        From = s.Period.From,
        To = s.Period.To,
        CellMask = s.Cells.Mask,
        ExtentPercent = s.ExtentPercent,
        Times = WeekInWords.Of(s.Pattern, s.Cells),
        Employer = s.Employer,
        Workplace = s.Workplace,
        Address = $"{s.StreetAddress}, {s.PostalCode} {s.City}",
        Title = s.Title,
        Tasks = s.Tasks,
        Goals = Trimmed(words.Goals) ?? "",
        Adaptations = Trimmed(words.Adaptations),
        Introduction = string.Join('\n', AgreementTerms.Lines(words.Introduction ?? "")),
        Supervisor = s.SupervisorName is null ? null : With(s.SupervisorName, s.SupervisorPhone),
        WorkplaceContact = With(s.ContactName, s.ContactPhone),
        MunicipalContact = s.Coordinator is null ? s.MunicipalContact : $"{s.Coordinator}, {s.MunicipalContact}",
        Insurance = s.Insurance,
        FollowUps = string.Join('\n', FollowUpDays.Of(s.Form, s.Period, s.ClosedWeeks)),
    };

    private static string With(string name, string? phone) => string.IsNullOrWhiteSpace(phone) ? name : $"{name}, telefon {phone}";

    // A form sends its lines with carriage returns; the same words must be the same terms.
    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();
}
