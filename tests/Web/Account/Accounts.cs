using System.Text.RegularExpressions;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Tests.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EnVagUt.Tests.Web.Account;

/// <summary>Accounts made as people make them, and signing in through the pages.</summary>
internal static partial class Accounts
{
    public const string Password = "kvist tegel mossa";
    public static readonly string TotpKey = Totp.DemoSecret;

    public static string NewEmail() => $"{Guid.NewGuid():N}@exempel.se";

    /// <summary>An employer's user who has registered; confirmed unless told otherwise.</summary>
    public static Task<User> AddEmployerAsync(this PortalApp app, bool confirmed = true, Guid? employerId = null, string? email = null) =>
        app.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<Core.Ground.Data.AppDb>();
            var user = await s.GetRequiredService<AccountService>()
                .AddEmployerUserAsync(email ?? NewEmail(), "Ek Arbetsgivare", Password, employerId ?? Guid.NewGuid(), default);
            if (confirmed)
                user!.ConfirmEmail();
            await db.SaveChangesAsync();
            return user!;
        });

    /// <summary>Staff who have accepted their invitation; with an authenticator already set up unless told otherwise.</summary>
    public static Task<User> AddStaffAsync(this PortalApp app, Role role, bool withAuthenticator = true) =>
        app.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<Core.Ground.Data.AppDb>();
            var gren = role.MeetsPersons() ? Verksamhetsgren.Arbetsmarknad : (Verksamhetsgren?)null;
            var id = await s.GetRequiredService<UserService>()
                .InviteAsync(new() { Email = NewEmail(), DisplayName = "Asp Medarbetare", Roles = [new(role, gren)] }, default);
            var user = await db.Users.SingleAsync(u => u.Id == id);
            user.SetPassword(Password, s.GetRequiredService<IPasswordHasher<User>>());
            user.ConfirmEmail();
            await db.SaveChangesAsync();
            if (withAuthenticator)
            {
                var store = (IUserAuthenticatorKeyStore<User>)s.GetRequiredService<IUserStore<User>>();
                await store.SetAuthenticatorKeyAsync(user, TotpKey, default);
                await s.GetRequiredService<UserManager<User>>().SetTwoFactorEnabledAsync(user, true);
            }
            return user;
        });

    public static Task<HttpResponseMessage> SignInAsync(this HttpClient client, string email, string password = Password, string? returnTo = null) =>
        client.PostFormAsync(
            "/konto/logga-in" + (returnTo is null ? "" : "?till=" + Uri.EscapeDataString(returnTo)),
            Fields(("Email", email), ("Password", password)));

    public static string Code(string? key = null) => Totp.Code(key ?? TotpKey, DateTime.UtcNow);

    /// <summary>A code that is wrong now and for the minutes around now.</summary>
    public static string WrongCode(string? key = null)
    {
        var near = Enumerable.Range(-6, 13).Select(i => Totp.Code(key ?? TotpKey, DateTime.UtcNow.AddSeconds(i * 30))).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(100000, 1000).Select(i => $"{i}").First(c => !near.Contains(c));
    }

    public static IEnumerable<KeyValuePair<string, string?>> Fields(params (string Name, string? Value)[] fields) =>
        fields.Select(f => KeyValuePair.Create(f.Name, f.Value));

    /// <summary>The path and query of the newest letter's link.</summary>
    public static async Task<string> LinkAsync(this PortalApp app, string template, string to)
    {
        var text = await app.ReadAsync(db => db.Mail.Where(m => m.Template == template && m.To == to).OrderByDescending(m => m.CreatedAt).Select(m => m.Text).FirstAsync());
        return Link().Match(text).Value;
    }

    public static Task<List<string>> VerbsAsync(this PortalApp app, Guid userId) =>
        app.ReadAsync(db => db.VerbsAsync(h => h.SubjectId == userId));

    [GeneratedRegex(@"/konto/[a-z-]+\?nyckel=[\w-]+")]
    private static partial Regex Link();
}
