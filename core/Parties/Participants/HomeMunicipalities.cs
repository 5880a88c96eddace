using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Mail;

namespace EnVagUt.Core.Parties.Participants;

/// <summary>
/// Where somebody is folkbokförd: SCB's municipalities, from content/lists/kommuner.csv, and what the installation calls its own
/// (docs/model.md, One municipality). The home municipality first, then those that are met with, then the rest by name.
/// </summary>
public sealed class HomeMunicipalities
{
    private readonly Dictionary<string, string> _names;

    public HomeMunicipalities(ContentFolder content, Municipality municipality)
    {
        _names = content.ReadText("lists/kommuner.csv").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(l => l.Split(';', 2)).ToDictionary(l => l[0], l => l[1].Trim());
        foreach (var (code, name) in municipality.HomeNames)
            _names[code] = name;
        All = [.. _names.OrderByDescending(n => n.Key == municipality.HomeCode).ThenByDescending(n => municipality.HomeNames.ContainsKey(n.Key))
            .ThenBy(n => n.Value, StringComparer.Create(SwedishTime.Culture, ignoreCase: false)).Select(n => (n.Key, n.Value))];
    }

    public IReadOnlyList<(string Code, string Name)> All { get; }

    public bool Knows(string code) => _names.ContainsKey(code);

    public string NameOf(string code) => _names.GetValueOrDefault(code, code);
}
