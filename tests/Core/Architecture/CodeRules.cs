using System.Text.RegularExpressions;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Core.Architecture;

/// <summary>Who may reference whom, and how long a file may grow: an unwritten rule is no rule.</summary>
public partial class CodeRules(ITestOutputHelper output)
{
    // A file that must be longer gets a row here, with its reason, in the commit that makes it so; no type may be longer than the longest.
    private static readonly HashSet<string> MayBeLonger =
    [
        // The case of the whole portal: every verb of its table is a method here, and what they guard lies in its values.
        "core/Cases/Placements/Placement.cs",
    ];

    // SQL Server sorts ids by their random end, so Entity.Seq tells what is newest. An id may break a tie where nothing is shown as newest.
    private static readonly string[] TiesByAnId =
    [
        "core/Accounts/Reports/AnnualReportService.cs", // in which order the nämnder are compiled
        "web/Parts/CompensationTask.cs", // months with the same last day
    ];

    private static IEnumerable<string> Core => Repository.Files("core", "*.cs");
    private static IEnumerable<string> Web => Repository.Files("web", "*.cs");

    /// <summary>As dotnet format orders them; asked here, since asking it costs a minute.</summary>
    [Fact]
    public void Usings_stand_in_order_System_first()
    {
        var files = new[] { "core", "web", "tests", "migrations" }.SelectMany(f => Repository.Files(f, "*.cs"));
        Expect.None(files.Where(f => Usings(f) is var usings && !usings.SequenceEqual(usings
            .OrderByDescending(u => u == "System" || u.StartsWith("System.", StringComparison.Ordinal)).ThenBy(u => u, StringComparer.OrdinalIgnoreCase))));
    }

    private static List<string> Usings(string file) =>
        [.. Repository.Read(file).Split('\n').TakeWhile(l => l.Length < 2 || !l.StartsWith("namespace", StringComparison.Ordinal)).Select(l => Using().Match(l)).Where(m => m.Success).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"^using ([\w.]+);")]
    private static partial Regex Using();

    [Fact]
    public void Core_knows_no_pages_no_requests_and_no_database_brand()
    {
        var core = AssemblyNames.Of(typeof(AppDb).Assembly);
        Expect.None(core.ReferencedTypes.Where(t =>
            t.StartsWith("Microsoft.AspNetCore.Mvc", StringComparison.Ordinal) || t.StartsWith("Microsoft.AspNetCore.Http", StringComparison.Ordinal)));
        Expect.None(core.ReferencedAssemblies.Where(a => Brand().IsMatch(a)));
    }

    [Fact]
    public void Only_hosting_names_a_database_brand() =>
        Expect.None(Repository.Hits([.. Core, .. Web.Where(f => !f.StartsWith("web/Hosting/", StringComparison.Ordinal))], Brand()));

    [Fact]
    public void A_page_changes_nothing_itself() =>
        Expect.None(Repository.Hits(Web.Where(f => f.StartsWith("web/Pages/", StringComparison.Ordinal)), Write()));

    [Fact]
    public void Nothing_is_ordered_by_an_id() =>
        Expect.None(Repository.Hits([.. Core, .. Web, .. Repository.Files("web", "*.cshtml")], OrderedById())
            .Where(hit => !TiesByAnId.Any(f => hit.StartsWith(f + ":", StringComparison.Ordinal))));

    [Fact]
    public void A_file_that_may_break_ties_by_an_id_does() =>
        Assert.All(TiesByAnId, file => Assert.NotEmpty(Repository.Hits([file], OrderedById())));

    [Fact]
    public void Only_the_injected_clock_tells_the_time() =>
        Expect.None(Repository.Hits([.. Core, .. Web.Where(f => !f.StartsWith("web/Hosting/", StringComparison.Ordinal))], SystemTime())
            // It numbers rows and is no time: servers with clocks of their own must follow one.
            .Where(hit => !hit.StartsWith("core/Ground/Entities/Sequence.cs:", StringComparison.Ordinal)));

    [Fact]
    public void Hosting_registers_the_clock_and_reads_no_other() =>
        Expect.None(Repository.Hits(Web.Where(f => f.StartsWith("web/Hosting/", StringComparison.Ordinal)), SystemTime())
            .Where(hit => !hit.Contains("AddSingleton(TimeProvider.System)", StringComparison.Ordinal)));

    [Fact]
    public void Files_and_types_stay_short()
    {
        var entities = typeof(AppDb).Assembly.GetTypes().Where(t => typeof(Entity).IsAssignableFrom(t)).Select(t => t.Name + ".cs").ToHashSet(StringComparer.Ordinal);
        var types = TypeSizes.Of([.. Core, .. Web]);
        Assert.Contains(types, t => t.Files.Count > 1);
        var alarms =
            from type in types
            from file in type.Files
            let name = Path.GetFileName(file)
            let limit = MayBeLonger.Contains(file) ? TypeSizes.Longest
                : name.EndsWith(".cshtml.cs", StringComparison.Ordinal) ? 150
                : file.StartsWith("core/", StringComparison.Ordinal) && entities.Contains(name) ? 250
                : TypeSizes.Longest
            where type.Lines > limit
            select $"{type} is longer than {limit}";
        var sizes = TypeSizes.Summary(types);
        output.WriteLine(sizes);
        Expect.None(alarms.Select(a => $"{a} ({sizes})"));
    }

    [Fact]
    public void Identifiers_are_ascii() =>
        Expect.None(AssemblyNames.OwnFiles().SelectMany(AssemblyNames.Identifiers).Distinct()
            // xunit's generated entry point lies in a namespace drawn by lot.
            .Where(name => name.Any(c => !char.IsAscii(c)) && !name.StartsWith("Xunit.AutoGenerated.", StringComparison.Ordinal)));

    [Fact]
    public void Nothing_is_inline_in_html()
    {
        var hits =
            from file in Repository.Files("web", "*.cshtml")
            from line in Repository.Read(file).Split('\n').Select((text, i) => (Number: i + 1, Text: text))
            where Inline().IsMatch(line.Text)
            select $"{file}:{line.Number}: {line.Text.Trim()}";
        Expect.None(hits);
    }

    [GeneratedRegex(@"Sqlite|SqlServer|SqlClient", RegexOptions.IgnoreCase)]
    private static partial Regex Brand();

    [GeneratedRegex(@"\b(OrderBy|ThenBy|MinBy|MaxBy)(Descending)?\(\(?\w+\)? => [\w.!]*\.\w*Id\)|\borderby\b.*\.\w*Id\b")]
    private static partial Regex OrderedById();

    [GeneratedRegex(@"SaveChanges|ExecuteUpdate|ExecuteDelete|ExecuteSql|ChangeTracker|\bdb(\.\w+)?\.(Add|Remove|Update|Attach)\w*\(|\.Set<\w+>\(\)\.(Add|Remove|Update|Attach)")]
    private static partial Regex Write();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(UtcNow|Now|Today)\b|TimeProvider\.System\b")]
    private static partial Regex SystemTime();

    [GeneratedRegex(@"\sstyle\s*=|<style\b|<script\b(?![^>]*\bsrc=)|\son[a-z]+\s*=\s*[""']|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
