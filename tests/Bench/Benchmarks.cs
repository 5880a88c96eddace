namespace EnVagUt.Tests.Bench;

internal static class Benchmarks
{
    /// <summary>At 100 000 placements: the list that coordinators search all day, and a case page, which also logs its reader.</summary>
    public static IEnumerable<Benchmark> All(BenchHost host)
    {
        yield return new("platser", host.Client, _ => "/platser", "/referens", Target: 0.5);
        yield return new("placering", host.Client, number => $"/placeringar/{host.PlacementIds[number % host.PlacementIds.Count]}", "/referens", Target: 0.2);
    }
}
