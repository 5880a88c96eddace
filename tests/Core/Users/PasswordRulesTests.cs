using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Users;
using Xunit;

namespace EnVagUt.Tests.Core.Users;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("elva tecken", Rule.PasswordTooShort)]
    [InlineData("Sommar2026!!", Rule.PasswordCommon)]
    [InlineData("L0senord1234", Rule.PasswordCommon)]
    [InlineData("LÖSENORD 2026", Rule.PasswordCommon)]
    [InlineData("hejhejhejhej", Rule.PasswordCommon)]
    [InlineData("aaaaaaaaaaaa", Rule.PasswordCommon)]
    [InlineData("121212121212", Rule.PasswordCommon)]
    [InlineData("qwertyuiop12", Rule.PasswordCommon)]
    [InlineData("P@ssw0rd!!!!", Rule.PasswordCommon)]
    [InlineData("välkommenhem", Rule.PasswordCommon)]
    [InlineData("EnVagUt-kvist-tegel", Rule.PasswordPersonal)]
    [InlineData("kvist-disponent-tegel", Rule.PasswordPersonal)]
    [InlineData("tegel Exempelby kvist", Rule.PasswordPersonal)]
    public void A_password_that_can_be_guessed_is_refused(string password, Rule rule) =>
        Assert.Equal(rule, PasswordRules.Refusal(password, "disponent@exempel.se", "Exempelbys kommun"));

    [Theory]
    [InlineData("kvist tegel mossa")]
    [InlineData("gurkburk på hyllan")]
    [InlineData("9274 1038 5567")]
    [InlineData("vfkw jzrm xuht")]
    [InlineData("alllowercasewithoutsigns")]
    public void A_long_password_needs_no_capitals_digits_or_signs(string password) =>
        Assert.Null(PasswordRules.Refusal(password, "disponent@exempel.se", "Exempelbys kommun"));

    [Fact]
    public void A_password_has_at_most_128_characters()
    {
        var words = string.Concat(Enumerable.Range(0, 50).Select(i => $"ord{i * 37}"));
        Assert.Null(PasswordRules.Refusal(words[..128]));
        Assert.Equal(Rule.PasswordTooLong, PasswordRules.Refusal(words[..129]));
    }
}
