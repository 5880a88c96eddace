using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;

namespace EnVagUt.Core.Parties.Users;

public enum LoginPurpose { ConfirmEmail, NewPassword, Invitation, ColleagueInvitation }

/// <summary>
/// The other half of a link in a letter: single-purpose, single-use, with an end. Only the hash is kept, so the table
/// cannot be used to sign in (docs/model.md, Links and addresses).
/// </summary>
public sealed class LoginToken : Entity
{
    private LoginToken() { }

    public Guid UserId { get; private set; }
    public LoginPurpose Purpose { get; private set; }

    /// <summary>What the link is about when it is more than the account: a colleague's invitation.</summary>
    public Guid? SubjectId { get; private set; }

    public string Hash { get; private set; } = "";
    public DateTime CreatedAt { get; private set; }
    public DateTime ExpiresAt { get; private set; }
    public DateTime? UsedAt { get; private set; }

    /// <summary>A row to save and the secret to send; the secret exists nowhere else.</summary>
    public static (LoginToken Row, string Secret) Create(Guid userId, LoginPurpose purpose, DateTime now, Guid? subjectId = null)
    {
        var secret = LinkSecret.New();
        var row = new LoginToken
        {
            UserId = userId,
            Purpose = purpose,
            SubjectId = subjectId,
            Hash = LinkSecret.HashOf(secret),
            CreatedAt = now,
            ExpiresAt = now + Lifetime(purpose),
        };
        return (row, secret);
    }

    public static TimeSpan Lifetime(LoginPurpose purpose) => purpose switch
    {
        LoginPurpose.ConfirmEmail => TimeSpan.FromHours(72),
        LoginPurpose.NewPassword => TimeSpan.FromHours(1),
        LoginPurpose.Invitation or LoginPurpose.ColleagueInvitation => TimeSpan.FromDays(7),
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, null),
    };

    public bool IsLive(DateTime now) => UsedAt is null && now < ExpiresAt;

    public void Use(DateTime now)
    {
        RuleBreachException.When(!IsLive(now), Rule.LinkNotValid);
        UsedAt = now;
    }
}
