using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Users;

namespace EnVagUt.Core.Cases.Agreements;

/// <summary>
/// The other half of a personal link, by which one party approves one agreement without an account. Only the hash is kept.
/// It is bound to the version that was sent: a change, another link or an approval given otherwise makes it useless.
/// </summary>
public sealed class ApprovalLink : Entity
{
    /// <summary>How long a link is good for (docs/vardag.md, Promises).</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    private ApprovalLink() { }

    public Guid AgreementId { get; private set; }
    public Approver Approver { get; private set; }

    /// <summary>The agreement's <see cref="Root.Version"/> when the link was sent.</summary>
    public Guid AgreementVersion { get; private set; }

    public string Hash { get; private set; } = "";
    public DateTime CreatedAt { get; private set; }
    public DateTime ExpiresAt { get; private set; }
    public DateTime? UsedAt { get; private set; }

    /// <summary>A row to save and the secret to send; the secret exists nowhere else.</summary>
    internal static (ApprovalLink Row, string Secret) Create(Agreement agreement, Approver approver, DateTime now)
    {
        var secret = LinkSecret.New();
        var row = new ApprovalLink
        {
            AgreementId = agreement.Id,
            Approver = approver,
            AgreementVersion = agreement.Version,
            Hash = LinkSecret.HashOf(secret),
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
        };
        return (row, secret);
    }

    internal bool IsLive(Guid agreementVersion, DateTime now) => UsedAt is null && now < ExpiresAt && agreementVersion == AgreementVersion;

    internal void Use(DateTime now) => UsedAt = now;
}
