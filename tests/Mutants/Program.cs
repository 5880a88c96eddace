using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace EnVagUt.Tests.Mutants;

/// <summary>
/// ./dev mutants [FOLDER …] [--seed N] [--guards N] [--comparisons N]: plants faults in core, in what refuses or leaves out and in
/// comparisons, and tells which ones the tests of Core do not see. A sample, drawn by the seed, which is printed.
/// </summary>
internal static class MutantsProgram
{
    private const string Simulation = "EnVagUt.Tests.Core.Reminders.Simulation.SimulationTests";
    private const double LeastGuards = 0.9, LeastComparisons = 0.75;

    public static async Task<int> Main(string[] args)
    {
        var (folders, seed, guards, comparisons) = Read(args);
        var root = Environment.CurrentDirectory;
        var watch = Stopwatch.StartNew();
        var workshop = new Workshop(root);
        await workshop.CopyAsync();

        var all = workshop.Find(folders);
        var faults = await PlantAsync(workshop, all, seed, guards, comparisons);
        // A small folder may have fewer places than were asked for; the two proofs stand after them.
        var count = faults.Count - Proof.Count;
        Console.WriteLine($"Seed {seed}: {count} of {all.Count} places in {string.Join(", ", folders)}");
        var coverage = await workshop.CoverAsync();
        Console.WriteLine($"Built, and all green without a fault, after {watch.Elapsed.TotalMinutes:0.0} minutes");
        if (!await IsHonestAsync(workshop, faults))
            return 2;

        var red = new ConcurrentBag<int>();
        // Two at a time: more would only make each other late, and late is red.
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (id, _) =>
        {
            if (await IsRedAsync(workshop, id, [.. coverage[id]]))
                red.Add(id);
            else
                Console.WriteLine($"LIVES  {faults[id]}");
        });
        var passed = Tell("Guards", FaultKind.Guard, LeastGuards) & Tell("Comparisons", FaultKind.Comparison, LeastComparisons);
        Console.WriteLine($"Took {watch.Elapsed.TotalMinutes:0} minutes");
        return passed ? 0 : 1;

        bool Tell(string what, FaultKind kind, double least)
        {
            var (of, seen) = (Enumerable.Range(0, count).Count(i => faults[i].Kind == kind), red.Count(i => faults[i].Kind == kind));
            Console.WriteLine($"{what}: {seen} of {of} red (at least {least:0 %} is wanted)");
            return seen >= least * of;
        }
    }

    // What does not compile is replaced by the next in the drawn order, until all do. Last of all stand two that must behave as they should.
    private static async Task<IReadOnlyList<Fault>> PlantAsync(Workshop workshop, IReadOnlyList<Fault> all, int seed, int guards, int comparisons)
    {
        var random = new Random(seed);
        var drawn = all.OrderBy(_ => random.Next()).ToList();
        Fault[] proofs = [.. Proof.Of(workshop)];
        while (true)
        {
            List<Fault> planted = [.. drawn.Where(f => f.Kind == FaultKind.Guard).Take(guards), .. drawn.Where(f => f.Kind == FaultKind.Comparison).Take(comparisons), .. proofs];
            await workshop.PlantAsync(planted);
            var guilty = await workshop.BuildAsync();
            if (guilty.Count == 0)
                return planted;
            drawn.RemoveAll(guilty.Contains);
        }
    }

    /// <summary>A fault that every test of a rule meets must be red, and one that changes nothing must be green.</summary>
    private static async Task<bool> IsHonestAsync(Workshop workshop, IReadOnlyList<Fault> faults)
    {
        var (known, harmless) = (await workshop.IsRedOutsideAsync(faults.Count - 2, []), await workshop.IsRedOutsideAsync(faults.Count - 1, []));
        Console.WriteLine($"{faults[^2]}: {(known ? "red, as it must be" : "GREEN")}");
        Console.WriteLine($"{faults[^1]}: {(harmless ? "RED" : "green, as it must be")}");
        return known && !harmless;
    }

    // The tests that pass the fault, the long one of them last; all of Core where it is passed outside of a test or once for all.
    private static async Task<bool> IsRedAsync(Workshop workshop, int id, IReadOnlyCollection<string> passing)
    {
        var (quick, slow) = (passing.Where(c => c.Length > 0 && c != Simulation).ToArray(), passing.Where(c => c == Simulation).ToArray());
        return await workshop.IsRedInAsync(id, quick)
            || passing.Contains("") && await workshop.IsRedOutsideAsync(id, [.. quick, Simulation])
            || await workshop.IsRedInAsync(id, slow);
    }

    private static (string[] Folders, int Seed, int Guards, int Comparisons) Read(string[] args)
    {
        int Value(string name, int otherwise) => Array.IndexOf(args, name) is var i and >= 0 ? int.Parse(args[i + 1], CultureInfo.InvariantCulture) : otherwise;
        var folders = args.TakeWhile(a => !a.StartsWith("--", StringComparison.Ordinal)).ToArray();
        return (folders.Length > 0 ? folders : ["core/Places", "core/Cases"], Value("--seed", Environment.TickCount & 0xffff), Value("--guards", 75), Value("--comparisons", 75));
    }
}
