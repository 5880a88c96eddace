namespace EnVagUt.Tests.Bench;

/// <summary>./dev bench [NAME]: one line per benchmark, ours against a committed reference, interleaved on one host.</summary>
internal static class BenchProgram
{
    public static async Task Main(string[] args)
    {
        await using var host = await BenchHost.StartAsync();
        foreach (var bench in Benchmarks.All(host).Where(b => args.Length == 0 || args.Contains(b.Name)))
            Console.WriteLine(await bench.RunAsync());
    }
}
