using EnVagUt.Core.Ground.Access;

namespace EnVagUt.Core.Accounts.Reports;

/// <summary>Who answers for what in the reports. Read from the configuration section «Reports».</summary>
public sealed record ReportSettings
{
    public const string Section = "Reports";

    /// <summary>
    /// Code in the organisation tree of the unit that runs the portal. Its nämnd also reports the places of employers
    /// outside the municipality. Without it the unit is found by the municipality's AmeName.
    /// </summary>
    public string? AmeUnitCode { get; init; }

    /// <summary>Codes of the units that answer for the participants of a gren; AME's where none is given.</summary>
    public IReadOnlyDictionary<Verksamhetsgren, string> ResponsibleUnits { get; init; } = new Dictionary<Verksamhetsgren, string>();
}
