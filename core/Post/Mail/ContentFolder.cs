
namespace EnVagUt.Core.Post.Mail;

/// <summary>The folder content/: beside the program, or where ENVAGUT_CONTENT says.</summary>
public sealed class ContentFolder(string path)
{
    public string Path { get; } = path;

    public string ReadText(string relative) => File.ReadAllText(System.IO.Path.Combine(Path, relative));

    public IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(System.IO.Path.Combine(Path, folder), pattern).Order(StringComparer.Ordinal);

    public static ContentFolder FromEnvironment() => new(
        Environment.GetEnvironmentVariable("ENVAGUT_CONTENT") is { Length: > 0 } own
            ? own
            : System.IO.Path.Combine(AppContext.BaseDirectory, "content"));
}
