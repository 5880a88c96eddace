using EnVagUt.Core.Ground.Data;
using Microsoft.AspNetCore.Identity;

namespace EnVagUt.Core.Parties.Users;

/// <summary>Identity's own throws for signs that normalising does not take, which anybody can type when signing in.</summary>
internal sealed class LookupNames : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name is null ? null : CleanText.Of(name).Normalize().ToUpperInvariant();

    public string? NormalizeEmail(string? email) => NormalizeName(email);
}
