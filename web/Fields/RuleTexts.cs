using System.Globalization;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Mail;

namespace EnVagUt.Web.Fields;

/// <summary>The Swedish text of every rule, from content/texts/regler.md: a line «- RuleName: text» each.</summary>
public sealed class RuleTexts
{
    private readonly Dictionary<Rule, string> _texts = [];

    public RuleTexts(ContentFolder content)
    {
        foreach (var line in content.ReadText("texts/regler.md").Split('\n'))
            if (line.StartsWith("- ", StringComparison.Ordinal) && line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon)
                _texts[Enum.Parse<Rule>(line[2..colon])] = line[(colon + 2)..].Trim();
        var missing = Enum.GetValues<Rule>().Where(r => !_texts.ContainsKey(r)).ToList();
        if (missing.Count > 0)
            throw new InvalidOperationException($"content/texts/regler.md has no text for {string.Join(", ", missing)}.");
    }

    /// <summary>A breach among the values says why: its own text stands there. A period is written as in a sentence.</summary>
    public string For(RuleBreachException breach) =>
        string.Format(CultureInfo.GetCultureInfo("sv-SE"), _texts[breach.Rule], [.. breach.Values.Select(v => v is RuleBreachException because ? For(because) : v is Period period ? period.Written() : v)]);
}
