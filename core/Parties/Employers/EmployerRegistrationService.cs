using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Users;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Parties.Employers;

/// <summary>A new employer with its first workplace: registered by itself with an account, or by AME on the phone.</summary>
public sealed class EmployerRegistrationService(AppDb db, Viewer viewer, TimeProvider clock, AccountService accounts, EmployerLetters letters)
{
    /// <summary>
    /// One save: employer, workplace, account, its role, the letter that confirms the address and the notice to AME. When
    /// the address already has an account only a letter that says so is saved, and the caller answers as if all were new.
    /// </summary>
    public Task RegisterAsync(RegisterEmployer input, CancellationToken ct) => SaveAsync(async () =>
    {
        var stamp = viewer.Stamp(clock);
        var (employer, workplace) = await NewAsync(input.OrgNumber, input.Employer, input.Workplace, stamp, ct);
        if (await accounts.AddEmployerUserAsync(input.Email, input.DisplayName, input.Password, employer.Id, ct) is null)
            return;
        await AddAsync(employer, workplace, ct);
        letters.Registered(employer, stamp);
    }, ct);

    /// <summary>By phone: AME vouches for the employer, which gets no account.</summary>
    /// <returns>The employer's id.</returns>
    public async Task<Guid> RegisterByPhoneAsync(RegisterByPhone input, CancellationToken ct)
    {
        if (!viewer.IsAny(EmployerService.Staff))
            throw new NotFoundException(nameof(Employer));
        var id = Guid.Empty;
        await SaveAsync(async () => id = (await AddByPhoneAsync(input, viewer.Stamp(clock), ct)).EmployerId, ct);
        return id;
    }

    /// <summary>The same in the caller's save.</summary>
    internal async Task<Workplace> AddByPhoneAsync(RegisterByPhone input, Stamp stamp, CancellationToken ct)
    {
        var (employer, workplace) = await NewAsync(input.OrgNumber, input.Employer, input.Workplace, stamp, ct);
        employer.Approve(stamp);
        await AddAsync(employer, workplace, ct);
        return workplace;
    }

    private async Task<(Employer, Workplace)> NewAsync(string orgNumber, EmployerDetails details, WorkplaceDetails workplace, Stamp stamp, CancellationToken ct)
    {
        var number = OrgNumber.Parse(orgNumber, nameof(RegisterEmployer.OrgNumber));
        // The municipality's units share its number, so the number is asked for and not the unique key.
        RuleBreachException.When(await db.Employers.AnyAsync(e => e.OrgNumberDigits == number.Digits, ct), Rule.OrgNumberTaken, nameof(RegisterEmployer.OrgNumber));
        // Both are called Name: the form is told which.
        PlainName.Ensure(details.Name, $"{nameof(RegisterEmployer.Employer)}.{nameof(details.Name)}");
        PlainName.Ensure(workplace.Name, $"{nameof(RegisterEmployer.Workplace)}.{nameof(workplace.Name)}");
        var employer = Employer.Register(details, number, null, stamp);
        return (employer, employer.AddWorkplace(workplace, stamp));
    }

    private async Task AddAsync(Employer employer, Workplace workplace, CancellationToken ct)
    {
        db.AddRange(employer, workplace);
        await EmployerService.IndexAsync(db, employer, ct);
    }

    // Two at once with the same number, or the same address: the second tries again and meets what the first has saved.
    private async Task SaveAsync(Func<Task> register, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            await register();
            try
            {
                await db.SaveChangesAsync(ct);
                return;
            }
            catch (DbUpdateException e) when (attempt < 3 && db.Dialect.IsUniqueBreach(e))
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}

public sealed record RegisterEmployer
{
    public required string OrgNumber { get; init; }
    public required EmployerDetails Employer { get; init; }
    public required WorkplaceDetails Workplace { get; init; }
    public required string DisplayName { get; init; }
    public required string Email { get; init; }
    public required string Password { get; init; }
}

public sealed record RegisterByPhone
{
    public required string OrgNumber { get; init; }
    public required EmployerDetails Employer { get; init; }
    public required WorkplaceDetails Workplace { get; init; }
}
