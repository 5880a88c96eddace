using EnVagUt.Tests.Common;

namespace EnVagUt.Tests.Bench;

/// <summary>./dev bench [NAME]: one line per benchmark, ours against a committed reference, interleaved on one host.</summary>
internal static class BenchProgram
{
    public static async Task Main(string[] args)
    {
        // This project is a web project too, so the portal's folder must be named.
        Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_ENVAGUT_WEB", Path.Combine(Repository.Root, "web"));
        await using var host = await BenchHost.StartAsync();
        foreach (var bench in Benchmarks.All(host).Where(b => args.Length == 0 || args.Contains(b.Name)))
            Console.WriteLine(await bench.RunAsync());
    }
}
