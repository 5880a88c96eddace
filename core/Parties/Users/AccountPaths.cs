
namespace EnVagUt.Core.Parties.Users;

/// <summary>Addresses that letters and redirects name; each is the route of a page.</summary>
public static class AccountPaths
{
    public const string SignIn = "/konto/logga-in";
    public const string Confirm = "/konto/bekrafta";
    public const string Forgotten = "/konto/glomt-losenord";
    public const string NewPassword = "/konto/nytt-losenord";
    public const string Invitation = "/konto/inbjudan";
    public const string SecondFactor = "/konto/tvastegs";
}
