using System.Data.Common;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Tests.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Web.Fields;

/// <summary>A save that the database breaks off because of another one is no crash: what was typed stays, to be sent again.</summary>
public class LostRacePageTests(LostRacePageTests.BusyPortal app) : IClassFixture<LostRacePageTests.BusyPortal>
{
    [Fact]
    public async Task A_broken_off_save_is_answered_with_the_form_as_it_was_typed()
    {
        var participant = await new Stage(app.Database, app.Clock).ParticipantAsync();
        using var client = await app.SignInAsAsync(Role.Coordinator);
        var url = $"/deltagare/{participant.Id}/andra";
        app.Busy.IsBusy = true;
        using var broken = await client.PostFormAsync(url, new Dictionary<string, string?> { ["Input.Wish"] = "Vill vara ute" });
        app.Busy.IsBusy = false;
        var page = await broken.DocumentAsync();
        Assert.Equal(422, (int)broken.StatusCode);
        Assert.Contains(RuleText.Of(Rule.TooManyRetries), page.QuerySelector(".ds-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Vill vara ute", page.QuerySelector("textarea")!.TextContent);

        using var again = await client.PostFormAsync(page, url);
        Assert.Equal(302, (int)again.StatusCode);
        Assert.Equal("Vill vara ute", await app.ReadAsync(db => db.Participants.Select(p => p.Wish).SingleAsync()));
    }

    public sealed class BusyPortal : PortalApp
    {
        internal BusyDatabase Busy { get; } = new();

        protected override void AddTestServices(IServiceCollection services) => services.AddSingleton<IInterceptor>(Busy);
    }

    internal sealed class BusyDatabase : DbCommandInterceptor
    {
        public bool IsBusy { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            IsBusy && eventData.CommandSource == CommandSource.SaveChanges
                ? throw new SqliteException("database is locked", 5)
                : base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
