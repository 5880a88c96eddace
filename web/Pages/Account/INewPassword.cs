using EnVagUt.Core.Ground.Rules;

namespace EnVagUt.Web.Pages.Account;

/// <summary>A form in which a password is chosen: twice, as nobody sees what is typed.</summary>
public interface INewPassword
{
    /// <summary>More than the longest password allowed, so that it is the rule that says what is wrong.</summary>
    const int MostTyped = 500;

    string? Password { get; }
    string? Repeat { get; }
}

internal static class NewPasswordForms
{
    public static void EnsureEqual(this INewPassword form) =>
        RuleBreachException.When(form.Password != form.Repeat, Rule.PasswordsDiffer, nameof(form.Repeat));
}
