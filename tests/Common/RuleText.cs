using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Web.Fields;

namespace EnVagUt.Tests.Common;

/// <summary>What a page says when a rule refuses, so that a test names the rule and not its words.</summary>
public static class RuleText
{
    private static readonly RuleTexts Texts = new(new ContentFolder(Path.Combine(Repository.Root, "content")));

    public static string Of(Rule rule, params object[] values) => Texts.For(new RuleBreachException(rule, null, values));
}
