using EnVagUt.Core.Parties.Users;
using Xunit;

namespace EnVagUt.Tests.Core.Users;

public class TotpTests
{
    // RFC 6238 appendix B, SHA1, last six of the eight digits; the secret is "12345678901234567890" in base 32.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    public void The_code_is_the_one_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.Code("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", DateTime.UnixEpoch.AddSeconds(seconds)));
}
