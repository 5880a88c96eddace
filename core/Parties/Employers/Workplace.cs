using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;

namespace EnVagUt.Core.Parties.Employers;

/// <summary>Where somebody works: an address with a contact, supervisors and a ceiling that all forms share (docs/model.md, Slots and claims).</summary>
public sealed class Workplace : Root
{
    private readonly List<Supervisor> _supervisors = [];

    private Workplace() { }

    internal static Workplace Create(Employer employer, WorkplaceDetails details, Stamp stamp)
    {
        var workplace = new Workplace { EmployerId = employer.Id };
        workplace.Set(details);
        workplace.Changed(stamp, "Created");
        return workplace;
    }

    public Guid EmployerId { get; private set; }
    public string Name { get; private set; } = "";
    public string StreetAddress { get; private set; } = "";
    public string PostalCode { get; private set; } = "";
    public string City { get; private set; } = "";

    /// <summary>Part of town, by which coordinators search: «Centrum».</summary>
    public string? Area { get; private set; }

    public string ContactName { get; private set; } = "";
    public string ContactEmail { get; private set; } = "";
    public string? ContactPhone { get; private set; }

    public int Employees { get; private set; }
    public bool CollectiveAgreement { get; private set; }
    public bool LiabilityInsurance { get; private set; }
    public string? UnionContact { get; private set; }

    /// <summary>Utdrag ur belastningsregistret must be shown before start; only «uppvisat» is ever noted (skollagen 2:32).</summary>
    public bool ExtractRequired { get; private set; }

    /// <summary>The paragraph that demands it.</summary>
    public string? ExtractLegalBasis { get; private set; }

    /// <summary>Closed ISO weeks of every year, «28-31»; null when open all year.</summary>
    public ClosedWeeks? ClosedWeeks { get; private set; }

    /// <summary>Asked once on the workplace's card, printed on every first-day sheet.</summary>
    public FirstDayAnswers FirstDay { get; private set; } = FirstDayAnswers.Unknown;

    /// <summary>Most people at one time over all forms; null means the default <see cref="DefaultCeiling"/>.</summary>
    public int? Ceiling { get; private set; }

    public bool CeilingIsHard { get; private set; }

    /// <summary>Renewed by whatever changes load, so that two bookings cannot both pass the ceiling (docs/model.md, Races).</summary>
    public Guid BookingVersion { get; private set; } = Guid.CreateVersion7();

    public IReadOnlyList<Supervisor> Supervisors => _supervisors;

    public int EffectiveCeiling => Ceiling ?? DefaultCeiling(Employees);

    /// <summary>One in five of the employees, at least one (docs/model.md, Slots and claims).</summary>
    public static int DefaultCeiling(int employees) => Math.Max(1, employees / 5);

    public void Describe(WorkplaceDetails details, Stamp stamp)
    {
        Set(details);
        LoadChanged();
        Changed(stamp, "Described");
    }

    public void SetCeiling(int? ceiling, bool hard, Stamp stamp)
    {
        RuleBreachException.When(ceiling < 1, Rule.CeilingTooLow, nameof(Ceiling));
        (Ceiling, CeilingIsHard) = (ceiling, hard);
        LoadChanged();
        Changed(stamp, "CeilingSet", nameof(Ceiling));
    }

    /// <summary>Practical: it renews no booking and voids no agreement. The same answers again change nothing.</summary>
    public void TellFirstDay(FirstDayAnswers firstDay, Stamp stamp)
    {
        if (firstDay.Trimmed() is var told && told == FirstDay)
            return;
        FirstDay = told;
        Changed(stamp, "FirstDayTold");
    }

    public Supervisor AddSupervisor(SupervisorDetails details, Stamp stamp)
    {
        var supervisor = new Supervisor(this, details);
        _supervisors.Add(supervisor);
        Changed(stamp, "SupervisorAdded");
        return supervisor;
    }

    /// <exception cref="NotFoundException">The supervisor is not this workplace's.</exception>
    public void DescribeSupervisor(Guid supervisorId, SupervisorDetails details, Stamp stamp)
    {
        Find(supervisorId).Describe(details);
        Changed(stamp, "SupervisorDescribed");
    }

    public void SetSupervisorActive(Guid supervisorId, bool active, Stamp stamp)
    {
        Find(supervisorId).SetActive(active, stamp.At);
        Changed(stamp, active ? "SupervisorBack" : "SupervisorLeft");
    }

    public void LoadChanged() => BookingVersion = Guid.CreateVersion7();

    private Supervisor Find(Guid supervisorId) =>
        _supervisors.Find(s => s.Id == supervisorId) ?? throw new NotFoundException(nameof(Supervisor));

    private void Set(WorkplaceDetails d)
    {
        RuleBreachException.When(d.ExtractRequired && string.IsNullOrWhiteSpace(d.ExtractLegalBasis), Rule.ExtractNeedsLegalBasis, nameof(d.ExtractLegalBasis));
        PlainName.Ensure(d.Name, nameof(d.Name));
        PlainName.Ensure(d.ContactName, nameof(d.ContactName));
        (Name, StreetAddress, PostalCode, City, Area) = (d.Name.Trim(), d.StreetAddress, d.PostalCode, d.City, d.Area);
        (ContactName, ContactEmail, ContactPhone) = (d.ContactName, d.ContactEmail, d.ContactPhone);
        (Employees, CollectiveAgreement, LiabilityInsurance, UnionContact) = (d.Employees, d.CollectiveAgreement, d.LiabilityInsurance, d.UnionContact);
        (ExtractRequired, ExtractLegalBasis) = (d.ExtractRequired, d.ExtractRequired ? d.ExtractLegalBasis?.Trim() : null);
        ClosedWeeks = d.ClosedWeeks;
    }
}

public sealed record WorkplaceDetails
{
    public required string Name { get; init; }
    public required string StreetAddress { get; init; }
    public required string PostalCode { get; init; }
    public required string City { get; init; }
    public string? Area { get; init; }
    public required string ContactName { get; init; }

    /// <summary>«» when the workplace has no e-mail: its letters wait as calls to make.</summary>
    public required string ContactEmail { get; init; }
    public string? ContactPhone { get; init; }
    public required int Employees { get; init; }
    public bool CollectiveAgreement { get; init; }
    public bool LiabilityInsurance { get; init; }
    public string? UnionContact { get; init; }
    public bool ExtractRequired { get; init; }
    public string? ExtractLegalBasis { get; init; }
    public ClosedWeeks? ClosedWeeks { get; init; }
}
