using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;

namespace EnVagUt.Web.Parts;

/// <summary>All versions of a placement's agreement that the reader may see, and which of them is shown; drawn by _AgreementVersions.cshtml.</summary>
/// <param name="Path">The page that shows one of them: «?nummer=1» is added.</param>
/// <param name="All">The newest first.</param>
/// <param name="Number">The one that was asked for; null when none was.</param>
public sealed record AgreementVersions(string Path, IReadOnlyList<AgreementView> All, int? Number)
{
    /// <summary>What counts now: under way, or else the latest that was not annulled.</summary>
    public AgreementView? Current => All.FirstOrDefault(a => a.Status != AgreementStatus.Voided) ?? (All.Count > 0 ? All[0] : null);

    public AgreementView? Shown => Number is { } number ? All.FirstOrDefault(a => a.Number == number) : Current;

    /// <summary>Another one counts now.</summary>
    public bool IsOlder => Shown is not null && Shown.Id != Current!.Id;

    public bool IsUnderWay => Current?.Status is AgreementStatus.Draft or AgreementStatus.Sent;

    /// <summary>«nummer=1» for the links to the shown version's print and file; empty for the one that counts.</summary>
    public string Query => IsOlder ? $"?nummer={Shown!.Number}" : "";

    /// <summary>«ändrade mål, anpassningar eller introduktion» since the version that held before; empty for a first one.</summary>
    public string Changes => Shown is { } shown && All.FirstOrDefault(a => a.Number < shown.Number && a.Status == AgreementStatus.Concluded) is { } before
        ? string.Join("; ", AgreementDifferences.Between(before.Terms, shown.Terms).Select(c => c.Label().ToLower(SwedishTime.Culture)))
        : "";
}
