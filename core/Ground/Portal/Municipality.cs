
namespace EnVagUt.Core.Ground.Portal;

/// <summary>Whose portal this is (docs/model.md, One municipality). Read from the configuration section «Municipality».</summary>
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

    /// <summary>SCB's code of the municipality itself: the home municipality that most participants have.</summary>
    public string HomeCode { get; init; } = "";

    /// <summary>Names of the home municipalities that are met with, by code: they stand first where one is chosen.</summary>
    public IReadOnlyDictionary<string, string> HomeNames { get; init; } = new Dictionary<string, string>();

    /// <summary>«Arbetsmarknadsenheten, telefon 0123-45 67 89», as letters write it.</summary>
    public string Contact => ContactOf(null);

    /// <summary>«Kim Berg, Arbetsmarknadsenheten, telefon 0123-45 67 89»: the one who has the case, when somebody has.</summary>
    public string ContactOf(string? name) => (name is null ? "" : $"{name}, ") + (AmePhone.Length > 0 ? $"{AmeName}, telefon {AmePhone}" : AmeName);
}
