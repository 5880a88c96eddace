using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;

namespace EnVagUt.Core.Parties.Employers;

/// <summary>
/// A company, an association or a unit of the municipality that takes people on. The municipality's units share one
/// organisationsnummer and are told apart by their unit (docs/model.md, Employers).
/// </summary>
public sealed class Employer : Root
{
    private readonly List<Workplace> _workplaces = [];

    private Employer() { }

    public static Employer Register(EmployerDetails details, OrgNumber number, Guid? unitId, Stamp stamp)
    {
        var employer = new Employer
        {
            OrgNumberDigits = number.Digits,
            UnitId = unitId,
            UniqueKey = KeyFor(number, unitId),
            RegisteredAt = stamp.At,
        };
        employer.Set(details);
        employer.Changed(stamp, "Registered");
        return employer;
    }

    public string OrgNumberDigits { get; private set; } = "";
    public OrgNumber Number => OrgNumber.Stored(OrgNumberDigits);
    public Guid? UnitId { get; private set; }

    /// <summary>Organisationsnummer, and the unit of the municipality's own: unique on both databases, which disagree on null in an index.</summary>
    public string UniqueKey { get; private set; } = "";

    public string Name { get; private set; } = "";
    public Sector Sector { get; private set; }
    public Branch Branch { get; private set; }
    public SizeClass Size { get; private set; }
    public string SortKey { get; private set; } = "";

    public DateTime RegisteredAt { get; private set; }
    public DateTime? DecidedAt { get; private set; }
    public Guid? DecidedBy { get; private set; }
    public EmployerStatus Status { get; private set; }

    /// <summary>Why AME said no, as it was told to the employer.</summary>
    public string? RejectedBecause { get; private set; }

    public IReadOnlyList<Workplace> Workplaces => _workplaces;

    public static string KeyFor(OrgNumber number, Guid? unitId) =>
        unitId is { } unit ? $"{number.Digits}/{unit:N}" : number.Digits;

    /// <summary>Godkänn: AME vouches that this employer may offer places.</summary>
    public void Approve(Stamp stamp)
    {
        RuleBreachException.When(Status == EmployerStatus.Approved, Rule.EmployerAlreadyDecided);
        RejectedBecause = null;
        Decide(EmployerStatus.Approved, stamp);
    }

    public void Reject(string because, Stamp stamp)
    {
        RuleBreachException.When(Status != EmployerStatus.Pending, Rule.EmployerAlreadyDecided);
        RuleBreachException.When(string.IsNullOrWhiteSpace(because), Rule.Required, "Because");
        RejectedBecause = because.Trim();
        Decide(EmployerStatus.Rejected, stamp);
    }

    public void Describe(EmployerDetails details, Stamp stamp)
    {
        Set(details);
        Changed(stamp, "Described");
    }

    public Workplace AddWorkplace(WorkplaceDetails details, Stamp stamp)
    {
        // Whoever comes to a school or förskola shows an extract; the card can say that the law is not about this workplace.
        if (Branch == Branch.Education && !details.ExtractRequired)
            details = details with { ExtractRequired = true, ExtractLegalBasis = "Skollagen 2 kap. 31 §" };
        var workplace = Workplace.Create(this, details, stamp);
        _workplaces.Add(workplace);
        return workplace;
    }

    private void Decide(EmployerStatus status, Stamp stamp)
    {
        (Status, DecidedAt, DecidedBy) = (status, stamp.At, stamp.UserId);
        Changed(stamp, status.ToString());
    }

    private void Set(EmployerDetails d)
    {
        PlainName.Ensure(d.Name, nameof(d.Name));
        (Name, Sector, Branch, Size) = (d.Name.Trim(), d.Sector, d.Branch, d.Size);
        SortKey = Folding.SortKey(Name, Id);
    }
}

public sealed record EmployerDetails
{
    public required string Name { get; init; }
    public required Sector Sector { get; init; }
    public required Branch Branch { get; init; }
    public required SizeClass Size { get; init; }
}
