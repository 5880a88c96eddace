using System.ComponentModel.DataAnnotations;

namespace EnVagUt.Core.Ground.Access;

/// <summary>What a person may do here (docs/beslut/0006). A person may hold several, each for its own gren, unit or employer.</summary>
public enum Role
{
    /// <summary>Arbetsgivare, administratör: offers places, answers requests, invites colleagues.</summary>
    [Display(Name = "Administratör hos arbetsgivare")] EmployerAdmin,
    /// <summary>Arbetsgivare, handledare: answers for the placements at the employer's workplaces.</summary>
    [Display(Name = "Handledare")] EmployerSupervisor,
    /// <summary>Arbetsgivare, läsare.</summary>
    [Display(Name = "Läsare")] EmployerReader,
    /// <summary>Samordnare at AME.</summary>
    [Display(Name = "Samordnare")] Coordinator,
    /// <summary>Arbetskonsulent or jobbcoach at AME.</summary>
    [Display(Name = "Arbetskonsulent")] Consultant,
    /// <summary>Företagskontakt: employers and contacts, never persons.</summary>
    [Display(Name = "Företagskontakt")] BusinessContact,
    /// <summary>Remittent: the status of own referrals.</summary>
    [Display(Name = "Remittent")] Referrer,
    /// <summary>Skolans samordnare.</summary>
    [Display(Name = "Skolans samordnare")] SchoolCoordinator,
    /// <summary>Upphandlare: contracts until award.</summary>
    [Display(Name = "Upphandlare")] Procurer,
    /// <summary>Avtalsansvarig: contracts after award.</summary>
    [Display(Name = "Avtalsansvarig")] ContractManager,
    /// <summary>Rapportläsare.</summary>
    [Display(Name = "Rapportläsare")] ReportReader,
    /// <summary>Enhetschef at AME.</summary>
    [Display(Name = "Enhetschef")] UnitManager,
    /// <summary>Administratör of the portal.</summary>
    [Display(Name = "Administratör")] Administrator,
}

public static class Roles
{
    public static readonly IReadOnlySet<Role> Employer = new HashSet<Role> { Role.EmployerAdmin, Role.EmployerSupervisor, Role.EmployerReader };

    /// <summary>AME's staff who meet persons and answer for their cases.</summary>
    public static readonly Role[] CaseWorkers = [Role.Coordinator, Role.Consultant, Role.UnitManager];

    /// <summary>Everybody who is not an employer is staff and must use a second factor.</summary>
    public static bool IsStaff(this Role role) => !Employer.Contains(role);

    /// <summary>Roles that meet persons are granted for one verksamhetsgren at a time.</summary>
    public static bool MeetsPersons(this Role role) =>
        role is Role.Coordinator or Role.Consultant or Role.Referrer or Role.SchoolCoordinator or Role.UnitManager;
}
