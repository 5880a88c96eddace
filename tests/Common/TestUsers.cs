using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Users;

namespace EnVagUt.Tests.Common;

/// <summary>Users as rows: signing in is not what these tests are about.</summary>
public static class TestUsers
{
    private static readonly HashSet<Role> MeetsPersons =
        [Role.Coordinator, Role.Consultant, Role.Referrer, Role.SchoolCoordinator, Role.UnitManager];

    /// <param name="named">For persons with protected identity.</param>
    /// <param name="gren">Arbetsmarknad for roles that meet persons, when none is given.</param>
    public static async Task<(User User, IReadOnlyList<RoleGrant> Grants)> AddAsync(
        TestDb database, TimeProvider clock, IReadOnlyCollection<Role> roles, Verksamhetsgren? gren = null, Guid? employerId = null, bool named = false)
    {
        await using var db = database.Open();
        var user = new User { DisplayName = $"Test {string.Join(", ", roles)}", EmailConfirmed = true, CreatedAt = clock.UtcNow() };
        user.Email = user.UserName = $"{user.Id:N}@exempel.se";
        user.NormalizedEmail = user.NormalizedUserName = user.Email.ToUpperInvariant();
        user.SecurityStamp = Guid.NewGuid().ToString("N");
        user.TwoFactorEnabled = roles.Any(r => r.IsStaff());
        var grants = roles
            .Select(r => new RoleGrant(user.Id, r,
                MeetsPersons.Contains(r) ? gren ?? Verksamhetsgren.Arbetsmarknad : null,
                r.IsStaff() ? null : employerId, named && MeetsPersons.Contains(r)))
            .ToList();
        db.Add(user);
        db.AddRange(grants);
        await db.SaveChangesAsync();
        return (user, grants);
    }
}
