using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.RegularExpressions;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;

namespace EnVagUt.Core.Post.Mail;

public enum MailState
{
    [Display(Name = "I kö")] Queued,
    [Display(Name = "Skickas")] Sending,
    [Display(Name = "Skickat")] Sent,
    [Display(Name = "Gick inte att skicka")] Dead,
    [Display(Name = "Stoppat")] Stopped,
    /// <summary>The receiver has no e-mail: somebody calls or sends a paper instead (docs/vardag.md, By hand).</summary>
    [Display(Name = "Saknar e-post, ring")] NoAddress,
    /// <summary>It had no address, and somebody has called, posted it or found that it was not needed: see <see cref="ByHandWay"/>.</summary>
    [Display(Name = "Hanterat för hand")] ByHand,
}

/// <summary>What was done instead of sending an e-mail.</summary>
public enum ByHandWay
{
    [Display(Name = "Ringt")] Phoned,
    [Display(Name = "Skickat med post")] Posted,
    [Display(Name = "Behövdes inte")] NotNeeded,
}

/// <summary>
/// A letter waiting to leave. Written in the same save as what it tells about; the outbox job sends it later, at least
/// once, with a Message-ID made of the row's id, so that a receiver can tell a repeat.
/// </summary>
public sealed partial class OutgoingMail : Entity
{
    /// <summary>The states in which a letter can still be stopped.</summary>
    public static readonly MailState[] Stoppable = [MailState.Queued, MailState.Sending, MailState.NoAddress];

    /// <summary>How the keys of reminders and of their daily digests begin.</summary>
    public const string ReminderKey = "paminnelse";

    private OutgoingMail() { }

    /// <param name="key">Business key, unique: writing the same letter twice is refused by the database.</param>
    public OutgoingMail(string key, string template, string to, string subject, string text, string html, DateTime createdAt,
        Guid? caseId = null, Guid? documentId = null)
    {
        Key = key;
        Template = template;
        To = to;
        Subject = subject;
        Text = text;
        Html = html;
        CreatedAt = createdAt;
        NextAttemptAt = createdAt;
        CaseId = caseId;
        DocumentId = documentId;
        SortKey = string.Create(CultureInfo.InvariantCulture, $"{DateTime.MaxValue.Ticks - createdAt.Ticks:D19}{long.MaxValue - Seq:D19}{Id:N}");
        State = to.Length == 0 ? MailState.NoAddress : MailState.Queued;
    }

    public string Key { get; private set; } = "";
    public string Template { get; private set; } = "";
    public string To { get; private set; } = "";
    public string Subject { get; private set; } = "";
    public string Text { get; private set; } = "";
    public string Html { get; private set; } = "";
    public DateTime CreatedAt { get; private set; }

    /// <summary>Written by a reminder, which is asked once more before it leaves.</summary>
    public bool IsReminder => Key.StartsWith(ReminderKey, StringComparison.Ordinal);

    /// <summary>The offer, placement, question … that the letter is about.</summary>
    public Guid? CaseId { get; private set; }

    /// <summary>A frozen document sent with it.</summary>
    public Guid? DocumentId { get; private set; }

    public MailState State { get; private set; }
    public int Attempts { get; private set; }
    public DateTime NextAttemptAt { get; private set; }
    public DateTime? LeaseUntil { get; private set; }
    public DateTime? SentAt { get; private set; }

    /// <summary>When somebody took care of a letter without address, who, and how.</summary>
    public DateTime? HandledAt { get; private set; }
    public Guid? HandledBy { get; private set; }
    public ByHandWay? HandledHow { get; private set; }

    public DateTime? StoppedAt { get; private set; }

    /// <summary>The server's last answer, without addresses.</summary>
    public string? LastError { get; private set; }

    /// <summary>The newest first.</summary>
    public string SortKey { get; private set; } = "";

    /// <summary>
    /// A link's query may hold a key that opens an account: nobody reads it on a page, and it does not stay in the row
    /// when the letter has left.
    /// </summary>
    public static string WithoutKeys(string text) => LinkQuery().Replace(text, "$1?…");

    /// <summary>An administrator sends a dead letter once more: as many tries again.</summary>
    public void SendAgain(DateTime now)
    {
        RuleBreachException.When(State != MailState.Dead, Rule.NotAllowedInStatus);
        State = MailState.Queued;
        Attempts = 0;
        NextAttemptAt = now;
    }

    /// <summary>Somebody has called, or sent it on paper. A key in it opens nothing for whoever reads the row afterwards.</summary>
    public void Handle(ByHandWay how, Stamp stamp)
    {
        RuleBreachException.When(State != MailState.NoAddress, Rule.LetterHandled);
        (State, HandledHow, HandledBy, HandledAt) = (MailState.ByHand, how, stamp.UserId, stamp.At);
        (Text, Html) = (WithoutKeys(Text), WithoutKeys(Html));
    }

    /// <summary>
    /// The case no longer wants it. A letter that a server has claimed may not have begun, and then does not; if it has
    /// left, the outbox writes so afterwards.
    /// </summary>
    public void Stop(DateTime now)
    {
        if (Stoppable.Contains(State))
            (State, StoppedAt) = (MailState.Stopped, now);
    }

    [GeneratedRegex(@"(https?://[^\s<>""?]+)\?[^\s<>""]*")]
    private static partial Regex LinkQuery();
}
