namespace EnVagUt.Core.Settings;

/// <summary>Whose portal this is (decisions 1). Read from the configuration section «Municipality».</summary>
public sealed record Municipality
{
    public const string Section = "Municipality";

    /// <summary>«Lindköpings kommun».</summary>
    public string Name { get; init; } = "Kommunen";

    /// <summary>The number that all units of the municipality share as employers: «212000-9994».</summary>
    public string OrgNumber { get; init; } = "";

    /// <summary>The unit that answers: «Arbetsmarknadsenheten».</summary>
    public string AmeName { get; init; } = "Arbetsmarknadsenheten";

    /// <summary>The unit's inbox: notices of questions and registrations go there.</summary>
    public string AmeEmail { get; init; } = "";

    public string AmePhone { get; init; } = "";

    /// <summary>«Arbetsmarknadsenheten, telefon 0123-45 67 89», as letters write it.</summary>
    public string Contact => AmePhone.Length > 0 ? $"{AmeName}, telefon {AmePhone}" : AmeName;
}
