using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Users;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Parties.Absences;

public sealed record NewAbsence(Guid UserId, Guid SubstituteId, DateOnly From, DateOnly To);

/// <summary>
/// Who stands in for whom. Any case worker of a gren chooses for any other, who may be ill: all of them may open all its cases
/// anyway, and the history says who chose.
/// </summary>
public sealed class AbsenceService(AppDb db, Viewer viewer, TimeProvider clock)
{
    /// <summary>Case workers of the viewer's grenar: those who can be away, and those who can stand in.</summary>
    public IQueryable<User> Colleagues()
    {
        var (grenar, roles) = (viewer.GrenarAs(Roles.CaseWorkers), Roles.CaseWorkers);
        return db.Users.Where(u => u.DeactivatedAt == null && db.RoleGrants.Any(g => g.UserId == u.Id && roles.Contains(g.Role) && g.Gren != null && grenar.Contains(g.Gren.Value)));
    }

    /// <summary>What has not been taken back, of the viewer's grenar.</summary>
    public IQueryable<Absence> Open()
    {
        var colleagues = Colleagues().Select(u => u.Id);
        return db.Absences.Where(a => a.WithdrawnAt == null && colleagues.Contains(a.UserId));
    }

    /// <exception cref="NotFoundException">Either of the two is of another gren.</exception>
    /// <exception cref="RuleBreachException">The days are wrong, or either of the two is away or stands in on some of them.</exception>
    public async Task AddAsync(NewAbsence input, CancellationToken ct)
    {
        var away = await Colleagues().AnyAsync(u => u.Id == input.UserId, ct);
        var substitute = await Colleagues().Where(u => u.Id == input.SubstituteId).Select(u => u.DisplayName).SingleOrDefaultAsync(ct);
        if (!away || substitute is null)
            throw new NotFoundException(nameof(User));
        var absence = new Absence(input.UserId, input.SubstituteId, new Period(input.From, input.To), viewer.Stamp(clock));
        var meanwhile = await db.Absences.AsNoTracking().Where(a => a.WithdrawnAt == null && a.From <= input.To && a.To >= input.From).ToListAsync(ct);
        void Refuse(Func<Absence, bool> when, Rule rule, string field)
        {
            if (meanwhile.Find(a => when(a)) is { } other)
                throw new RuleBreachException(rule, field, other.Days, substitute);
        }
        // Nobody stands in for somebody who stands in: the letters would lie with one who is away.
        Refuse(a => a.UserId == input.UserId, Rule.AbsenceOverlaps, nameof(input.From));
        Refuse(a => a.UserId == input.SubstituteId, Rule.SubstituteIsAway, nameof(input.SubstituteId));
        Refuse(a => a.SubstituteId == input.UserId, Rule.AwayStandsIn, nameof(input.UserId));
        db.Absences.Add(absence);
        await db.SaveChangesAsync(ct);
    }

    /// <exception cref="NotFoundException">Of another gren, or taken back already.</exception>
    public async Task WithdrawAsync(Guid id, CancellationToken ct)
    {
        var absence = await Open().SingleOrDefaultAsync(a => a.Id == id, ct) ?? throw new NotFoundException(nameof(Absence));
        absence.Withdraw(viewer.Stamp(clock));
        await db.SaveChangesAsync(ct);
    }
}
