using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Time;

namespace EnVagUt.Core.Ground.Access;

/// <summary>
/// Whose eyes the database is read with. One per scope: the web sets it from the signed-in user, a job with
/// <see cref="BecomeJob"/>. Until then every query of a filtered table throws: a filter without a viewer would
/// silently give no rows (docs/beslut/0006).
/// </summary>
public sealed class Viewer
{
    private static readonly Verksamhetsgren[] AllGrenar = Enum.GetValues<Verksamhetsgren>();
    private bool _known;
    private Guid? _userId;
    private HashSet<Role> _roles = [];
    private Verksamhetsgren[] _grenar = [];
    private Guid[] _employerIds = [];
    private (Role Role, Guid EmployerId)[] _speaksFor = [];
    private (Role Role, Verksamhetsgren Gren)[] _worksIn = [];
    private Verksamhetsgren[] _protectedGrenar = [];

    public Guid? UserId => Known(_userId);
    public IReadOnlySet<Role> Roles => Known(_roles);

    /// <summary>The grenar whose persons this viewer may see; empty for employers.</summary>
    public Verksamhetsgren[] Grenar => Known(_grenar);

    /// <summary>The employers this viewer speaks for.</summary>
    public Guid[] EmployerIds => Known(_employerIds);

    /// <summary>The employers for which this viewer holds one of the roles: a reader of one may be another's administrator.</summary>
    public Guid[] EmployersAs(params IReadOnlyCollection<Role> roles) =>
        [.. Known(_speaksFor).Where(s => roles.Contains(s.Role)).Select(s => s.EmployerId).Distinct()];

    /// <summary>The roles held for the employer.</summary>
    public IReadOnlySet<Role> RolesAt(Guid employerId) =>
        Known(_speaksFor).Where(s => s.EmployerId == employerId).Select(s => s.Role).ToHashSet();

    /// <summary>The roles held for the gren: a coordinator of one may only be a referrer of another.</summary>
    public IReadOnlySet<Role> RolesIn(Verksamhetsgren gren) =>
        Known(_worksIn).Where(s => s.Gren == gren).Select(s => s.Role).ToHashSet();

    /// <summary>The grenar in which this viewer holds one of the roles.</summary>
    public Verksamhetsgren[] GrenarAs(params IReadOnlyCollection<Role> roles) =>
        [.. Known(_worksIn).Where(s => roles.Contains(s.Role)).Select(s => s.Gren).Distinct()];

    /// <summary>The grenar in which this viewer is named for persons with protected identity.</summary>
    public Verksamhetsgren[] ProtectedGrenar => Known(_protectedGrenar);
    public bool IsJob { get; private set; }
    public bool Is(Role role) => Roles.Contains(role);
    public bool IsAny(params ReadOnlySpan<Role> roles)
    {
        foreach (var role in roles)
            if (Is(role))
                return true;
        return false;
    }

    public void BecomeVisitor() => Become(null, [], false);

    public void BecomeUser(Guid userId, IReadOnlyCollection<RoleGrant> grants) => Become(userId, grants, false);

    /// <summary>A job reads all grenar; the job ledger's row is the log of it.</summary>
    public void BecomeJob()
    {
        Become(null, [], true);
        _grenar = AllGrenar;
        _protectedGrenar = AllGrenar;
    }

    public Stamp Stamp(TimeProvider clock) => new(UserId, clock.UtcNow());

    /// <summary>For a row of another gren: it learns what happened, not who said so.</summary>
    public Stamp StampIn(Verksamhetsgren gren, Stamp stamp) => Grenar.Contains(gren) ? stamp : stamp with { UserId = null };

    private void Become(Guid? userId, IReadOnlyCollection<RoleGrant> grants, bool job)
    {
        _known = true;
        IsJob = job;
        _userId = userId;
        _roles = [.. grants.Select(g => g.Role)];
        _grenar = [.. grants.Where(g => g.Gren is not null).Select(g => g.Gren!.Value).Distinct()];
        _speaksFor = [.. grants.Where(g => g.EmployerId is not null).Select(g => (g.Role, g.EmployerId!.Value))];
        _worksIn = [.. grants.Where(g => g.Gren is not null).Select(g => (g.Role, g.Gren!.Value))];
        _employerIds = [.. _speaksFor.Select(s => s.EmployerId).Distinct()];
        _protectedGrenar = [.. grants.Where(g => g.ProtectedIdentities && g.Gren is not null).Select(g => g.Gren!.Value).Distinct()];
    }

    private T Known<T>(T value) =>
        _known ? value : throw new InvalidOperationException("No viewer is set for this scope.");
}
