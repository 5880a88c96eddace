using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EnVagUt.Tests.Mutants;

/// <summary>A copy of the tree in which faults are planted, built and tried. The tree itself is never touched.</summary>
internal sealed partial class Workshop(string root)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(6);

    // Tests of the text and the shape of the code would see the planting, and not what it does.
    private static readonly string[] AllOfCore = ["-namespace-", "EnVagUt.Tests.Core.Architecture"];

    private readonly string _folder = Path.Combine(root, "artifacts", "mutants");
    private IReadOnlyList<Fault> _planted = [];

    private string Tests => Path.Combine(_folder, "tests", "Core", "bin", "Debug", "net10.0", "EnVagUt.Tests.Core");

    public async Task CopyAsync()
    {
        // Anew each time: a file that is gone from the tree would be compiled with the rest.
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
        Directory.CreateDirectory(_folder);
        var files = (await RunAsync(root, [], "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")).Said.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        foreach (var file in files.Where(f => File.Exists(Path.Combine(root, f))))
        {
            var copy = Path.Combine(_folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(root, file), copy, overwrite: true);
        }
        File.Copy(Path.Combine(_folder, "tests/Mutants/Planted/Mutant.cs"), Path.Combine(_folder, "core/Mutant.cs"), overwrite: true);
        File.Copy(Path.Combine(_folder, "tests/Mutants/Planted/Coverage.cs"), Path.Combine(_folder, "tests/Core/Coverage.cs"), overwrite: true);
    }

    public IReadOnlyList<Fault> Find(IEnumerable<string> folders) =>
        [.. folders.SelectMany(f => Directory.EnumerateFiles(Path.Combine(_folder, f), "*.cs", SearchOption.AllDirectories)).Order(StringComparer.Ordinal)
            .SelectMany(path => FaultFinder.In(Path.GetRelativePath(_folder, path), CSharpSyntaxTree.ParseText(File.ReadAllText(path), path: path).GetRoot()))];

    /// <summary>Plants each fault under its place in the list.</summary>
    public async Task PlantAsync(IReadOnlyList<Fault> faults)
    {
        foreach (var file in _planted.Concat(faults).Select(f => f.File).Distinct())
            File.Copy(Path.Combine(root, file), Path.Combine(_folder, file), overwrite: true);
        _planted = faults;
        foreach (var group in faults.Select((f, i) => (Fault: f, Id: i)).GroupBy(x => x.Fault.File))
        {
            var byNode = group.ToLookup(x => x.Fault.Node);
            var tree = group.First().Fault.Node.SyntaxTree.GetRoot();
            var planted = tree.ReplaceNodes(byNode.Select(g => g.Key), (node, inner) => byNode[node].Aggregate(inner, (n, x) => x.Fault.Plant(n, x.Id)));
            await File.WriteAllTextAsync(Path.Combine(_folder, group.Key), planted.ToFullString());
        }
    }

    /// <returns>The faults that do not compile; empty when all is built.</returns>
    public async Task<IReadOnlySet<Fault>> BuildAsync()
    {
        var (code, said) = await RunAsync(_folder, [], "dotnet", "build", "tests/Core", "-v", "q", "--nologo", "-p:TreatWarningsAsErrors=false",
            "-p:EnforceCodeStyleInBuild=false", "-p:RunAnalyzers=false");
        var guilty = new HashSet<Fault>();
        foreach (Match error in CompilerError().Matches(said))
        {
            var file = Path.GetRelativePath(_folder, error.Groups[1].Value);
            var line = File.ReadLines(error.Groups[1].Value).ElementAt(int.Parse(error.Groups[2].Value, CultureInfo.InvariantCulture) - 1);
            var named = Planted().Matches(line).Select(m => _planted[int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)]).ToList();
            guilty.UnionWith(named.Count > 0 ? named : _planted.Where(f => f.File == file));
        }
        return code == 0 || guilty.Count > 0 ? guilty : throw new InvalidOperationException($"The copy does not build:\n{said}");
    }

    /// <summary>Runs all of Core with no fault alive.</summary>
    /// <returns>For each fault the test classes that pass it; an empty name where it was passed outside of any.</returns>
    public async Task<ILookup<int, string>> CoverAsync()
    {
        var path = Path.Combine(_folder, "coverage.txt");
        var (code, said) = await TryAsync(-1, AllOfCore, ("ENVAGUT_MUTANT_COVERAGE", path));
        return code == 0
            ? File.ReadLines(path).Select(l => l.Split(' ')).ToLookup(l => int.Parse(l[0], CultureInfo.InvariantCulture), l => l[1])
            : throw new InvalidOperationException($"Without a fault the tests are red:\n{said}");
    }

    /// <summary>Runs the classes with one fault alive, until a test is red.</summary>
    public async Task<bool> IsRedInAsync(int fault, IReadOnlyCollection<string> classes) =>
        classes.Count > 0 && (await TryAsync(fault, [.. classes.SelectMany(c => new[] { "-class", c })])).Code != 0;

    /// <summary>Runs all of Core but the classes with one fault alive, until a test is red.</summary>
    public async Task<bool> IsRedOutsideAsync(int fault, IReadOnlyCollection<string> classes) =>
        (await TryAsync(fault, [.. AllOfCore, .. classes.SelectMany(c => new[] { "-class-", c })])).Code != 0;

    // One thread, since two faults are tried side by side. A small world in the simulation: it is long even so.
    private Task<(int Code, string Said)> TryAsync(int fault, string[] which, params (string, string)[] more) => RunAsync(_folder,
        [("ENVAGUT_MUTANT", $"{fault}"), ("ENVAGUT_SIM_PLACEMENTS", "100"), ("DOTNET_TieredPGO", "0"), .. more],
        Tests, ["-noColor", "-stopOnFail", "-maxThreads", more.Length > 0 ? "2" : "1", .. which]);

    private static async Task<(int Code, string Said)> RunAsync(string folder, (string Name, string Value)[] environment, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Longest);
        try
        {
            var (said, complained) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await said + await complained);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (-1, $"{program} took more than {Longest.TotalMinutes} minutes.");
        }
    }

    [GeneratedRegex(@"^\s*(/[^\n(]+\.cs)\((\d+),\d+\): error", RegexOptions.Multiline)]
    private static partial Regex CompilerError();

    [GeneratedRegex(@"Mutant\.Is\((\d+)\)")]
    private static partial Regex Planted();
}
