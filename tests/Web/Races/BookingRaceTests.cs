using EnVagUt.Core.Ground.Access;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Web.Races;

public class BookingRaceTests(PortalApp app) : IClassFixture<PortalApp>
{
    private const int Coordinators = 20;
    private const int Rounds = 20;
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twenty_coordinators_at_one_server_never_book_too_much()
    {
        var clients = new List<HttpClient>();
        for (var i = 0; i < Coordinators; i++)
            clients.Add(await app.SignInAsAsync(Role.Coordinator));
        var rush = new BookingRush(app.Database, app.Clock, clients);
        for (var round = 0; round < Rounds; round++)
        {
            await rush.OneSlotHasOneWinnerAsync(Ct);
            await rush.ASupervisorsCeilingHoldsAsync(Ct);
            await rush.OnePersonGetsOneSlotAsync(Ct);
        }
    }

    [Fact]
    public async Task Nor_do_they_at_two_servers()
    {
        // The keys of the sign-in cookie lie in the database, so what this host signs both processes accept.
        await using var home = new PortalApp();
        await using var first = await PortalProcess.StartAsync(home.Folder, NoJobs);
        await using var second = await PortalProcess.StartAsync(home.Folder, NoJobs);
        var clients = new List<HttpClient>();
        for (var i = 0; i < Coordinators; i++)
            clients.Add(await home.SignInAtAsync(i % 2 == 0 ? first.Address : second.Address, Role.Coordinator));
        var rush = new BookingRush(home.Database, TimeProvider.System, clients);
        for (var round = 0; round < Rounds; round++)
        {
            await rush.OneSlotHasOneWinnerAsync(Ct);
            await rush.ASupervisorsCeilingHoldsAsync(Ct);
            await rush.OnePersonGetsOneSlotAsync(Ct);
        }
    }

    private static readonly Dictionary<string, string> NoJobs = new() { ["Jobs__Enabled"] = "false" };
}
