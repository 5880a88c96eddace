using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Parties.Organisation;

namespace EnVagUt.Core.Accounts.Reports;

/// <summary>All tables of one nämnd's report, in their order.</summary>
internal static class ReportTables
{
    public static IReadOnlyList<ReportTable> Build(ReportFacts facts, Responsibility responsibility, ReportTexts texts, OrgTree.Node namnd)
    {
        var places = new PlaceTables(facts, responsibility, texts);
        var own = facts.Placements.Where(p => responsibility.ForParticipant(p.Row.Gren, p.StartedOn) == namnd.Id).ToList();
        List<ReportTable> tables = [places.Places(namnd, 1), places.Supports(namnd, 2)];
        if (own.Count > 0 || AnswersForParticipants(facts, responsibility, namnd))
            tables.AddRange(new PersonTables(facts.Period, own, texts).Build(tables.Count + 1));
        var clauses = ClauseTable.Build(facts, responsibility, texts, namnd, tables.Count + 1);
        if (clauses.Figures.Count > 0)
            tables.Add(clauses);
        return tables;
    }

    private static bool AnswersForParticipants(ReportFacts facts, Responsibility responsibility, OrgTree.Node namnd) =>
        Enum.GetValues<Verksamhetsgren>().Any(g =>
            responsibility.ForParticipant(g, facts.Period.From) == namnd.Id || responsibility.ForParticipant(g, facts.Period.Last) == namnd.Id);
}
