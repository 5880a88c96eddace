using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace EnVagUt.Core.Parties.Users;

/// <summary>What stands after «nyckel=» in a link: drawn by lot, sent once, kept only as its hash (docs/model.md, Links and addresses).</summary>
public static class LinkSecret
{
    /// <summary>Longer than any that was ever sent.</summary>
    private const int Longest = 100;

    private const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>By what the row of a link is found.</summary>
    /// <returns>Null for what no link ever held: it need not be looked up.</returns>
    public static string? KeyOf(string? secret) => string.IsNullOrEmpty(secret) || secret.Length > Longest ? null : HashOf(secret);

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
