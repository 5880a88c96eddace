using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Desk.Reminders;

/// <summary>Why a reminder left no letter in the mail. All but the last are for «Ring/brev i dag».</summary>
public enum WhyNoLetter
{
    [Display(Name = "saknar e-post")] NoEmail,
    [Display(Name = "skyddade uppgifter")] ProtectedIdentity,
    [Display(Name = "saknar e-legitimation")] NoEid,
    [Display(Name = "språk")] Language,
    [Display(Name = "annat")] Other,
    [Display(Name = "ersatt av ett senare steg")] Superseded,
}

/// <summary>
/// The ledger: this step of this reminder has come for this case, and what was done. The unique key makes it come once,
/// also when a run is broken off and run again.
/// </summary>
public sealed class ReminderEntry : Entity
{
    /// <summary>Step of what somebody sent by «Påminn nu»; its day is the day on which it was sent.</summary>
    public const string Now = "nu";

    private ReminderEntry() { }

    public ReminderEntry(Guid caseId, string reminder, string step, DateOnly day, DateTime createdAt)
    {
        CaseId = caseId;
        Reminder = reminder;
        Step = step;
        Day = day;
        CreatedAt = createdAt;
    }

    public Guid CaseId { get; private set; }
    public string Reminder { get; private set; } = "";

    /// <summary>The step's place in the reminder, «1» for the first, or <see cref="Now"/>.</summary>
    public string Step { get; private set; } = "";
    public DateOnly Day { get; private set; }
    public DateTime CreatedAt { get; private set; }

    /// <summary>The letter: sent, or to be brought by hand when <see cref="WhyNot"/> says so. Null while it waits for the digest.</summary>
    public Guid? MailId { get; private set; }
    public WhyNoLetter? WhyNot { get; private set; }

    /// <summary>Whose daily digest it is to stand in.</summary>
    public Guid? DigestFor { get; private set; }

    /// <summary>Who pressed «Påminn nu».</summary>
    public Guid? AskedBy { get; private set; }

    internal ReminderEntry WithLetter(OutgoingMail mail, WhyNoLetter? whyNot)
    {
        (MailId, WhyNot) = (mail.Id, whyNot);
        return this;
    }

    internal ReminderEntry WaitingForDigest(Guid userId)
    {
        DigestFor = userId;
        return this;
    }

    internal ReminderEntry Superseded()
    {
        WhyNot = WhyNoLetter.Superseded;
        return this;
    }

    internal ReminderEntry By(Guid? userId)
    {
        AskedBy = userId;
        return this;
    }
}

internal sealed class ReminderConfiguration : IEntityTypeConfiguration<ReminderEntry>
{
    public void Configure(EntityTypeBuilder<ReminderEntry> b)
    {
        b.ToTable("Reminders");
        b.Property(e => e.Reminder).HasMaxLength(60).IsUnicode(false);
        b.Property(e => e.Step).HasMaxLength(40).IsUnicode(false);
        b.HasIndex(e => new { e.CaseId, e.Reminder, e.Step, e.Day }).IsUnique();
        b.HasIndex(e => new { e.DigestFor, e.MailId });
        b.HasOne<OutgoingMail>().WithMany().HasForeignKey(e => e.MailId).OnDelete(DeleteBehavior.Restrict);
    }
}
