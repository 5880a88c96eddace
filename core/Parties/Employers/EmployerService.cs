using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Parties.Employers;

/// <summary>An employer's workplaces and supervisors, edited by its administrators or, on its behalf, by AME.</summary>
public sealed class EmployerService(AppDb db, Viewer viewer, TimeProvider clock)
{
    /// <summary>AME's roles that may act for every employer: registration by phone, workplaces, ceilings.</summary>
    public static readonly Role[] Staff = [Role.Coordinator, Role.BusinessContact, Role.UnitManager, Role.Administrator];

    public async Task<Guid> AddWorkplaceAsync(Guid employerId, WorkplaceDetails details, CancellationToken ct, WorkplaceCeiling? ceiling = null, FirstDayAnswers? firstDay = null, OnBehalf? said = null)
    {
        var stamp = viewer.Stamp(clock);
        var employer = await LoadAsync(employerId, ct);
        var workplace = employer.AddWorkplace(details, stamp);
        SetCeiling(workplace, ceiling, stamp);
        workplace.TellFirstDay(firstDay ?? FirstDayAnswers.Unknown, stamp);
        db.Add(workplace);
        Note(workplace, "Created", said, stamp);
        await IndexAsync(db, employer, ct);
        await db.SaveChangesAsync(ct);
        return workplace.Id;
    }

    public Task DescribeWorkplaceAsync(Guid workplaceId, Guid version, WorkplaceDetails details, CancellationToken ct, WorkplaceCeiling? ceiling = null, FirstDayAnswers? firstDay = null, OnBehalf? said = null) =>
        ChangeAsync(workplaceId, version, said, ["Described"], (workplace, stamp) =>
        {
            workplace.Describe(details, stamp);
            SetCeiling(workplace, ceiling, stamp);
            workplace.TellFirstDay(firstDay ?? workplace.FirstDay, stamp);
        }, ct);

    /// <summary>The answers for the first-day sheet alone.</summary>
    public Task TellFirstDayAsync(Guid workplaceId, FirstDayAnswers firstDay, CancellationToken ct) =>
        ChangeAsync(workplaceId, null, null, [], (workplace, stamp) => workplace.TellFirstDay(firstDay, stamp), ct);

    public async Task<Guid> AddSupervisorAsync(Guid workplaceId, SupervisorDetails details, CancellationToken ct, OnBehalf? said = null)
    {
        var id = Guid.Empty;
        await ChangeAsync(workplaceId, null, said, ["SupervisorAdded"], (workplace, stamp) =>
        {
            var supervisor = workplace.AddSupervisor(details, stamp);
            db.Add(supervisor);
            id = supervisor.Id;
        }, ct);
        return id;
    }

    /// <param name="active">Null leaves it as it is.</param>
    public Task DescribeSupervisorAsync(Guid workplaceId, Guid supervisorId, Guid version, SupervisorDetails details, CancellationToken ct, OnBehalf? said = null, bool? active = null) =>
        ChangeAsync(workplaceId, version, said, ["SupervisorDescribed", .. ActOf(active)], (workplace, stamp) =>
        {
            workplace.DescribeSupervisor(supervisorId, details, stamp);
            if (active is { } on)
                workplace.SetSupervisorActive(supervisorId, on, stamp);
        }, ct);

    /// <summary>«Slutat som handledare», and back again.</summary>
    public Task SetSupervisorActiveAsync(Guid workplaceId, Guid supervisorId, bool active, CancellationToken ct, OnBehalf? said = null) =>
        ChangeAsync(workplaceId, null, said, ActOf(active), (workplace, stamp) => workplace.SetSupervisorActive(supervisorId, active, stamp), ct);

    /// <summary>Makes the employer findable by its own and its workplaces' names and towns; part of the caller's save.</summary>
    internal static Task IndexAsync(AppDb db, Employer employer, CancellationToken ct) =>
        SearchIndex.SetAsync(db, SearchOwner.Employer, employer.Id,
            [employer.Name, .. employer.Workplaces.SelectMany(w => new[] { w.Name, w.City, w.Area })], ct);

    private static string[] ActOf(bool? active) => active switch { null => [], true => ["SupervisorBack"], false => ["SupervisorLeft"] };

    private async Task ChangeAsync(Guid workplaceId, Guid? version, OnBehalf? said, string[] acts, Action<Workplace, Stamp> change, CancellationToken ct)
    {
        var (employer, workplace) = await LoadWorkplaceAsync(workplaceId, ct);
        if (version is { } posted)
            workplace.EnsureVersion(posted);
        var stamp = viewer.Stamp(clock);
        change(workplace, stamp);
        foreach (var act in acts)
            Note(workplace, act, said, stamp);
        await IndexAsync(db, employer, ct);
        await db.SaveChangesAsync(ct);
    }

    // What staff write down for a workplace that has told them (docs/model.md, On somebody's behalf).
    private void Note(Workplace workplace, string act, OnBehalf? said, Stamp stamp)
    {
        if (said is not null)
            db.Behalves.Add(new Behalf(workplace.Id, act, said, stamp));
    }

    private static void SetCeiling(Workplace workplace, WorkplaceCeiling? ceiling, Stamp stamp)
    {
        if (ceiling is { } c && (c.Most, c.Hard) != (workplace.Ceiling, workplace.CeilingIsHard))
            workplace.SetCeiling(c.Most, c.Hard, stamp);
    }

    private async Task<Employer> LoadAsync(Guid id, CancellationToken ct)
    {
        RequireOwnOrStaff(id);
        return await db.Employers.Include(e => e.Workplaces).SingleOrDefaultAsync(e => e.Id == id, ct) ?? throw new NotFoundException("Employer");
    }

    private async Task<(Employer, Workplace)> LoadWorkplaceAsync(Guid workplaceId, CancellationToken ct)
    {
        var employerId = await db.Workplaces.Where(w => w.Id == workplaceId).Select(w => (Guid?)w.EmployerId).SingleOrDefaultAsync(ct)
            ?? throw new NotFoundException("Workplace");
        RequireOwnOrStaff(employerId);
        var employer = await db.Employers.Include(e => e.Workplaces).ThenInclude(w => w.Supervisors).SingleAsync(e => e.Id == employerId, ct);
        return (employer, employer.Workplaces.Single(w => w.Id == workplaceId));
    }

    // Another employer's row is not found, whoever asks by its id.
    private void RequireOwnOrStaff(Guid employerId)
    {
        if (!viewer.EmployersAs(Role.EmployerAdmin).Contains(employerId) && !viewer.IsAny(Staff))
            throw new NotFoundException("Employer");
    }
}

/// <param name="Most">Null means the default, one in five of the employees.</param>
public sealed record WorkplaceCeiling(int? Most, bool Hard);
