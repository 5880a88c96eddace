using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Data;
using EnVagUt.Core.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Reminders;

/// <summary>Why a reminder made no letter. The first three are for «Ring/brev i dag» (practice.md 15).</summary>
public enum WhyNoLetter
{
    [Display(Name = "saknar e-post")] NoEmail,
    [Display(Name = "skyddade uppgifter")] ProtectedIdentity,
    [Display(Name = "annat")] Other,
    [Display(Name = "ersatt av ett senare steg")] Superseded,
}

/// <summary>
/// The ledger: this step of this reminder has come for this case, and what was done. The unique key makes it come once,
/// also when a run is broken off and run again.
/// </summary>
public sealed class ReminderEntry : Entity
{
    private ReminderEntry() { }

    public ReminderEntry(Guid caseId, string reminder, string step, DateOnly day, DateTime createdAt, Guid? mailId, WhyNoLetter? whyNot)
    {
        CaseId = caseId;
        Reminder = reminder;
        Step = step;
        Day = day;
        CreatedAt = createdAt;
        MailId = mailId;
        WhyNot = whyNot;
    }

    public Guid CaseId { get; private set; }
    public string Reminder { get; private set; } = "";
    public string Step { get; private set; } = "";
    public DateOnly Day { get; private set; }
    public DateTime CreatedAt { get; private set; }
    public Guid? MailId { get; private set; }
    public WhyNoLetter? WhyNot { get; private set; }
}

internal sealed class ReminderConfiguration : IEntityTypeConfiguration<ReminderEntry>
{
    public void Configure(EntityTypeBuilder<ReminderEntry> b)
    {
        b.ToTable("Reminders");
        b.Property(e => e.Reminder).HasMaxLength(60);
        b.Property(e => e.Step).HasMaxLength(40);
        b.HasIndex(e => new { e.CaseId, e.Reminder, e.Step, e.Day }).IsUnique();
        b.HasIndex(e => new { e.WhyNot, e.CreatedAt });
        b.HasOne<OutgoingMail>().WithMany().HasForeignKey(e => e.MailId).OnDelete(DeleteBehavior.Restrict);
    }
}
