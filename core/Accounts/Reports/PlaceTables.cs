using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Organisation;
using EnVagUt.Core.Places.Offers;

namespace EnVagUt.Core.Accounts.Reports;

/// <summary>
/// Offered and used places and lönestöd, by förvaltning. Places are no persons and are shown; employments with a support
/// decision are, and go through the same control as the tables of persons. Places of such employments in use are nearly the
/// same number, so they are hidden where that one is.
/// </summary>
internal sealed class PlaceTables(ReportFacts facts, Responsibility responsibility, ReportTexts texts)
{
    public const string Total = "Totalt";
    public const string AllSupports = "Alla stöd";
    public const string WholeNamnd = "Nämnden totalt";
    public const string WholeMunicipality = "Hela kommunen";
    private const string Offered = "Erbjudna";
    private const string Used = "Använda";

    private (List<Event<Lonestod>>, IReadOnlySet<SupportCells.Cell>, Func<Guid?, bool>)? _supportUse;

    /// <param name="Id">Of the place; of the person where a support is used.</param>
    /// <param name="Row">The kind of place, or of support; null counts on the line of all of them.</param>
    private sealed record Event<TRow>(Guid Id, Guid? NamndId, string Section, TRow? Row, bool IsUse) where TRow : struct, Enum;

    public ReportTable Places(OrgTree.Node namnd, int number)
    {
        var offered = facts.Slots.Select(s => Place(s.Id, s.EmployerId, First(s.From), s.Kind, false));
        var kinds = facts.Slots.ToDictionary(s => s.Id, s => s.Kind);
        // In use since before the period is in use in it, as a place that was there before is offered in it.
        var used = facts.Placements.Where(p => p.RanIn(facts.Period) && kinds.ContainsKey(p.Row.SlotId))
            .GroupBy(p => p.Row.SlotId).Select(g => g.MinBy(p => p.StartedOn)!)
            .Select(p => Place(p.Row.SlotId, p.Row.EmployerId, First(p.StartedOn), kinds[p.Row.SlotId], true));
        // Each place is of one kind, so the line of all of them is their sum.
        var events = offered.Concat(used).SelectMany(e => new[] { e, e with { Row = null } }).ToList();
        var (_, hidden, hasTotal) = SupportUse();
        return Build(ReportTableKind.Places, number, namnd, events,
            [OfferKind.Praktik, OfferKind.SupportedEmployment, OfferKind.Clause], Total, emptyRows: true,
            (id, section, row) => row is null or OfferKind.SupportedEmployment && Hides(id, section));

        // A total that only this table prints gives away the one förvaltning that the other hides.
        bool Hides(Guid id, string section) => hidden.Contains(new(id, section, null))
            || section == WholeNamnd && !hasTotal(id) && hidden.Any(c => c.NamndId == id && c.Kind is null);
    }

    public ReportTable Supports(OrgTree.Node namnd, int number)
    {
        var (events, hidden, _) = SupportUse();
        return Build(ReportTableKind.Lonestod, number, namnd, events, Enum.GetValues<Lonestod>(), AllSupports, emptyRows: false,
            (id, section, row) => hidden.Contains(new(id, section, row)));
    }

    // Of the whole municipality, for what is hidden is decided at once, and once for both tables.
    private (List<Event<Lonestod>> Events, IReadOnlySet<SupportCells.Cell> Hidden, Func<Guid?, bool> HasTotal) SupportUse() => _supportUse ??= ReadSupportUse();

