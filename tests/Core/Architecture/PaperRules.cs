using System.Text.RegularExpressions;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Core.Architecture;

/// <summary>Code cites only papers that lie in docs, and what a citation or a paper points at is there.</summary>
public partial class PaperRules
{
    // These are cited by section, and a section is there only because something cites it.
    private static readonly string[] Sectioned = [.. new[] { "model", "vardag" }.Select(paper => $"docs/{paper}.md")];

    private static readonly string[] Kinds = [".cs", ".cshtml", ".csproj", ".md", ".css", ".mjs", ".json", ".csv", ".sh"];

    private static IEnumerable<string> Code =>
        new[] { "core", "web", "tests", "content" }.SelectMany(folder => Repository.Files(folder, "*"))
            .Where(f => Kinds.Contains(Path.GetExtension(f), StringComparer.Ordinal)).Append("dev");

    private static IEnumerable<string> Papers => Repository.Files("docs", "*.md").Append("README.md");

    [Fact]
    public void Every_pointer_leads_to_a_paper_and_to_a_heading_in_it() =>
        Expect.None([
            .. Pointers(Code).Where(p => !p.IsThere || (Sectioned.Contains(p.Paper) && p.Heading is null)).Select(p => p.Told),
            .. Pointers(Papers).Where(p => !p.IsThere).Select(p => p.Told),
        ]);

    [Fact]
    public void Every_heading_of_a_cited_paper_is_cited()
    {
        var cited = Pointers(Code).Select(p => (p.Paper, p.Heading)).ToHashSet();
        Expect.None(Sectioned.SelectMany(paper => Headings(paper).Where(h => !cited.Contains((paper, h))).Select(h => $"{paper}: nothing leans on «{h}»")));
    }

    [Fact]
    public void Nothing_cites_what_lies_elsewhere() =>
        Expect.None(
            from file in Code.Concat(Papers)
            from line in Lines(file)
            where Elsewhere().IsMatch(line.Text)
            select $"{file}:{line.Number}: {line.Text.Trim()}");

    [Fact]
    public void Every_path_that_a_paper_names_is_there() =>
        Expect.None(
            from file in Papers
            from line in Lines(file)
            from Match path in NamedPath().Matches(line.Text)
            where !path.Value.Contains("/bin/", StringComparison.Ordinal) && !IsThere(path.Value)
            select $"{file}:{line.Number}: {path.Value}");

    private sealed record Pointer(string File, int Line, string Paper, string? Heading)
    {
        public bool IsThere =>
            Numbered().IsMatch(Paper) ? Repository.Files("docs/beslut", "*.md").Any(f => f.StartsWith(Paper, StringComparison.Ordinal))
            : PaperRules.IsThere(Paper) && (Heading is null || Headings(Paper).Contains(Heading));

        public string Told => $"{File}:{Line}: {Paper}, {Heading ?? "no heading"}";
    }

    // (docs/beslut/0007) and (docs/model.md, Races); what follows a comma in running text is no heading.
    private static IEnumerable<Pointer> Pointers(IEnumerable<string> files) =>
        from file in files
        from line in Lines(file)
        from Match found in Cited().Matches(line.Text)
        let heading = found.Groups["in"].Success && found.Groups["heading"].Success ? found.Groups["heading"].Value : null
        select new Pointer(file, line.Number, found.Groups["paper"].Value, heading);

    private static IEnumerable<(int Number, string Text)> Lines(string file) => Repository.Read(file).Split('\n').Select((text, i) => (i + 1, text));

    private static List<string> Headings(string paper) => [.. Heading().Matches(Repository.Read(paper)).Select(m => m.Groups[1].Value)];

    // <Noun> stands for any one folder or file.
    private static bool IsThere(string path) =>
        path.Split('/').Aggregate((IEnumerable<string>)[Repository.Root], (at, part) => part.StartsWith('<')
            ? at.Where(Directory.Exists).SelectMany(Directory.GetFileSystemEntries)
            : at.Select(folder => Path.Combine(folder, part)).Where(Path.Exists)).Any();

    [GeneratedRegex(@"(?<in>[(;] ?)?(?<paper>docs/[\w./-]*\w)(?:, (?<heading>[^);]+))?")]
    private static partial Regex Cited();

    [GeneratedRegex(@"^docs/beslut/\d{4}$")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^## (.+?)\r?$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    // Papers of those who planned the portal; Upphandlingsmyndigheten numbers its own krav, and publishes them.
    [GeneratedRegex(@"\b(?:decisions? \d|practice \d|seeds? \d|issues? \d|(?<!Upphandlingsmyndighetens )krav \d|(?:decisions|practice|law|matching|style|platform|domain|peers)\.md\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"(?<![\w/.-])(?:core|web|tests|migrations|content)/[A-Za-z<][\w./<>-]*[\w>]")]
    private static partial Regex NamedPath();
}
