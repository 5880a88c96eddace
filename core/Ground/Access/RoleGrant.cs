using EnVagUt.Core.Ground.Entities;

namespace EnVagUt.Core.Ground.Access;

/// <summary>One role of one user, for one employer (employer roles), one gren (roles that meet persons) or as it is.</summary>
public sealed class RoleGrant : Entity
{
    private RoleGrant() { }

    public RoleGrant(Guid userId, Role role, Verksamhetsgren? gren = null, Guid? employerId = null, bool protectedIdentities = false)
    {
        UserId = userId;
        Role = role;
        Gren = gren;
        EmployerId = employerId;
        ProtectedIdentities = protectedIdentities;
    }

    public Guid UserId { get; private set; }
    public Role Role { get; private set; }
    public Verksamhetsgren? Gren { get; private set; }
    public Guid? EmployerId { get; private set; }

    /// <summary>May handle persons with protected identity, where the municipality allows them in the portal (docs/model.md, Protected identity).</summary>
    public bool ProtectedIdentities { get; private set; }

    /// <summary>Whoever takes a role away renews those on which it relied that somebody else has the role: see <see cref="Renew"/>.</summary>
    public Guid Version { get; private set; } = Guid.CreateVersion7();

    public void Renew() => Version = Guid.CreateVersion7();
}