    private (List<Event<Lonestod>> Events, IReadOnlySet<SupportCells.Cell> Hidden, Func<Guid?, bool> HasTotal) ReadSupportUse()
    {
        var offered = facts.Slots.SelectMany(s => s.Supports.Select(k => Place(s.Id, s.EmployerId, First(s.From), k, false)));
        var placements = facts.Placements.ToDictionary(p => p.Row.Id);
        // Each person stands once with each support, where the employment was when the first decision began to hold.
        var used = (
            from decision in facts.Supports
            let placement = placements.GetValueOrDefault(decision.PlacementId)
            where placement is not null
            let time = new Period(placement.StartedOn, placement.EndedOn).Intersect(decision.Period)?.Intersect(facts.Period)
            where time is not null
            orderby time.Value.From, decision.Kind
            let person = placement.Row.PersonId ?? placement.Row.Id
            group Place(person, placement.Row.EmployerId, time.Value.From, decision.Kind, true) by (person, decision.Kind) into same
            select same.First()).ToList();
        var each = offered.Concat(used).ToList();
        var all = each.GroupBy(e => (e.Id, e.IsUse, e.NamndId, e.Section)).Select(g => g.First() with { Row = null });
        List<Event<Lonestod>> events = [.. each.Concat(all)];
        var leaves = events.Where(e => e.IsUse).GroupBy(e => new SupportCells.Cell(e.NamndId, e.Section, e.Row)).ToDictionary(g => g.Key, g => g.Count());
        return (events, SupportCells.Hidden(leaves, HasTotal), HasTotal);

        bool HasTotal(Guid? id) => Sections(id, events).Count != 1;
    }

    private ReportTable Build<TRow>(ReportTableKind kind, int number, OrgTree.Node namnd, List<Event<TRow>> events,
        IReadOnlyList<TRow> rows, string allRows, bool emptyRows, Func<Guid, string, TRow?, bool> isHidden) where TRow : struct, Enum
    {
        List<(Guid Id, string Section, List<Event<TRow>> Of)> parts = [];
        var own = events.Where(e => e.NamndId == namnd.Id).ToList();
        var sections = Sections(namnd.Id, events);
        parts.AddRange(sections.Select(s => (namnd.Id, s, own.FindAll(e => e.Section == s))));
        if (sections.Count != 1)
            parts.Add((namnd.Id, WholeNamnd, own));
        parts.Add((SupportCells.Municipality, WholeMunicipality, events));

        List<(string Section, TRow? Row, int Offered, int? Used)> lines =
        [
            .. from part in parts
               from row in rows.Where(r => emptyRows || part.Of.Any(e => EqualityComparer<TRow?>.Default.Equals(e.Row, r))).Select(r => (TRow?)r).Append(null)
               let hides = isHidden(part.Id, part.Section, row)
               select (part.Section, row, Count(part.Of, row, false), hides ? (int?)null : Count(part.Of, row, true)),
        ];
        var table = new ReportTable(kind, number, kind.Label(), texts.Perspective(kind), texts.NoteOf(kind, lines.Any(l => l.Used is null)));
        foreach (var (section, row, offered, used) in lines)
            table.AddRow(section, row is { } r ? r.Label() : allRows, (Offered, offered), (Used, used));
        return table;

        static int Count(List<Event<TRow>> of, TRow? row, bool isUse) =>
            of.Where(e => e.IsUse == isUse && EqualityComparer<TRow?>.Default.Equals(e.Row, row)).Select(e => e.Id).Distinct().Count();
    }

    private List<string> Sections<TRow>(Guid? namndId, IEnumerable<Event<TRow>> events) where TRow : struct, Enum =>
        [.. events.Where(e => e.NamndId == namndId).Select(e => e.Section).Concat(Forvaltningar(namndId)).Distinct()
            .OrderBy(s => s is Responsibility.Outside or Responsibility.Companies or Responsibility.Unplaced)
            .ThenBy(s => s, StringComparer.Create(SwedishTime.Culture, ignoreCase: true))];

    // Those that existed during the period, also when nobody offered anything there: zero is a figure.
    private IEnumerable<string> Forvaltningar(Guid? namndId) => namndId is null ? [] :
        facts.Organisation.All
            .Where(u => u.Level == OrgLevel.Forvaltning && new Period(u.ValidFrom, u.ValidTo).Intersect(facts.Period) is { } time
                && facts.Organisation.Above(u.Id, OrgLevel.Namnd, time.Last)?.Id == namndId)
            .Select(u => u.Name);

    private Event<TRow> Place<TRow>(Guid id, Guid employerId, DateOnly day, TRow row, bool isUse) where TRow : struct, Enum
    {
        var (namndId, section) = responsibility.ForPlace(facts.Hosts[employerId], day);
        return new Event<TRow>(id, namndId, section, row, isUse);
    }

    private DateOnly First(DateOnly from) => from > facts.Period.From ? from : facts.Period.From;
}
