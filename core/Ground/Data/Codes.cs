namespace EnVagUt.Core.Ground.Data;

/// <summary>
/// Codes that people type, a unit's or a contract's. Those that differ only in case are one code on both databases: it is
/// shown as it was first written, and looked up by its key.
/// </summary>
public static class Codes
{
    public static readonly StringComparer Same = StringComparer.OrdinalIgnoreCase;

    /// <summary>Equal for codes that are the same; the unique index stands on it.</summary>
    public static string Key(string code) => code.ToUpperInvariant();
}
