using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Parties.Users;

/// <summary>Writes the letters about accounts into the caller's save, with the links they carry.</summary>
public sealed class AccountLetters(AppDb db, LoginTokens tokens, Letters letters, PortalAddress address, TimeProvider clock)
{
    public const string ConfirmLetter = "bekrafta-epost";
    public const string NewPasswordLetter = "nytt-losenord";
    public const string ColleagueLetter = "inbjudan-kollega";

    // Nobody's letter box is filled by somebody who keeps pressing the button.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    public void Confirm(User user) => WriteLink(ConfirmLetter, AccountPaths.Confirm, user, LoginPurpose.ConfirmEmail, new()
    {
        ["giltig_till"] = Written(clock.UtcNow() + LoginToken.Lifetime(LoginPurpose.ConfirmEmail)),
    });

    public void NewPassword(User user) => WriteLink(NewPasswordLetter, AccountPaths.NewPassword, user, LoginPurpose.NewPassword, []);

    public void PasswordChanged(User user) => Write("losenord-andrat", user, Guid.CreateVersion7(), new()
    {
        ["nar"] = Written(clock.UtcNow()),
        ["lank_glomt"] = address.Link(AccountPaths.Forgotten),
    });

    public void Invitation(User user) => WriteLink("inbjudan-medarbetare", AccountPaths.Invitation, user, LoginPurpose.Invitation, new()
    {
        ["giltig_till"] = Written(clock.UtcNow() + LoginToken.Lifetime(LoginPurpose.Invitation)),
    });

    public void ColleagueInvitation(User user, ColleagueInvitation invitation, string employer) =>
        WriteLink(ColleagueLetter, AccountPaths.Invitation, user, LoginPurpose.ColleagueInvitation, new()
        {
            ["arbetsgivare"] = employer,
            ["giltig_till"] = Written(clock.UtcNow() + LoginToken.Lifetime(LoginPurpose.ColleagueInvitation)),
        }, invitation.Id);

    public void SecondFactorOff(User user) => Write("tvastegs-av", user, Guid.CreateVersion7(), new()
    {
        ["nar"] = Written(clock.UtcNow()),
        ["lank_glomt"] = address.Link(AccountPaths.Forgotten),
    });

    /// <summary>At most one a day to the same account.</summary>
    public async Task AccountExistsAsync(User user, CancellationToken ct)
    {
        var key = $"konto-finns/{user.Id:N}/{clock.Today():yyyy-MM-dd}";
        if (!await db.Mail.AnyAsync(m => m.Key == key, ct))
            letters.Write("konto-finns", key, user.Email!, clock.UtcNow(), new Dictionary<string, string>
            {
                ["lank_logga_in"] = address.Link(AccountPaths.SignIn),
                ["lank_glomt"] = address.Link(AccountPaths.Forgotten),
            });
    }

    /// <summary>Whether a link of this kind went out so lately that another would only be a nuisance.</summary>
    public Task<bool> JustSentAsync(User user, LoginPurpose purpose, CancellationToken ct)
    {
        var since = clock.UtcNow() - Pause;
        return db.LoginTokens.AnyAsync(t => t.UserId == user.Id && t.Purpose == purpose && t.CreatedAt > since, ct);
    }

    private void WriteLink(string template, string path, User user, LoginPurpose purpose, Dictionary<string, string> values, Guid? subjectId = null)
    {
        var secret = tokens.Issue(user.Id, purpose, subjectId);
        values["lank"] = address.Link($"{path}?nyckel={secret}");
        Write(template, user, Guid.CreateVersion7(), values);
    }

    private void Write(string template, User user, Guid letter, Dictionary<string, string> values) =>
        letters.Write(template, $"{template}/{letter:N}", user.Email!, clock.UtcNow(), values);

    private static string Written(DateTime utc) => $"{utc.StockholmDate().Written()} klockan {utc.ToStockholm():HH.mm}";
}
