using EnVagUt.Core.Cases.Delivery;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Organisation;
using EnVagUt.Core.Places.Procurement;

namespace EnVagUt.Core.Accounts.Reports;

/// <summary>Åtagande, levererat, tillgodoräknat and kvar of each clause in the nämnd's awarded contracts. No supplier is named.</summary>
internal static class ClauseTable
{
    public static ReportTable Build(ReportFacts facts, Responsibility responsibility, ReportTexts texts, OrgTree.Node namnd, int number)
    {
        const ReportTableKind Kind = ReportTableKind.Clauses;
        var table = new ReportTable(Kind, number, Kind.Label(), texts.Perspective(Kind), texts.Note(Kind));
        var lines = facts.Placements.Where(p => p.Row.ClauseId is not null).ToLookup(p => p.Row.ClauseId!.Value, p => p.Line);
        foreach (var contract in facts.Contracts)
        {
            var day = contract.To < facts.Period.Last ? contract.To : facts.Period.Last;
            if (responsibility.ForUnit(contract.UnitId, day) != namnd.Id)
                continue;
            foreach (var clause in contract.Clauses)
            {
                var f = Fulfilment.Of(clause, [.. lines[clause.Id]], facts.Period.Last);
                table.AddRow($"{contract.DiaryNumber} {contract.Title}", clause.Kind.Label(),
                    ("Åtagande", Months(f.Demanded)), ("Levererat", Months(f.Delivered)),
                    ("Tillgodoräknat", Months(f.Credited)), ("Kvar", Months(f.Remaining)));
            }
        }
        return table;
    }

    private static decimal Months(MonthUnits months) => decimal.Round(months.Months, 1, MidpointRounding.AwayFromZero);
}
