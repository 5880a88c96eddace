using EnVagUt.Core.Ground.Access;

namespace EnVagUt.Core.Parties.Users;

/// <summary>A role to give; with a gren for roles that meet persons, and only for them.</summary>
public sealed record StaffRole(Role Role, Verksamhetsgren? Gren = null, bool ProtectedIdentities = false);

public sealed record InviteStaff
{
    public required string Email { get; init; }
    public required string DisplayName { get; init; }
    public required IReadOnlyCollection<StaffRole> Roles { get; init; }
}

public sealed record InviteColleague
{
    public required Guid EmployerId { get; init; }
    public required string Email { get; init; }
    public required string DisplayName { get; init; }
    public required Role Role { get; init; }
}
