using System.Text.RegularExpressions;
using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Tests.Common;
using EnVagUt.Tests.Web.Access;
using EnVagUt.Web.Content;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Web.Visitor;

/// <summary>What a public page promises is there: it names the route, the reminder or the test that keeps it, in its front matter.</summary>
public partial class PromiseTests(PortalApp app) : IClassFixture<PortalApp>
{
    private IReadOnlyCollection<ContentPage> Pages => app.Services.GetRequiredService<ContentPages>().All;

    [Fact]
    public void Every_promise_is_kept_by_a_route_a_reminder_or_a_test()
    {
        var routes = AccessMatrix.Rows.Select(r => r.Route).ToHashSet(StringComparer.Ordinal);
        var tests = Repository.Files("tests", "*.cs").SelectMany(f => Method().Matches(Repository.Read(f)).Select(m => m.Groups[1].Value)).ToHashSet(StringComparer.Ordinal);
        Expect.None(Pages.SelectMany(p => p.Promises.Where(x => !IsKept(x)).Select(x => $"{p.Name} leans on {x}, which is not there")));

        bool IsKept(string promise) => promise switch
        {
            ['/', ..] => routes.Contains(promise),
            _ when promise.StartsWith("paminnelse:", StringComparison.Ordinal) => ReminderCatalogue.Find(promise.Split(':')[1]) is not null,
            _ => tests.Contains(promise),
        };
    }

    [Fact]
    public void A_page_that_says_what_they_can_or_we_do_names_what_keeps_it() =>
        Expect.None(Pages.Where(p => p.Promises.Count == 0 && Promising().Match(p.Description + " " + p.Markdown) is { Success: true }).Select(p => p.Name));

    [Theory]
    [InlineData("Ni kan alltid tacka nej.", true)]
    [InlineData("Då kan ni pausa platserna.", true)]
    [InlineData("Vi svarar inom två dagar.", true)]
    [InlineData("Det vi visar är antal.", true)]
    [InlineData("Arbetsförmedlingen beslutar.", false)]
    public void A_sentence_promises(string sentence, bool promises) => Assert.Equal(promises, Promising().IsMatch(sentence));

    [GeneratedRegex(@"\b(ni kan|kan ni|vi visar|vi svarar|vi frågar|vi hör av oss|får ni)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Promising();

    [GeneratedRegex(@"public (?:async )?(?:Task|void) (\w+)\(")]
    private static partial Regex Method();
}
