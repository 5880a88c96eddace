using System.Text.RegularExpressions;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Colleagues;
using EnVagUt.Core.Parties.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Hosting.Demo;

/// <summary>One login for each role: invited by mail, with a password and, for staff, the second factor that ./dev code shows.</summary>
internal sealed partial class DemoLogins(DemoStage stage)
{
    public const string Password = "hassel-cykel-varmvatten";

    private readonly List<(string Email, string What)> _made = [];
    private readonly Dictionary<Guid, Actor> _administrators = [];

    public Actor Coordinator { get; private set; } = null!;
    public Actor SocialCoordinator { get; private set; } = null!;
    public Actor KaaCoordinator { get; private set; } = null!;
    public Actor Consultant { get; private set; } = null!;
    public Actor BusinessContact { get; private set; } = null!;
    public Actor Procurer { get; private set; } = null!;
    public Actor ContractManager { get; private set; } = null!;
    public Actor UnitManager { get; private set; } = null!;
    public Actor Administrator { get; private set; } = null!;

    public async Task MakeStaffAsync()
    {
        Administrator = await StaffAsync("administrator", "Ada Administratör", new StaffRole(Role.Administrator));
        Coordinator = await StaffAsync("samordnare", "Sam Samordnare", new StaffRole(Role.Coordinator, Verksamhetsgren.Arbetsmarknad));
        SocialCoordinator = await StaffAsync("samordnare.social", "Sol Samordnare", new StaffRole(Role.Coordinator, Verksamhetsgren.Socialtjanst));
        KaaCoordinator = await StaffAsync("samordnare.kaa", "Sky Samordnare", new StaffRole(Role.Coordinator, Verksamhetsgren.Kaa));
        Consultant = await StaffAsync("arbetskonsulent", "Kim Konsulent", new StaffRole(Role.Consultant, Verksamhetsgren.Arbetsmarknad, ProtectedIdentities: true));
        BusinessContact = await StaffAsync("foretagskontakt", "Flora Företagskontakt", new StaffRole(Role.BusinessContact));
        Procurer = await StaffAsync("upphandlare", "Uno Upphandlare", new StaffRole(Role.Procurer));
        ContractManager = await StaffAsync("avtalsansvarig", "Alva Avtalsansvarig", new StaffRole(Role.ContractManager));
        UnitManager = await StaffAsync("enhetschef", "Enya Enhetschef", new StaffRole(Role.UnitManager, Verksamhetsgren.Arbetsmarknad, ProtectedIdentities: true));
        await StaffAsync("rapportlasare", "Rask Rapportläsare", new StaffRole(Role.ReportReader));
    }

    /// <summary>Who speaks for an employer: its administrator, or AME on the phone.</summary>
    public Actor Speaker(Guid employerId) => _administrators.GetValueOrDefault(employerId) ?? BusinessContact.For(employerId);

    /// <summary>Null for the many who have no login: they answer by telephone, and a case worker writes it down.</summary>
    public Actor? Own(Guid employerId) => _administrators.GetValueOrDefault(employerId);

    /// <summary>A login for an employer that is registered already.</summary>
    public async Task MakeEmployerAsync(Guid employerId, string email, string name, Role role, string what)
    {
        var input = new InviteColleague { EmployerId = employerId, Email = email, DisplayName = name, Role = role };
        if (_administrators.TryGetValue(employerId, out var administrator))
            await stage.DoAsync<ColleagueService>(administrator, s => s.InviteAsync(input, default));
        else
            await stage.DoAsync<ColleagueService>(BusinessContact, s => s.InviteFirstAsync(input, default));
        await AcceptAsync(email);
        if (role == Role.EmployerAdmin)
            _administrators[employerId] = new Actor(await stage.ReadAsync(db => db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync())).For(employerId);
        _made.Add((email, what));
    }

    /// <summary>Somebody who registered without being invited confirms the address.</summary>
    public async Task ConfirmAsync(string email, string? what)
    {
        var secret = await SecretAsync(email);
        await stage.AsJobAsync<AccountService, bool>(async s =>
        {
            await s.ConfirmEmailAsync(secret, Password, default);
            return true;
        }, visitor: true);
        if (what is not null)
            _made.Add((email, what));
    }

    /// <summary>What ./dev run prints.</summary>
    public string Text() =>
        $"""
        Inloggningar i demokommunen. Lösenord för alla: {Password}
        Kommunens roller frågar också efter en kod. Visa den med ./dev code, eller lägg in nyckeln i en autentiseringsapp: {Totp.DemoSecret}

        {string.Join(Environment.NewLine, _made.Select(m => $"  {m.Email,-42} {m.What}"))}

        """;

    private async Task<Actor> StaffAsync(string name, string displayName, params StaffRole[] roles)
    {
        var email = $"{name}@lindkoping.example";
        // The first administrator is invited by nobody, as in a new portal.
        var id = Administrator is null
            ? await stage.AsJobAsync<UserService, Guid>(s => s.InviteAsync(Invite(), default))
            : await stage.AskAsync<UserService, Guid>(Administrator, s => s.InviteAsync(Invite(), default));
        await AcceptAsync(email);
        await stage.AsJobAsync<IServiceProvider, bool>(SetSecondFactorAsync);
        _made.Add((email, string.Join(", ", roles.Select(r => r.Gren is { } gren ? $"{r.Role.Label()} ({gren.Label()}{(r.ProtectedIdentities ? ", även skyddade uppgifter" : "")})" : r.Role.Label()))));
        return new Actor(id, await stage.ReadAsync(db => db.RoleGrants.AsNoTracking().Where(g => g.UserId == id).ToListAsync()));

        InviteStaff Invite() => new() { Email = email, DisplayName = displayName, Roles = roles };

        async Task<bool> SetSecondFactorAsync(IServiceProvider scope)
        {
            var users = scope.GetRequiredService<UserManager<User>>();
            var user = (await users.FindByIdAsync(id.ToString()))!;
            await ((IUserAuthenticatorKeyStore<User>)scope.GetRequiredService<IUserStore<User>>()).SetAuthenticatorKeyAsync(user, Totp.DemoSecret, default);
            return (await users.SetTwoFactorEnabledAsync(user, true)).Succeeded ? true : throw new InvalidOperationException($"{email} got no second factor.");
        }
    }

    private async Task AcceptAsync(string email)
    {
        var secret = await SecretAsync(email);
        await stage.AsJobAsync<InvitationService, bool>(async s =>
        {
            await s.AcceptAsync(secret, Password, default);
            return true;
        }, visitor: true);
    }

    // The link stands in the letter and nowhere else.
    private async Task<string> SecretAsync(string email) =>
        Key().Match(await stage.ReadAsync(db => db.Mail.Where(m => m.To == email).OrderByDescending(m => m.CreatedAt).Select(m => m.Text).FirstAsync())) is { Success: true } found
            ? found.Groups[1].Value
            : throw new InvalidOperationException($"The letter to {email} has no link.");

    [GeneratedRegex(@"nyckel=([\w-]+)")]
    private static partial Regex Key();
}
