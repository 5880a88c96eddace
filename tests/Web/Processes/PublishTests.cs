using System.Diagnostics;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Web.Processes;

/// <summary>What «dotnet publish» gives is whole: it starts elsewhere, with style sheets, texts and migrations.</summary>
public class PublishTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_published_portal_starts_and_shows_its_pages()
    {
        var folder = Directory.CreateTempSubdirectory("envagut-publish-");
        try
        {
            var output = Path.Combine(folder.FullName, "portal");
            await PublishAsync(output);
            await using var portal = await PortalProcess.StartAsync(
                Directory.CreateDirectory(Path.Combine(folder.FullName, "data")).FullName, program: Path.Combine(output, "EnVagUt.Web.dll"));
            using var http = new HttpClient { BaseAddress = portal.Address };

            Assert.Contains("Ställ en fråga", await http.GetStringAsync("/", Ct), StringComparison.Ordinal);
            Assert.Equal("Healthy", await http.GetStringAsync("/halsa/redo", Ct));
            foreach (var file in new[] { "/css/designsystemet.css", "/css/theme.css", "/css/portal.css" })
                Assert.True((await http.GetStringAsync(file, Ct)).Length > 1000, file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The build that is being tested is published, not another one: no second compilation.
    private static async Task PublishAsync(string output)
    {
        var configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
        using var publish = Process.Start(new ProcessStartInfo("dotnet",
            ["publish", Path.Combine(Repository.Root, "web"), "-c", configuration, "--no-build", "-o", output, "-v", "q", "--nologo"])
        {
            RedirectStandardOutput = true,
        })!;
        var log = await publish.StandardOutput.ReadToEndAsync(Ct);
        await publish.WaitForExitAsync(Ct);
        Assert.True(publish.ExitCode == 0, log);
    }
}
