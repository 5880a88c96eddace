using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace EnVagUt.Core.Parties.Users;

/// <summary>The six digits an authenticator app would show (RFC 6238), for the demo logins and the tests.</summary>
public static class Totp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The secret of every staff login in the demo municipality, which is refused outside Development.</summary>
    public const string DemoSecret = "ENVAGUTENVAGINDEMOKOMMUN23456722";

    public static string Code(string base32Secret, DateTime utc)
    {
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, (long)(utc - DateTime.UnixEpoch).TotalSeconds / 30);
#pragma warning disable CA5350 // the algorithm that every authenticator app speaks
        var hash = HMACSHA1.HashData(Decode(base32Secret), step);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xf;
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(offset)) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string secret)
    {
        var bytes = new List<byte>();
        var (bits, held) = (0, 0);
        foreach (var sign in secret.ToUpperInvariant().Where(c => Base32.Contains(c, StringComparison.Ordinal)))
        {
            bits = ((bits << 5) | Base32.IndexOf(sign, StringComparison.Ordinal)) & 0xfff;
            held += 5;
            if (held < 8)
                continue;
            held -= 8;
            bytes.Add((byte)(bits >> held));
        }
        return [.. bytes];
    }
}
