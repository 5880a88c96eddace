namespace EnVagUt.Tests.Core.Rules;

/// <summary>
/// A transition table written to be read: a row for each action, a column for each situation, in each cell a letter for
/// those who may; «·» refuses everybody.
/// </summary>
public sealed class TransitionDocument
{
    private readonly List<string[]> _rows;

    public TransitionDocument(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        Situations = lines[0];
        _rows = lines[1..];
    }

    public IReadOnlyList<string> Situations { get; }
    public IEnumerable<string> Actions => _rows.Select(r => r[0]);

    /// <summary>«Pencil: c», one line for each action.</summary>
    public IEnumerable<string> Column(string situation)
    {
        var at = Situations.ToList().IndexOf(situation) + 1;
        return _rows.Select(r => $"{r[0]}: {r[at]}");
    }
}
