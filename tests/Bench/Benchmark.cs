using System.Globalization;

namespace EnVagUt.Tests.Bench;

/// <summary>
/// Throughput of our page against a bare one: the same connections, rounds taken in turn, the median of seven, so that
/// the machine's mood falls on both alike.
/// </summary>
/// <param name="Target">What the ratio should reach; printed, never asserted: speed is no test.</param>
internal sealed record Benchmark(string Name, HttpClient Client, Func<int, string> Ours, string Reference, double Target)
{
    private const int Rounds = 7;
    private const int Connections = 8;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RoundTime = TimeSpan.FromSeconds(2);

    public async Task<string> RunAsync()
    {
        await MeasureAsync(Ours, WarmUp);
        await MeasureAsync(_ => Reference, WarmUp);
        var (ours, reference) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(await MeasureAsync(Ours, RoundTime));
            reference.Add(await MeasureAsync(_ => Reference, RoundTime));
        }
        var ratio = Median(ours) / Median(reference);
        return string.Create(CultureInfo.InvariantCulture,
            $"bench {Name} ratio={ratio:0.00} ours={Median(ours):0}/s ({ours.Min():0}-{ours.Max():0}) reference={Median(reference):0}/s ({reference.Min():0}-{reference.Max():0}) higher is better, target {Target:0.0}");
    }

    /// <returns>Requests a second.</returns>
    private async Task<double> MeasureAsync(Func<int, string> path, TimeSpan time)
    {
        var count = 0;
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            while (clock.Elapsed < time)
            {
                var number = Interlocked.Increment(ref count);
                using var answer = await Client.GetAsync(path(number));
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync();
            }
        })));
        return count / clock.Elapsed.TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
