using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Core.Post.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using IsolationLevel = System.Data.IsolationLevel;

namespace EnVagUt.Core.Parties.Colleagues;

/// <summary>An employer's administrator decides who else speaks for that employer. Another employer's rows are not found.</summary>
public sealed class ColleagueService(
    AppDb db, AccountService accounts, AccountLetters letters, LetterLimits limits, LoginTokens tokens, ILookupNormalizer normalizer,
    IOptions<MailSettings> settings, Viewer viewer, TimeProvider clock)
{
    /// <summary>The same letter and the same row, whether the address has an account or not.</summary>
    /// <remarks>
    /// Letters with the municipality's name to addresses that an employer chooses: only for employers that AME knows, and
    /// not too many.
    /// </remarks>
    public async Task InviteAsync(InviteColleague input, CancellationToken ct)
    {
        // Those sent at the same time are counted too.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        var employer = await OwnEmployerAsync(input.EmployerId, ct);
        RuleBreachException.When(employer.Status != EmployerStatus.Approved, Rule.InviteAfterApproval);
        var since = clock.UtcNow() - LetterLimits.Window;
        RuleBreachException.When(
            await db.ColleagueInvitations.CountAsync(i => i.EmployerId == input.EmployerId && i.InvitedAt > since, ct) >= settings.Value.InvitationsPerEmployerAndDay,
            Rule.TooManyInvitations);
        RuleBreachException.When(await limits.IsReachedAsync(AccountLetters.ColleagueLetter, input.Email, ct), Rule.ReceiverHasEnough, nameof(input.Email));
        await InviteAsync(input, employer.Name, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>
    /// AME invites an employer's first administrator: one that was registered by phone or from a file, and a unit of the
    /// municipality, has nobody who could. From then on the employer invites.
    /// </summary>
    public async Task InviteFirstAsync(InviteColleague input, CancellationToken ct)
    {
        if (!viewer.IsAny(EmployerService.Staff))
            throw new NotFoundException(nameof(Employer));
        var employer = await db.Employers.Where(e => e.Id == input.EmployerId).Select(e => e.Name).SingleOrDefaultAsync(ct)
            ?? throw new NotFoundException(nameof(Employer));
        var hasOne = await db.RoleGrants.AnyAsync(g => g.EmployerId == input.EmployerId && g.Role == Role.EmployerAdmin, ct);
        RuleBreachException.When(hasOne, Rule.EmployerHasAdministrator);
        await InviteAsync(input with { Role = Role.EmployerAdmin }, employer, ct);
    }

    private async Task InviteAsync(InviteColleague input, string employer, CancellationToken ct)
    {
        var user = await accounts.FindAsync(input.Email, ct);
        if (user is null)
        {
            user = User.Create(input.Email, input.DisplayName, normalizer, clock.UtcNow());
            user.InvitedAt = clock.UtcNow();
            db.Users.Add(user);
            await accounts.MakeFindableAsync(user, ct);
        }
        var held = await db.RoleGrants.AnyAsync(g => g.UserId == user.Id && g.EmployerId == input.EmployerId && g.Role == input.Role, ct);
        RuleBreachException.When(held, Rule.RoleAlreadyGranted, nameof(input.Role));
        foreach (var earlier in await db.ColleagueInvitations
                     .Where(i => i.UserId == user.Id && i.EmployerId == input.EmployerId && i.AcceptedAt == null && i.WithdrawnAt == null)
                     .ToListAsync(ct))
            await WithdrawAsync(earlier, ct);

        var invitation = new ColleagueInvitation(input, user.Id, viewer.Stamp(clock));
        db.ColleagueInvitations.Add(invitation);
        letters.ColleagueInvitation(user, invitation, employer);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (db.Dialect.IsUniqueBreach(e))
        {
            // Somebody else made the account in the same moment; the next try finds it.
            throw new RuleBreachException(Rule.ChangedByAnother);
        }
    }

    public async Task WithdrawInvitationAsync(Guid employerId, Guid invitationId, CancellationToken ct)
    {
        await OwnEmployerAsync(employerId, ct);
        var invitation = await db.ColleagueInvitations.SingleOrDefaultAsync(i => i.Id == invitationId && i.EmployerId == employerId, ct)
            ?? throw new NotFoundException(nameof(ColleagueInvitation));
        await WithdrawAsync(invitation, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Takes the role away at once; the account stays, with what it may have elsewhere.</summary>
    public Task RemoveAsync(Guid employerId, Guid grantId, CancellationToken ct) => KeptAdministrators.SaveAsync(db, async () =>
    {
        await OwnEmployerAsync(employerId, ct);
        var grant = await db.RoleGrants.SingleOrDefaultAsync(g => g.Id == grantId && g.EmployerId == employerId, ct)
            ?? throw new NotFoundException(nameof(RoleGrant));
        if (grant.Role == Role.EmployerAdmin)
            await EnsureAnotherAdministratorAsync(employerId, grant.UserId, ct);
        db.RoleGrants.Remove(grant);
        db.History.Add(new HistoryEntry(nameof(User), grant.UserId, "RoleWithdrawn", grant.Role.ToString(), viewer.Stamp(clock)));
    }, ct);

    private async Task EnsureAnotherAdministratorAsync(Guid employerId, Guid userId, CancellationToken ct)
    {
        var grants = await db.RoleGrants.Where(g => g.EmployerId == employerId && g.Role == Role.EmployerAdmin).ToListAsync(ct);
        var others = grants.Where(g => g.UserId != userId).Select(g => g.UserId).ToList();
        RuleBreachException.When(!await db.Users.AnyAsync(u => others.Contains(u.Id) && u.DeactivatedAt == null, ct), Rule.LastEmployerAdministrator);
        grants.ForEach(g => g.Renew());
    }

    private async Task WithdrawAsync(ColleagueInvitation invitation, CancellationToken ct)
    {
        invitation.Withdraw(viewer.Stamp(clock));
        await tokens.VoidAsync(invitation.UserId, LoginPurpose.ColleagueInvitation, invitation.Id, ct);
    }

    private async Task<OwnEmployer> OwnEmployerAsync(Guid employerId, CancellationToken ct) =>
        await db.RoleGrants
            .Where(g => g.UserId == viewer.UserId && g.Role == Role.EmployerAdmin && g.EmployerId == employerId)
            .Join(db.Employers, g => g.EmployerId, e => e.Id, (g, e) => new OwnEmployer(e.Name, e.Status))
            .FirstOrDefaultAsync(ct)
        ?? throw new NotFoundException(nameof(Employer));

    private sealed record OwnEmployer(string Name, EmployerStatus Status);
}
