using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EnVagUt.Core.Desk.Reminders;

public sealed record CaseOversight(CaseName Case, IReadOnlyList<CameReminder> Came, AheadReminders Ahead);

/// <summary>
/// An administrator's answer to «why did no letter come?», for any case. An administrator has no gren, so it is read with a
/// job's eyes, and only what <see cref="CaseName"/> tells is told. The look is logged (docs/model.md, Past the filters).
/// </summary>
public sealed class ReminderOversight(IServiceScopeFactory scopes, Viewer viewer, ReadLog readLog)
{
    /// <summary>Of each kind, the latest first.</summary>
    public const int Most = 50;

    private static readonly CaseKind[] OfEmployers = [CaseKind.Employer, CaseKind.Placement, CaseKind.Offer, CaseKind.Clause];

    /// <exception cref="NotFoundException">No such employer.</exception>
    public async Task<IReadOnlyList<CaseName>> OfEmployerAsync(Guid employerId, CancellationToken ct)
    {
        await using var scope = AsJob(out var db);
        var cases = new List<CaseName>();
        foreach (var kind in OfEmployers)
            cases.AddRange(await CaseName.Of(db, kind).AsNoTracking().Where(c => c.EmployerId == employerId).OrderByDescending(c => c.From).ThenBy(c => c.Seq).Take(Most).ToListAsync(ct));
        if (cases is not [{ Kind: CaseKind.Employer }, ..])
            throw new NotFoundException("Employer");
        readLog.Note(viewer, nameof(CaseKind.Employer), employerId);
        return cases;
    }

    /// <exception cref="NotFoundException">No such case, or one with protected identity.</exception>
    public async Task<CaseOversight> OfCaseAsync(CaseKind kind, Guid caseId, CancellationToken ct)
    {
        await using var scope = AsJob(out var db);
        var name = await CaseName.Of(db, kind).AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseId, ct) ?? throw new NotFoundException(kind.ToString());
        var reminders = scope.ServiceProvider.GetRequiredService<CaseReminders>();
        readLog.Note(viewer, kind.ToString(), caseId);
        return new CaseOversight(name, await reminders.CameAsync(caseId, ct), await reminders.AheadAsync(kind, caseId, ct));
    }

    private AsyncServiceScope AsJob(out AppDb db)
    {
        if (!viewer.Is(Role.Administrator))
            throw new NotFoundException("Case");
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Viewer>().BecomeJob();
        db = scope.ServiceProvider.GetRequiredService<AppDb>();
        return scope;
    }
}
