using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Post.Jobs;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Desk.Reminders;

public enum ReminderReceiver
{
    [Display(Name = "Arbetsplatsen")] Workplace,
    [Display(Name = "Deltagaren")] Participant,
    [Display(Name = "Samordnaren")] Coordinator,
    [Display(Name = "Enhetschefen")] UnitManager,
    [Display(Name = "AME:s brevlåda")] Ame,
    [Display(Name = "Leverantören")] Supplier,
    [Display(Name = "Avtalsansvarig")] ContractManager,
}

/// <summary>What a reminder is about.</summary>
public enum CaseKind
{
    [Display(Name = "Placering")] Placement,
    [Display(Name = "Deltagare")] Participant,
    [Display(Name = "Platsanmälan")] Offer,
    [Display(Name = "Arbetsgivare")] Employer,
    [Display(Name = "Fråga")] Question,
    [Display(Name = "Sysselsättningskrav")] Clause,
}

/// <summary>
/// One reminder, declared in one place. The trigger is a query over facts: «its time has come and no row in the ledger»,
/// never «exactly n days before», so that a day without a running server loses nothing.
/// </summary>
/// <param name="id">Stable code, kept in the ledger and in the dated rules: «forfragan-obesvarad».</param>
/// <param name="label">What people read: «Obesvarad förfrågan».</param>
/// <param name="factLabel">What the days are counted from: «förfrågan».</param>
/// <param name="steps">At most three. Their place in the list is their code in the ledger, whatever their days are set to.</param>
public abstract class Reminder(string id, string label, ReminderReceiver receiver, string factLabel, params ReminderStep[] steps)
{
    public static readonly IReadOnlyList<Limit> StepLimits = [Limit.ReminderFirst, Limit.ReminderSecond, Limit.ReminderThird];

    public string Id { get; } = id;
    public string Label { get; } = label;
    public ReminderReceiver Receiver { get; } = receiver;
    public string FactLabel { get; } = factLabel;
    public IReadOnlyList<ReminderStep> Steps { get; } = steps;
    public abstract CaseKind Kind { get; }

    /// <summary>The query of <see cref="Cases"/> in words, after «så länge»: when it comes, and so also when it stops.</summary>
    public abstract string Condition { get; }

    /// <summary>Where an administrator finds its rules.</summary>
    public string Subject => ReminderRules.SubjectOf(Id);

    /// <summary>A step whose day was longer ago is left alone: a reminder that comes late helps nobody. Days.</summary>
    public virtual int KeepsDays => 90;

    /// <summary>The dated rule that says a step's number.</summary>
    public (string Subject, Limit Limit) RuleOf(int step) => Steps[step].SharedRule ?? (Subject, StepLimits[step]);

    /// <summary>The job that it comes with.</summary>
    public virtual string JobId => Schedules.Reminders;

    /// <summary>Staff and workplaces read at work; a person's own letter comes on its day.</summary>
    public bool ReadAtWork => Receiver != ReminderReceiver.Participant;

    /// <summary>Outside the municipality: what «Påminn nu» may be pressed for.</summary>
    public virtual bool GoesToOthers => Receiver is ReminderReceiver.Workplace or ReminderReceiver.Participant or ReminderReceiver.Supplier;

    /// <summary>Not disturbed while an uppehåll lasts or the workplace is closed: the law's and the contract's days go on all the same.</summary>
    public virtual bool IsQuietable => Receiver is ReminderReceiver.Workplace or ReminderReceiver.Participant;

    /// <summary>May stand in the daily letter of whoever wants one; not a letter that holds a link of its own.</summary>
    public virtual bool FitsDigest => true;

    /// <summary>
    /// The cases whose fact lies in the window and that still want reminding: the stop condition is part of the query. Only
    /// object initializers, so that more can be asked of it.
    /// </summary>
    public abstract IQueryable<DueCase> Cases(AppDb db, ReminderWindow window);

    /// <param name="caseId">Only this one; null for all.</param>
    public virtual Task<List<DueCase>> FindAsync(AppDb db, ReminderWindow window, Guid? caseId, CancellationToken ct)
    {
        var cases = Cases(db, window);
        return (caseId is null ? cases : cases.Where(c => c.CaseId == caseId)).ToListAsync(ct);
    }

    /// <summary>Where the receiver does something about it: a page behind a sign-in, never a person's data in the address.</summary>
    public abstract string PathOf(Guid caseId);

    /// <summary>What the letter needs besides <see cref="Values"/>: adds its rows to the letter's own save, and says their values for the template.</summary>
    public virtual IReadOnlyDictionary<string, string> Prepare(AppDb db, DueCase due, PortalAddress portal, DateTime now) => new Dictionary<string, string>();

    /// <summary>What a letter may use, whichever its template takes: no person, no form, no health.</summary>
    public Dictionary<string, string> Values(DueCase due, PortalAddress portal, Municipality municipality) => new()
    {
        ["arbetsplats"] = due.Workplace,
        ["dag"] = due.Day.Written(),
        ["period"] = new Period(due.From, due.To).Written(),
        ["antal"] = due.Reached.ToString(SwedishTime.Culture),
        ["kontakt"] = municipality.Contact,
        ["lank"] = portal.Link(PathOf(due.CaseId)),
    };
}
