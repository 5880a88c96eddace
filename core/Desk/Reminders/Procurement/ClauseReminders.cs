using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Places.Procurement;
using static EnVagUt.Core.Desk.Reminders.ReminderReceiver;
using static EnVagUt.Core.Desk.Reminders.ReminderStep;

namespace EnVagUt.Core.Desk.Reminders.Procurement;

/// <summary>A sysselsättningskrav under which nobody has started: the standard term asks for a first start within six months.</summary>
public abstract class ClauseWithoutStart(string id, ReminderReceiver receiver, string template) : Reminder(
    id, "Krav utan första start", receiver, "avtalets första dag", MonthsAfter(3, template), MonthsAfter(5, template), MonthsAfter(6, template))
{
    public sealed override CaseKind Kind => CaseKind.Clause;
    public sealed override string Condition => "avtalet är tilldelat och gäller, och ingen har startat under kravet";
    public override bool IsQuietable => false;

    public override string PathOf(Guid caseId) => "/avtal";

    /// <summary>One for each clause; the contract's own dates and award decide.</summary>
    protected static IQueryable<ClauseDay> Waiting(AppDb db, ReminderWindow window) =>
        from c in db.Contracts
        where c.AwardedOn != null && c.To >= window.Today && c.From >= window.From && c.From <= window.Through
        from k in c.Clauses
        where !db.Placements.Any(p => p.ClauseId == k.Id && p.StartedOn != null && p.Ending.VoidedAt == null)
        select new ClauseDay { ClauseId = k.Id, Contract = c };
}

public sealed class ClauseDay
{
    public required Guid ClauseId { get; init; }
    public required Contract Contract { get; init; }
}

public sealed class ClauseWithoutStartForSupplier() : ClauseWithoutStart("krav-leverantor", Supplier, "krav-utan-start-leverantor")
{
    public override string PathOf(Guid caseId) => "/arbetsgivare/platser/ny";

    // The supplier is met as an employer; one that has not registered is called or written to.
    public override IQueryable<DueCase> Cases(AppDb db, ReminderWindow window) =>
        from d in Waiting(db, window)
        select new DueCase
        {
            CaseId = d.ClauseId,
            On = d.Contract.From,
            Email = (from e in db.Employers
                     where e.OrgNumberDigits == d.Contract.SupplierOrgNumberDigits && e.UnitId == null
                     join w in db.Workplaces on e.Id equals w.EmployerId
                     orderby w.Name, w.Seq
                     select w.ContactEmail).FirstOrDefault(),
        };
}

public sealed class ClauseWithoutStartForManager() : ClauseWithoutStart("krav-avtalsansvarig", ContractManager, "krav-utan-start")
{
    public override IQueryable<DueCase> Cases(AppDb db, ReminderWindow window) =>
        from d in Waiting(db, window)
        select new DueCase
        {
            CaseId = d.ClauseId,
            On = d.Contract.From,
            Email = (from g in db.RoleGrants
                     join u in db.Users on g.UserId equals u.Id
                     where g.Role == Role.ContractManager && u.DeactivatedAt == null
                     orderby u.CreatedAt, g.Seq
                     select u.Email).FirstOrDefault()
                ?? db.Users.Where(u => u.Id == d.Contract.FlaggedBy && u.DeactivatedAt == null).Select(u => u.Email).FirstOrDefault(),
        };
}

public sealed class ClauseWithoutStartForAme() : ClauseWithoutStart("krav-ame", Ame, "krav-utan-start-ame")
{
    public override string PathOf(Guid caseId) => "/platser";

    public override IQueryable<DueCase> Cases(AppDb db, ReminderWindow window) =>
        from d in Waiting(db, window) select new DueCase { CaseId = d.ClauseId, On = d.Contract.From };
}
