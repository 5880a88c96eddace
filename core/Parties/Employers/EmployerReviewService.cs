using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Parties.Employers;

/// <summary>AME's answer to a registration: Godkänn, or no with a reason.</summary>
public sealed class EmployerReviewService(AppDb db, Viewer viewer, TimeProvider clock, EmployerLetters letters)
{
    public Task ApproveAsync(Guid id, CancellationToken ct) => DecideAsync(id, (employer, stamp) => employer.Approve(stamp), ct);

    public Task RejectAsync(Guid id, string because, CancellationToken ct) => DecideAsync(id, (employer, stamp) => employer.Reject(because, stamp), ct);

    private async Task DecideAsync(Guid id, Action<Employer, Stamp> decide, CancellationToken ct)
    {
        var stamp = viewer.Stamp(clock);
        var employer = await db.Employers.Include(e => e.Workplaces).SingleOrDefaultAsync(e => e.Id == id, ct) ?? throw new NotFoundException(nameof(Employer));
        decide(employer, stamp);
        await letters.DecidedAsync(employer, stamp, ct);
        await db.SaveChangesAsync(ct);
    }
}
