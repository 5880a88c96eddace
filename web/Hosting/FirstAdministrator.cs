using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Users;

namespace EnVagUt.Web.Hosting;

internal static class FirstAdministrator
{
    /// <summary>An empty portal has nobody who can invite: Portal:FirstAdministrator is an address that gets the first invitation.</summary>
    public static async Task InviteFirstAdministratorAsync(this WebApplication app)
    {
        if (app.Configuration["Portal:FirstAdministrator"] is not { Length: > 0 } email)
            return;
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Viewer>().BecomeJob();
        try
        {
            await scope.ServiceProvider.GetRequiredService<UserService>().InviteFirstAdministratorAsync(email, CancellationToken.None);
        }
        catch (RuleBreachException e) when (e.Rule == Rule.EmailTaken)
        {
            app.Logger.LogWarning("Portal:FirstAdministrator already has an account without that role; nobody was invited");
        }
    }
}
