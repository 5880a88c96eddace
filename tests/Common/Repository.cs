using System.Text.RegularExpressions;

namespace EnVagUt.Tests.Common;

/// <summary>The source tree that the tests were built from.</summary>
public static partial class Repository
{
    public static readonly string Root = FindRoot();

    /// <summary>Files below a folder by pattern, as paths from the root with forward slashes; nothing that a build or npm made.</summary>
    public static IEnumerable<string> Files(string folder, string pattern)
    {
        var from = Path.Combine(Root, folder);
        if (!Directory.Exists(from))
            return [];
        return Directory.EnumerateFiles(from, pattern, SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Where(f => !f.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "App_Data"))
            .Order(StringComparer.Ordinal);
    }

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>A C# file without its comments, line by line.</summary>
    public static IEnumerable<(int Number, string Text)> CodeLines(string path) =>
        BlockComment().Replace(Read(path), m => new string('\n', m.Value.Count(c => c == '\n')))
            .Split('\n').Select((line, i) => (i + 1, LineComment().Replace(line, "")));

    /// <summary>«path:line: text» for every line of code that matches.</summary>
    public static IEnumerable<string> Hits(IEnumerable<string> files, Regex wrong) =>
        from file in files
        from line in CodeLines(file)
        where wrong.IsMatch(line.Text)
        select $"{file}:{line.Number}: {line.Text.Trim()}";

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "EnVagUt.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The tests do not run inside the source tree.");
    }

    [GeneratedRegex(@"(?<![:""'])//.*$")]
    private static partial Regex LineComment();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex BlockComment();
}
