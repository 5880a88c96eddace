using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;

namespace EnVagUt.Core.Cases.Certificates;

/// <summary>
/// Intyg: what somebody has done at a workplace, in the words of the day it was written. It never says why the time ended,
/// who paid, or anything about health. Written once and never changed: a better one is a new one.
/// </summary>
public sealed class Certificate : Root, IOfGren, IProtectable
{
    private Certificate() { }

    internal static Certificate Issue(Placement placement, CertificateText text, string issuedBy, Stamp stamp)
    {
        var certificate = new Certificate
        {
            PlacementId = placement.Id,
            Gren = placement.Gren,
            IsProtected = placement.IsProtected,
            Text = text,
            IssuedAt = stamp.At,
            IssuedBy = issuedBy,
        };
        certificate.Changed(stamp, "IntygIssued");
        return certificate;
    }

    public Guid PlacementId { get; private set; }
    public Verksamhetsgren Gren { get; private set; }
    public bool IsProtected { get; private set; }
    public CertificateText Text { get; private set; } = null!;
    public DateTime IssuedAt { get; private set; }

    /// <summary>The name of the member of staff who wrote it.</summary>
    public string IssuedBy { get; private set; } = "";

    public static bool IsFor(PlacementStatus status) => status is PlacementStatus.Ended or PlacementStatus.Interrupted;

    internal void Protect(bool on, Stamp stamp)
    {
        IsProtected = on;
        Changed(stamp, on ? "Protected" : "ProtectionLifted");
    }

    /// <exception cref="RuleBreachException">The time is not over.</exception>
    internal static void EnsureFor(Placement placement, Stamp stamp) =>
        RuleBreachException.When(!IsFor(placement.StatusAt(stamp.At)), Rule.NotAllowedInStatus);
}

public sealed record CertificateText
{
    /// <summary>First and last name.</summary>
    public required string PersonName { get; init; }

    /// <summary>«praktik», see <see cref="Law.Forms.FormRow.OnCertificate"/>.</summary>
    public required string What { get; init; }

    public required string Title { get; init; }
    public required string Employer { get; init; }
    public required string Workplace { get; init; }
    public required string City { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>Percent of full time, 1–100.</summary>
    public required int ExtentPercent { get; init; }

    public required string Tasks { get; init; }

    /// <summary>What the coordinator added; null when nothing.</summary>
    public string? Words { get; init; }

    /// <summary>«Kim Berg har haft praktik hos Butiken, Lindköping, från och med …»</summary>
    public string Sentence => $"{PersonName} har haft {What} hos {Place}, från och med {From.Written()} till och med {To.Written()}.";

    public string Place => Workplace == Employer ? $"{Workplace}, {City}" : $"{Workplace}, {Employer}, {City}";
}
