using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;

namespace EnVagUt.Core.Parties.Users;

/// <summary>
/// An employer's invitation of a colleague. The employer sees what it typed itself until the colleague has accepted, so
/// an invitation does not tell whether the address had an account.
/// </summary>
public sealed class ColleagueInvitation : Root
{
    private ColleagueInvitation() { }

    public ColleagueInvitation(InviteColleague input, Guid userId, Stamp stamp)
    {
        RuleBreachException.When(input.Role.IsStaff(), Rule.NotYours, nameof(input.Role));
        PlainName.Ensure(input.DisplayName, nameof(input.DisplayName));
        EmployerId = input.EmployerId;
        UserId = userId;
        Email = input.Email.Trim();
        DisplayName = input.DisplayName.Trim();
        Role = input.Role;
        InvitedAt = stamp.At;
        Changed(stamp, "Invited", input.Role.ToString());
    }

    public Guid EmployerId { get; private set; }
    public Guid UserId { get; private set; }
    public string Email { get; private set; } = "";
    public string DisplayName { get; private set; } = "";
    public Role Role { get; private set; }
    public DateTime InvitedAt { get; private set; }
    public DateTime? AcceptedAt { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }
    public bool IsOpen => AcceptedAt is null && WithdrawnAt is null;

    public void Accept(Stamp stamp)
    {
        RuleBreachException.When(!IsOpen, Rule.LinkNotValid);
        AcceptedAt = stamp.At;
        Changed(stamp, "Accepted");
    }

    public void Withdraw(Stamp stamp)
    {
        RuleBreachException.When(!IsOpen, Rule.NotAllowedInStatus);
        WithdrawnAt = stamp.At;
        Changed(stamp, "Withdrawn");
    }
}
