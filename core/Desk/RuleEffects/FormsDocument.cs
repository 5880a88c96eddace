using System.Text;
using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;

namespace EnVagUt.Core.Desk.RuleEffects;

/// <summary>
/// docs/former.md: every form, support, rule, shipped value and source mark in Swedish, written from the registries. A
/// test fails when the file is stale, and says how to write it anew.
/// </summary>
public static class FormsDocument
{
    public static string Write()
    {
        var text = new StringBuilder();
        text.Append("# Former, stöd och regler\n\n");
        text.Append("Den här sidan är skriven av systemet ur samma register som det följer. Värdena är de som systemet levereras med. "
            + "En kommun lägger egna värden med datum över dem, och varje ärende bedöms efter värdet på sin egen dag.\n\n");
        text.Append("Märkning av källor: ").AppendJoin(" · ", Enum.GetValues<SourceMark>().Select(m => m.Label())).Append(".\n");

        text.Append("\n## Former\n\n| form | beslutas av | platsen fylls | papper | godkänns av, i ordning | uppföljning | grupp |\n|---|---|---|---|---|---|---|\n");
        foreach (var f in FormRegistry.All)
            Row(text, f.Form.Label(), f.DecidedBy.Label(), f.Filling.Label(), f.Paper.Label(),
                f.Approvers.Count == 0 ? "–" : string.Join(", ", f.Approvers.Select(a => a.Label().ToLowerInvariant())), f.FollowUp.Label(), f.Family.Label());

        text.Append("\n| form | lönestöd | krav i avtal | uppehåll räknas | arbetsgivare kan anmäla | används från början |\n|---|---|---|---|---|---|\n");
        foreach (var f in FormRegistry.All)
            Row(text, f.Form.Label(), YesNo(f.TakesSupport), YesNo(f.TakesClause), YesNo(f.PauseCounts),
                f.RefusesOffers is { } why ? $"nej: {why}" : "ja", YesNo(f.IsOnByDefault));

        text.Append("\n| form | kallas utåt om en person | frågor om bemanningen | vecka som är ifylld från början |\n|---|---|---|---|\n");
        foreach (var f in FormRegistry.All)
            Row(text, f.Form.Label(), f.Outward.Name, YesNo(f.AsksStaffing),
                $"{f.UsualWeek.Times.Sum(t => t.Minutes) / 60} timmar: {WeekInWords.Of(f.UsualWeek, f.UsualWeek.Cells)}");

        text.Append("\n## Stöd\n\n| stöd | beslutas av | källa | bara offentlig arbetsgivare | utanför LAS | sista dag för nya beslut |\n|---|---|---|---|---|---|\n");
        foreach (var s in SupportRegistry.All)
            Row(text, s.Kind.Label(), s.DecidedBy.Label(), s.Source, YesNo(s.PublicEmployerOnly), YesNo(s.OutsideLas), s.LastNewDay?.Written() ?? "–");

        text.Append("\n## Får en person ha två former i samma period?\n\nAldrig på samma pass. På olika pass:\n\n| grupp | och grupp | svar | skäl | källa |\n|---|---|---|---|---|\n");
        foreach (var (a, b, answer) in PairTable.All)
            Row(text, a.Label(), b.Label(), answer.Verdict.Label(), answer.Because, answer.Source);

        text.Append("\n## Regler med datum\n\n| gäller | regel | värde | källa | märkning |\n|---|---|---|---|---|\n");
        foreach (var r in ShippedRules.Rows)
            Row(text, RuleSubject.Label(r.Subject), r.Limit.Label(), r.AsValue().Shown(), r.Source, r.Mark.Label());

        text.Append("\n## Påminnelser\n\nVarje påminnelse kommer en gång för varje ärende och steg. Dagarna är regler med datum, och varje påminnelse går att stänga av.\n\n"
            + "| påminnelse | till | när | så länge | vilar under uppehåll och stängda veckor |\n|---|---|---|---|---|\n");
        foreach (var r in ReminderCatalogue.All)
            Row(text, r.Label, r.Receiver.Label(), ReminderWords.When(r, ReminderRules.Of(r, RuleSet.Shipped, DateOnly.MaxValue)), r.Condition, YesNo(r.IsQuietable));
        return text.ToString();
    }

    private static void Row(StringBuilder text, params ReadOnlySpan<string> cells) => text.Append("| ").AppendJoin(" | ", cells!).Append(" |\n");

    private static string YesNo(bool yes) => yes ? "ja" : "nej";
}
