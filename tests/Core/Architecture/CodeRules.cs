using System.Text.RegularExpressions;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Core.Architecture;

/// <summary>Who may reference whom, and how long a file may grow: an unwritten rule is no rule.</summary>
public partial class CodeRules
{
    // A file that must be longer gets a row here, with its reason, in the commit that makes it so.
    private static readonly HashSet<string> MayBeLonger = [];

    private static IEnumerable<string> Core => Repository.Files("core", "*.cs");
    private static IEnumerable<string> Web => Repository.Files("web", "*.cs");

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
    public void Only_the_injected_clock_tells_the_time() =>
        Expect.None(Repository.Hits([.. Core, .. Web.Where(f => !f.StartsWith("web/Hosting/", StringComparison.Ordinal))], SystemTime()));

    [Fact]
    public void Hosting_registers_the_clock_and_reads_no_other() =>
        Expect.None(Repository.Hits(Web.Where(f => f.StartsWith("web/Hosting/", StringComparison.Ordinal)), SystemTime())
            .Where(hit => !hit.Contains("AddSingleton(TimeProvider.System)", StringComparison.Ordinal)));

    [Fact]
    public void Files_stay_short()
    {
        var entities = typeof(AppDb).Assembly.GetTypes().Where(t => typeof(Entity).IsAssignableFrom(t)).Select(t => t.Name + ".cs").ToHashSet(StringComparer.Ordinal);
        var alarms =
            from file in Core.Concat(Web)
            let name = Path.GetFileName(file)
            let limit = name.EndsWith(".cshtml.cs", StringComparison.Ordinal) ? 150
                : name.EndsWith("Service.cs", StringComparison.Ordinal) ? 300
                : file.StartsWith("core/", StringComparison.Ordinal) && entities.Contains(name) ? 250
                : int.MaxValue
            let lines = Repository.Read(file).Count(c => c == '\n')
            where lines > limit && !MayBeLonger.Contains(file)
            select $"{file} has {lines} lines; {limit} is the limit";
        Expect.None(alarms);
    }

    [Fact]
    public void Identifiers_are_ascii() =>
        Expect.None(AssemblyNames.OwnFiles().SelectMany(AssemblyNames.Identifiers).Distinct()
            .Where(name => name.Any(c => !char.IsAscii(c))));

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

    [GeneratedRegex(@"SaveChanges|ExecuteUpdate|ExecuteDelete|ExecuteSql|ChangeTracker|\bdb(\.\w+)?\.(Add|Remove|Update|Attach)\w*\(|\.Set<\w+>\(\)\.(Add|Remove|Update|Attach)")]
    private static partial Regex Write();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(UtcNow|Now|Today)\b|TimeProvider\.System\b")]
    private static partial Regex SystemTime();

    [GeneratedRegex(@"\sstyle\s*=|<style\b|<script\b(?![^>]*\bsrc=)|\son[a-z]+\s*=\s*[""']|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
