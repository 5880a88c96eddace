using EnVagUt.Core.Access;
using EnVagUt.Core.Data;
using EnVagUt.Core.Rules;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Employers;

/// <summary>An employer's own card and workplaces, edited by the employer or, on its behalf, by AME.</summary>
public sealed class EmployerService(AppDb db, Viewer viewer, TimeProvider clock)
{
    /// <summary>AME's roles that may act for every employer: registration by phone, workplaces, ceilings.</summary>
    public static readonly Role[] Staff = [Role.Coordinator, Role.BusinessContact, Role.UnitManager, Role.Administrator];

    public async Task<Guid> AddWorkplaceAsync(Guid employerId, WorkplaceDetails details, CancellationToken ct)
    {
        var employer = await LoadAsync(employerId, ct);
        var workplace = employer.AddWorkplace(details, viewer.Stamp(clock));
        db.Add(workplace);
        await IndexAsync(employer, ct);
        await db.SaveChangesAsync(ct);
        return workplace.Id;
    }

    public async Task DescribeWorkplaceAsync(Guid workplaceId, Guid version, WorkplaceDetails details, CancellationToken ct)
    {
        var (employer, workplace) = await LoadWorkplaceAsync(workplaceId, ct);
        workplace.EnsureVersion(version);
        workplace.Describe(details, viewer.Stamp(clock));
        await IndexAsync(employer, ct);
        await db.SaveChangesAsync(ct);
    }

    public async Task SetCeilingAsync(Guid workplaceId, int? ceiling, bool hard, CancellationToken ct)
    {
        var (_, workplace) = await LoadWorkplaceAsync(workplaceId, ct);
        workplace.SetCeiling(ceiling, hard, viewer.Stamp(clock));
        await db.SaveChangesAsync(ct);
    }

    public async Task<Guid> AddSupervisorAsync(Guid workplaceId, SupervisorDetails details, CancellationToken ct)
    {
        var (_, workplace) = await LoadWorkplaceAsync(workplaceId, ct);
        var supervisor = workplace.AddSupervisor(details, viewer.Stamp(clock));
        db.Add(supervisor);
        await db.SaveChangesAsync(ct);
        return supervisor.Id;
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
        if (!viewer.EmployerIds.Contains(employerId) && !viewer.IsAny(Staff))
            throw new NotFoundException("Employer");
    }

    internal Task IndexAsync(Employer employer, CancellationToken ct) =>
        SearchIndex.SetAsync(db, SearchOwner.Employer, employer.Id,
            [employer.Name, .. employer.Workplaces.SelectMany(w => new[] { w.Name, w.City, w.Area })], ct);
}
