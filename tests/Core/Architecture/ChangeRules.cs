using System.Text.RegularExpressions;
using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Core.Architecture;

/// <summary>docs/andra.md says what a change touches; what can be counted is counted here.</summary>
public partial class ChangeRules
{
    // The demo's cases are made of certain forms.
    private static IEnumerable<string> Code =>
        new[] { "core", "web" }.SelectMany(folder => Repository.Files(folder, "*.cs").Concat(Repository.Files(folder, "*.cshtml")))
            .Where(f => !f.StartsWith("web/Hosting/Demo/", StringComparison.Ordinal));

    [Fact]
    public void A_field_of_a_platsanmalan_is_named_in_the_files_that_the_page_lists_and_in_no_other()
    {
        var section = Section("A field");
        Assert.InRange(Steps(section).Count, 1, 7);
        Assert.Equal(NamedIn(nameof(Offer.Requirements)), Paths(section).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_form_is_named_in_its_registry_and_beside_its_texts()
    {
        var section = Section("A form");
        // An employment is a family of its own, and is asked about as such. A clause about praktik says which form it means.
        foreach (var form in Enum.GetValues<Form>().Except([Form.Employment]))
        {
            var named = NamedIn($"Form.{form}").Except(form == Form.Praktik ? ["core/Places/Offers/OfferService.cs"] : []).ToList();
            Expect.None([
                .. named.Except(Paths(section)).Select(file => $"{form} is named in {file}"),
                .. Steps(section).Except(named).Select(file => $"{form} is not named in {file}"),
            ]);
        }
    }

    [Fact]
    public void A_reminder_is_known_to_the_catalogue_and_to_its_noun_alone()
    {
        var reminders = ReminderCatalogue.All.ToDictionary(r => r.GetType().FullName!, r => r.GetType().Namespace + ".", StringComparer.Ordinal);
        var uses = UsedTypes.OfCore().Where(u => reminders.TryGetValue(u.Used, out var noun) && !u.User.StartsWith(noun, StringComparison.Ordinal)).ToList();
        Expect.None(uses.Where(u => u.User != typeof(ReminderCatalogue).FullName).Select(u => $"{u.User} uses {u.Used}"));
        Assert.Equal(reminders.Count, uses.Count);
    }

    [Fact]
    public void A_page_is_two_files()
    {
        var pages = Repository.Files("web/Pages", "*.cshtml").Where(f => Repository.Read(f).StartsWith("@page ", StringComparison.Ordinal));
        Assert.Equal(Repository.Files("web/Pages", "*.cshtml.cs"), pages.Select(f => f + ".cs"));
    }

    private static List<string> NamedIn(string word) =>
        [.. Code.Where(f => Repository.CodeLines(f).Any(l => Regex.IsMatch(l.Text, $@"\b{Regex.Escape(word)}\b"))).Order(StringComparer.Ordinal)];

    private static string Section(string heading) =>
        Repository.Read("docs/andra.md").Split("\n## ").Single(s => s.StartsWith(heading + "\n", StringComparison.Ordinal));

    private static List<string> Steps(string section) => [.. Step().Matches(section).Select(m => m.Groups[1].Value)];

    private static IEnumerable<string> Paths(string section) => CodePath().Matches(section).Select(m => m.Groups[1].Value);

    [GeneratedRegex(@"^\d\. `([^`]+)`", RegexOptions.Multiline)]
    private static partial Regex Step();

    [GeneratedRegex(@"`((?:core|web)/[^`]+\.(?:cs|cshtml))`")]
    private static partial Regex CodePath();
}
