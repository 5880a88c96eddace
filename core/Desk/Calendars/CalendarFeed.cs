using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Parties.Users;

namespace EnVagUt.Core.Desk.Calendars;

/// <summary>
/// The address at which a calendar fetches its owner's days, without signing in. Only the hash of its secret is kept; it
/// works until the owner changes or closes it (docs/beslut/0010; it has no end, for a calendar asks for years).
/// </summary>
public sealed class CalendarFeed : Root
{
    private CalendarFeed() { }

    public Guid UserId { get; private set; }
    public string Hash { get; private set; } = "";
    public DateTime CreatedAt { get; private set; }
    public DateTime? RevokedAt { get; private set; }

    /// <summary>The last Stockholm day on which a calendar asked: tells the owner whether it works, or that somebody else has it.</summary>
    public DateOnly? LastFetchedOn { get; private set; }

    /// <summary>A row to save and the secret to show; the secret exists nowhere else.</summary>
    internal static (CalendarFeed Row, string Secret) Open(Guid userId, Stamp stamp)
    {
        var secret = LinkSecret.New();
        var row = new CalendarFeed { UserId = userId, Hash = LinkSecret.HashOf(secret), CreatedAt = stamp.At };
        row.Changed(stamp, "Opened");
        return (row, secret);
    }

    internal void Revoke(Stamp stamp)
    {
        RevokedAt = stamp.At;
        Changed(stamp, "Revoked");
    }
}
