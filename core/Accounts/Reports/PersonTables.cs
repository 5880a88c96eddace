using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Participants;

namespace EnVagUt.Core.Accounts.Reports;

/// <summary>
/// Placements and persons that one nämnd answers for, in kvinnor, män and totalt. Stands in that nämnd's report only:
/// two reports that share persons could be subtracted from each other.
/// </summary>
internal sealed class PersonTables(Period period, IReadOnlyCollection<KnownPlacement> placements, ReportTexts texts)
{
    public const string Total = "Totalt";
    public const string NoOutcome = "Resultat saknas";
    public const string Nameless = "Registrerad utan namn, följs inte upp";
    public const string NoEnd = "Planerat slut har passerat, avslut saknas";
    public const string EndedWithoutOutcome = "Avslutad, resultat saknas";

    private readonly List<KnownPlacement> _ran = [.. placements.Where(p => p.RanIn(period))];
    private readonly List<KnownPlacement> _ended = [.. placements.Where(p => p.EndedIn(period))];

    /// <summary>«n placeringar saknar avslut, m saknar resultat», as the author is told before the lock.</summary>
    public (int NoEnd, int NoOutcome) Gaps =>
        (_ran.Count(p => p.EndedOn is null && p.PlannedEnd <= period.Last), _ended.Count(p => p.Outcome is null && !p.IsNameless));

    public IEnumerable<ReportTable> Build(int firstNumber)
    {
        var forms = Lines(_ran, p => p.Row.Form.Label(), Enum.GetValues<Form>().Select(f => f.Label())).WithoutEmptyLines();
        // The same placements by reason and by outcome, the same persons by target group and by age.
        var ended = PersonTable.Shown(ExitReasons(), Outcomes(), Total);
        var persons = PersonTable.Shown(TargetGroups(), AgeBands(), Total);
        var number = firstNumber;
        return
        [
            Table(ReportTableKind.Forms, number++, forms.Shown(Total)),
            Table(ReportTableKind.ExitReasons, number++, ended[0]),
            Table(ReportTableKind.Outcomes, number++, ended[1]),
            Table(ReportTableKind.TargetGroups, number++, persons[0]),
            Table(ReportTableKind.AgeBands, number++, persons[1]),
            DataQuality(number, ended[1]),
        ];
    }

    private PersonTable ExitReasons() => PersonTable.Of(
        Lines(_ended, p => p.ExitReason!.Value.Label(), Enum.GetValues<ExitReason>().Select(r => r.Label())).WithoutEmptyLines().Lines,
        Lines(_ended, p => Family(p.ExitReason!.Value), Enum.GetValues<ExitReason>().Select(Family)).WithoutEmptyLines().Lines);

    private PersonTable Outcomes() => PersonTable.Of(
        Lines(_ended, p => p.Outcome?.Label() ?? NotKnown(p), [.. Enum.GetValues<Outcome>().Select(o => o.Label()), NoOutcome, Nameless]).WithoutEmptyLines().Lines,
        Lines(_ended, p => p.Outcome is { } o ? Family(o) : NotKnown(p), [.. Enum.GetValues<Outcome>().Select(Family), NoOutcome, Nameless]).WithoutEmptyLines().Lines);

    private static string NotKnown(KnownPlacement p) => p.IsNameless ? Nameless : NoOutcome;

    private PersonTable TargetGroups() =>
        Lines(Firsts, p => p.TargetGroup!.Value.Label(), Enum.GetValues<TargetGroup>().Select(g => g.Label()));

    private PersonTable AgeBands() =>
        Lines(Firsts, p => Band(Age.On(p.Row.BirthDate!.Value, p.StartedOn)), ["16–19 år", "20–29 år", "30–65 år", OtherAge]);

    // Persons: a nameless placement is a placement and never one of them.
    private List<KnownPlacement> Firsts =>
        [.. _ran.Where(p => !p.IsNameless).GroupBy(p => p.Row.PersonId).Select(g => g.OrderBy(p => p.StartedOn).ThenBy(p => p.Row.Seq).First())];

    private static PersonTable Lines(List<KnownPlacement> of, Func<KnownPlacement, string> label, IEnumerable<string> labels) =>
        PersonTable.Of(labels.Distinct().Select(l => new PersonLine(l,
            of.Count(p => label(p) == l && p.Sex == Sex.Woman), of.Count(p => label(p) == l && p.Sex == Sex.Man))));

    private ReportTable Table(ReportTableKind kind, int number, IReadOnlyList<ShownLine> lines)
    {
        var table = NewTable(kind, number, lines.Any(l => l.Women is null || l.Men is null || l.Total is null));
        foreach (var line in lines)
            table.AddRow(null, line.Label, ("Kvinnor", line.Women), ("Män", line.Men), (Total, line.Total));
        return table;
    }

    // The number without outcome is also a line of another table: it is shown in both or in none.
    private ReportTable DataQuality(int number, IReadOnlyList<ShownLine> outcomes)
    {
        int? noEnd = SmallCells.IsSmall(Gaps.NoEnd) ? null : Gaps.NoEnd;
        var noOutcome = outcomes.FirstOrDefault(l => l.Label == NoOutcome) is { } line ? line.Total : 0;
        var table = NewTable(ReportTableKind.DataQuality, number, noEnd is null || noOutcome is null);
        table.AddRow(null, NoEnd, ("Antal", noEnd));
        table.AddRow(null, EndedWithoutOutcome, ("Antal", noOutcome));
        return table;
    }

    private ReportTable NewTable(ReportTableKind kind, int number, bool hides) =>
        new(kind, number, kind.Label(), texts.Perspective(kind), texts.NoteOf(kind, hides));

    private const string OtherAge = "Annan ålder";

    private static string Band(int age) => age switch
    {
        >= 16 and <= 19 => "16–19 år",
        >= 20 and <= 29 => "20–29 år",
        >= 30 and <= 65 => "30–65 år",
        _ => OtherAge,
    };

    // A municipal employment measure is no work in the municipal statistics, so it is never merged with work.
    private static string Family(ExitReason reason) => reason switch
    {
        ExitReason.Work or ExitReason.SupportedWork or ExitReason.OwnCompany or ExitReason.EmployedByMunicipality => "Arbete eller eget företag",
        ExitReason.Studies or ExitReason.OtherStudies => "Studier",
        ExitReason.BackToAf or ExitReason.OtherMeasure or ExitReason.MunicipalEmployment => "Annan insats eller åter till Arbetsförmedlingen",
        _ => "Annan orsak",
    };

    private static string Family(Outcome outcome) => outcome switch
    {
        Outcome.Work or Outcome.SupportedWork => "Arbete",
        Outcome.Studies => "Studier",
        Outcome.NotReached => Outcome.NotReached.Label(),
        _ => "Varken arbete eller studier",
    };
}
