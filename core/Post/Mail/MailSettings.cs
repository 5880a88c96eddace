
namespace EnVagUt.Core.Post.Mail;

/// <summary>The settings under «Mail».</summary>
public sealed class MailSettings
{
    /// <summary>
    /// How long a server that has claimed letters is believed to be alive. Longer than a connection may take over one letter:
    /// a claim is renewed before a letter begins, not while it is on its way.
    /// </summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Letters of one kind that an outsider may cause to be sent to one address in a day and night.</summary>
    public int PerReceiverAndDay { get; set; } = 5;

    /// <summary>Invitations of colleagues that one employer may send in a day and night.</summary>
    public int InvitationsPerEmployerAndDay { get; set; } = 20;

    /// <summary>A claim older than this is renewed before the next letter begins, so that nine tenths of the lease are always left.</summary>
    internal TimeSpan RenewAfter => Lease / 10;
}
