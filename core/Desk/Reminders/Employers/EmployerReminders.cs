using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Parties.Employers;
using static EnVagUt.Core.Desk.Reminders.ReminderReceiver;
using static EnVagUt.Core.Desk.Reminders.ReminderStep;

namespace EnVagUt.Core.Desk.Reminders.Employers;

/// <summary>A registration that nobody has answered: within two working days (docs/vardag.md, Promises).</summary>
public sealed class RegistrationWaits() : Reminder("registrering-vantar", "Ny arbetsgivare som väntar på besked", Ame, "registreringen",
    WorkingDaysAfter(2, "registrering-vantar"))
{
    public override CaseKind Kind => CaseKind.Employer;
    public override string Condition => "arbetsgivaren väntar på besked från AME";

    public override string PathOf(Guid caseId) => $"/foretag/{caseId}";

    public override IQueryable<DueCase> Cases(AppDb db, ReminderWindow window)
    {
        var (since, before) = (window.FromUtc, window.BeforeUtc);
        return from e in db.Employers
               where e.Status == EmployerStatus.Pending && e.RegisteredAt >= since && e.RegisteredAt < before
               select new DueCase { CaseId = e.Id, At = e.RegisteredAt };
    }
}

/// <summary>Arbetsgivarens försäkran runs out, and no later one is there.</summary>
public sealed class DeclarationExpires() : Reminder("forsakran", "Arbetsgivarens försäkran som går ut", ReminderReceiver.Workplace, "försäkrans sista dag",
    DaysBefore(30, "forsakran-gar-ut"),
    DaysBefore(7, "forsakran-gar-ut"))
{
    public override CaseKind Kind => CaseKind.Employer;
    public override string Condition => "arbetsgivaren är godkänd och ingen senare försäkran är lämnad";

    public override string PathOf(Guid caseId) => "/arbetsgivare/forsakran";

    public override IQueryable<DueCase> Cases(AppDb db, ReminderWindow window) =>
        from d in db.EmployerDeclarations
        where d.ValidThrough >= window.From && d.ValidThrough <= window.Through
            && db.Employers.Any(e => e.Id == d.EmployerId && e.Status == EmployerStatus.Approved)
            && !db.EmployerDeclarations.Any(later => later.EmployerId == d.EmployerId && later.ValidThrough > d.ValidThrough)
        select new DueCase
        {
            CaseId = d.EmployerId,
            On = d.ValidThrough,
            Email = db.Workplaces.Where(w => w.EmployerId == d.EmployerId).OrderBy(w => w.Name).ThenBy(w => w.Seq).Select(w => w.ContactEmail).FirstOrDefault(),
        };
}
