using EnVagUt.Tests.Common;

namespace EnVagUt.Tests.Bench;

/// <summary>./dev bench [NAME …]: one line per benchmark, ours against a committed reference, interleaved on one host.</summary>
internal static class BenchProgram
{
    // Fifty kills take minutes and compare nothing: they are run when they are named.
    private static readonly string[] WhenNoneIsNamed = ["platser", "placering", "mail"];

    public static async Task Main(string[] args)
    {
        // This project is a web project too, so the portal's folder must be named.
        Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_ENVAGUT_WEB", Path.Combine(Repository.Root, "web"));
        var names = args.Length == 0 ? WhenNoneIsNamed : args;
        if (names.Contains("mail"))
            Console.WriteLine(await MailBench.RunAsync());
        if (names.Contains("kill"))
            Console.WriteLine(await KillBench.RunAsync());
        if (names.Except(["mail", "kill"]).Any())
            await PagesAsync(names);
    }

    private static async Task PagesAsync(string[] names)
    {
        await using var host = await BenchHost.StartAsync();
        foreach (var bench in Benchmarks.All(host).Where(b => names.Contains(b.Name)))
            Console.WriteLine(await bench.RunAsync());
    }
}
