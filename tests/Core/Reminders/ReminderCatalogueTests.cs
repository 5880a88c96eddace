using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Reminders;

/// <summary>The catalogue, spelled out: a reminder that is taken away, or a day that is moved, is missed here.</summary>
public class ReminderCatalogueTests
{
    private static readonly string[] Expected =
    [
        "utkast | Arbetsplatsen | 77 och 83 dagar efter att utkastet senast ändrades",
        "platsanmalan-vantar | AME:s brevlåda | 2 arbetsdagar efter att den skickades in",
        "plats-utan-person | Arbetsplatsen | 10 dagar före platsens första dag",
        "preliminarbokning | Samordnaren | 1 arbetsdag före bokningens slut",
        "forfragan-obesvarad | Arbetsplatsen | 3 och 7 arbetsdagar efter förfrågan",
        "forfragan-forfaller | Samordnaren | 10 arbetsdagar efter förfrågan",
        "overenskommelse-arbetsplats | Arbetsplatsen | 5 och 2 arbetsdagar före starten",
        "overenskommelse-deltagare | Deltagaren | 5 och 2 arbetsdagar före starten",
        "papper-saknas | Samordnaren | 3 och 1 arbetsdagar före starten",
        "utdrag-deltagare | Deltagaren | 21 dagar före starten",
        "utdrag-saknas | Samordnaren | 7 dagar före starten",
        "facket | Samordnaren | 10 dagar före starten",
        "fore-start | Samordnaren | 7 dagar före starten",
        "start-arbetsplats | Arbetsplatsen | 7 och 1 dagar före starten",
        "start-deltagare | Deltagaren | 7 och 1 dagar före starten",
        "forsta-dagen | Arbetsplatsen | på första dagen",
        "uppfoljning | Samordnaren | på uppföljningsdagen",
        "uppehall | Samordnaren | 14 dagar efter uppehållets första dag",
        "inlasning | Enhetschefen | vid 90 och 180 dagar i kommunens praktik",
        "stodbeslut-budget | Arbetsplatsen | 90 dagar före beslutets sista dag",
        "stodbeslut-arbetsplats | Arbetsplatsen | 56 och 28 dagar före beslutets sista dag",
        "stodbeslut-samordnare | Samordnaren | 56 och 28 dagar före beslutets sista dag",
        "nystartsjobb | Arbetsplatsen | 120 och 160 dagar efter månadens sista dag",
        "slut-arbetsplats | Arbetsplatsen | 15 och 5 arbetsdagar före sista dagen",
        "slut-deltagare | Deltagaren | 15 och 5 arbetsdagar före sista dagen",
        "slut-samordnare | Samordnaren | 15 och 5 arbetsdagar före sista dagen",
        "resultat-saknas | Samordnaren | 5 arbetsdagar efter sista dagen",
        "resultat-saknas-chef | Enhetschefen | 15 arbetsdagar efter sista dagen",
        "registrering-vantar | AME:s brevlåda | 2 arbetsdagar efter registreringen",
        "forsakran | Arbetsplatsen | 30 och 7 dagar före försäkrans sista dag",
        "fraga-obesvarad | AME:s brevlåda | 2 arbetsdagar efter frågan",
        "krav-leverantor | Leverantören | 3, 5 och 6 månader efter avtalets första dag",
        "krav-avtalsansvarig | Avtalsansvarig | 3, 5 och 6 månader efter avtalets första dag",
        "krav-ame | AME:s brevlåda | 3, 5 och 6 månader efter avtalets första dag",
    ];

    [Fact]
    public void Every_reminder_has_its_receiver_and_its_days() =>
        Assert.Equal(Expected, ReminderCatalogue.All.Select(r => $"{r.Id} | {r.Receiver.Label()} | {ReminderWords.When(r, Shipped(r))}"));

    [Fact]
    public void Every_number_of_a_step_is_a_dated_rule() =>
        Assert.All(ReminderCatalogue.All, r => Assert.All(r.Steps.Select((s, i) => (Rule: r.RuleOf(i), s.Shipped)), x =>
            Assert.Equal(x.Shipped, Known.On(new DateOnly(2027, 1, 1)).Number(x.Rule.Item1, x.Rule.Item2))));

    [Fact]
    public void Every_reminder_says_in_words_how_long_it_comes() =>
        Assert.All(ReminderCatalogue.All, r => Assert.Matches(@"^\p{Ll}.{12,110}[^.]$", r.Condition));

    [Fact]
    public void No_reminder_leads_to_an_address_that_needs_no_sign_in() =>
        Assert.All(ReminderCatalogue.All, r => Assert.StartsWith("/", r.PathOf(Guid.Empty), StringComparison.Ordinal));

    private static RuleSet Known { get; } = new(new KnownRules(ReminderCatalogue.All.SelectMany(ReminderRules.Shipped)).Rows, []);

    private static ReminderRules Shipped(Reminder r) => ReminderRules.Of(r, Known, new DateOnly(2027, 1, 1));

    /// <summary>A query that leaves a member of its shape out has the whole row read, to ask the object for it.</summary>
    [Fact]
    public async Task No_query_reads_more_of_a_row_than_it_tells()
    {
        await using var t = await CoreTest.StartAsync();
        Expect.None(from reminder in ReminderCatalogue.All
                    let sql = reminder.Cases(t.Db, ReminderWindow.Of(reminder, RuleSet.Shipped, t.Clock.Today(), withPlanned: false)).ToQueryString()
                    let columns = sql[sql.IndexOf("SELECT", StringComparison.Ordinal)..sql.IndexOf("\nFROM ", StringComparison.Ordinal)]
                    where columns.Contains("\"SortKey\"", StringComparison.Ordinal) || columns.Contains("\"Version\"", StringComparison.Ordinal)
                    select $"{reminder.Id}: {columns}");
    }
}
