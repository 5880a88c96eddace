using EnVagUt.Core.Accounts.Reports;
using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Tests.Common;
using EnVagUt.Tests.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Demo;

/// <summary>A tenth of the demo municipality, made by the program's own verb, and by a start that found a database of another Initial.</summary>
public sealed class DemoTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private readonly List<string> _folders = [];

    [Fact]
    public async Task The_demo_shows_every_state_and_is_the_same_each_time()
    {
        var (first, second) = (Folder(), Folder());
        Assert.Equal(0, await RunAsync(first, "Development"));
        // What moves a database aside is about SQLite; where a server is named the verb makes both.
        if (TestServer.IsNamed)
            Assert.Equal(0, await RunAsync(second, "Development"));
        else
            await MoveAsideAndLoadAsync(second);
        // Whoever loads it once more would get everything twice.
        Assert.Equal(2, await RunAsync(first, "Development"));

        await using var database = TestDb.OfFile(Path.Combine(first, "envagut.db"));
        await using var db = database.Open();
        Assert.Equivalent(Enum.GetValues<PlacementStatus>(), await db.Placements.Select(p => p.Status).Distinct().ToListAsync(Ct), strict: true);
        Assert.Equivalent(Enum.GetValues<OfferStatus>(), await db.Offers.Select(o => o.Status).Distinct().ToListAsync(Ct), strict: true);
        Assert.Equivalent(Enum.GetValues<EmployerStatus>(), await db.Employers.Select(e => e.Status).Distinct().ToListAsync(Ct), strict: true);
        var agreements = await db.Agreements.IgnoreQueryFilters().Include(a => a.Approvals).ToListAsync(Ct);
        Assert.Contains(agreements, a => a.Status == AgreementStatus.Concluded);
        Assert.Contains(agreements, a => a.Next == Approver.Participant && a.Status == AgreementStatus.Sent);
        var theirs = await db.RoleGrants.Where(g => db.Users.Any(u => u.Id == g.UserId && u.Email == "arbetsgivare@foretag.example")).Select(g => g.EmployerId).SingleAsync(Ct);
        Assert.Contains(agreements, a => a.Next == Approver.Workplace && a.Status == AgreementStatus.Sent && a.EmployerId == theirs);
        Assert.True(await db.Certificates.IgnoreQueryFilters().AnyAsync(Ct));
        Assert.Contains(await db.Workplaces.Select(w => w.FirstDay).ToListAsync(Ct), f => f.Missing.Count == 0);
        Assert.Contains(ReportStatus.HandedOver, await db.AnnualReports.Select(r => r.Status).ToListAsync(Ct));
        // Persons, and employments with a support decision, who are persons.
        var tables = await db.ReportTables.AsNoTracking().Include(t => t.Figures).Where(t => t.Kind != ReportTableKind.Places && t.Kind != ReportTableKind.Clauses).ToListAsync(Ct);
        var figures = tables.SelectMany(t => t.Figures.Where(f => t.Kind != ReportTableKind.Lonestod || f.Column == "Använda")).ToList();
        Assert.Contains(figures, f => f.Hidden);
        Assert.All(figures, f => Assert.True(f.Value is null or 0 or >= 5, $"{f.Section} {f.Row} {f.Column} {f.Value}"));
        Assert.Contains(MailState.Queued, await db.Mail.Select(m => m.State).Distinct().ToListAsync(Ct));
        Assert.DoesNotContain(await db.Persons.ToListAsync(Ct), p => p.Number is not null);

        var text = await File.ReadAllTextAsync(Path.Combine(first, "demo-inloggningar.txt"), Ct);
        var user = await db.Users.SingleAsync(u => u.Email == "samordnare@lindkoping.example", Ct);
        Assert.Contains(user.Email!, text, StringComparison.Ordinal);
        Assert.Contains(Totp.DemoSecret, text, StringComparison.Ordinal);
        Assert.True(user is { EmailConfirmed: true, TwoFactorEnabled: true });
        var password = text.Split(["Lösenord för alla: ", Environment.NewLine], StringSplitOptions.None)[1];
        Assert.NotEqual(PasswordVerificationResult.Failed, new PasswordHasher<User>().VerifyHashedPassword(user, user.PasswordHash!, password));

        await using var other = TestDb.OfFile(Path.Combine(second, "envagut.db"));
        await using var otherDb = other.Open();
        Assert.Equal(await CountsAsync(db), await CountsAsync(otherDb));
    }

    [Fact]
    public async Task The_demo_is_refused_outside_development()
    {
        var folder = Folder();
        Assert.Equal(2, await RunAsync(folder, "Testing"));
        Assert.False(File.Exists(Path.Combine(folder, "demo-inloggningar.txt")));
    }

    [Fact]
    public async Task The_demo_is_refused_on_sql_server()
    {
        var folder = Folder();
        Assert.Equal(2, await RunAsync(folder, "Development", "--Database:Provider", "SqlServer", "--ConnectionStrings:AppDb", "Server=finns.invalid;Database=x"));
        Assert.False(File.Exists(Path.Combine(folder, "demo-inloggningar.txt")));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _folders.ForEach(f => Directory.Delete(f, recursive: true));
        return ValueTask.CompletedTask;
    }

    private string Folder()
    {
        _folders.Add(Directory.CreateTempSubdirectory("envagut-test-").FullName);
        return _folders[^1];
    }

    private static async Task MoveAsideAndLoadAsync(string folder)
    {
        await SchemaTests.OfAnotherInitialAsync(folder);
        await using var portal = await PortalProcess.StartAsync(folder, new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["scale"] = "0.1", ["Jobs__Enabled"] = "false" });
        Assert.True(File.Exists(Path.Combine(folder, "envagut-20200101000000_Initial.db")));
        Assert.True(File.Exists(Path.Combine(folder, "demo-inloggningar.txt")));
        Assert.False(File.Exists(Path.Combine(folder, "demo-halvvags")));
    }

    private static Task<int> RunAsync(string folder, string environment, params string[] more)
    {
        string[] args = ["demo", "--scale", "0.1", "--environment", environment, "--ENVAGUT_DATA", folder, "--Jobs:Enabled", "false", "--Portal:Address", "http://localhost", .. more];
        return Task.Run(() => (int)typeof(Program).Assembly.EntryPoint!.Invoke(null, [args])!);
    }

    private static async Task<string> CountsAsync(EnVagUt.Core.Ground.Data.AppDb db) => string.Join(", ",
        (await db.Placements.GroupBy(p => new { p.Status, p.Form, p.StartedOn }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(Ct))
        .Select(g => $"{g.Key.Status} {g.Key.Form} {g.Key.StartedOn:yyyy-MM-dd} {g.Count}")
        .Concat((await db.Offers.GroupBy(o => o.Status).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(Ct)).Select(g => $"{g.Key} {g.Count}"))
        .Append($"{await db.Mail.CountAsync(Ct)} letters")
        .Append($"{await db.History.CountAsync(Ct)} acts")
        .Order(StringComparer.Ordinal));
}
