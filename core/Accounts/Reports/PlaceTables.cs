using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Organisation;
using EnVagUt.Core.Places.Offers;

namespace EnVagUt.Core.Accounts.Reports;

/// <summary>Offered and used places and lönestöd, by förvaltning: counts of places, never of persons, so all are shown.</summary>
internal sealed class PlaceTables(ReportFacts facts, Responsibility responsibility, ReportTexts texts)
{
    public const string Total = "Totalt";
    public const string AllSupports = "Alla stöd";
    public const string WholeNamnd = "Nämnden totalt";
    public const string WholeMunicipality = "Hela kommunen";
    private const string Offered = "Erbjudna";
    private const string Used = "Använda";

    /// <param name="Row">The kind of place, or of support; null counts on the line of all of them.</param>
    private sealed record Event<TRow>(Guid Id, Guid? NamndId, string Section, TRow? Row, bool IsUse) where TRow : struct, Enum;

    public ReportTable Places(OrgTree.Node namnd, int number)
    {
        var offered = facts.Slots.Select(s => Place(s.Id, s.EmployerId, First(s.From), s.Kind, false));
        var kinds = facts.Slots.ToDictionary(s => s.Id, s => s.Kind);
        var used = facts.Placements.Where(p => p.StartedIn(facts.Period) && kinds.ContainsKey(p.Row.SlotId))
            .GroupBy(p => p.Row.SlotId).Select(g => g.MinBy(p => p.StartedOn)!)
            .Select(p => Place(p.Row.SlotId, p.Row.EmployerId, p.StartedOn, kinds[p.Row.SlotId], true));
        // Each place is of one kind, so the line of all of them is their sum.
        var events = offered.Concat(used).SelectMany(e => new[] { e, e with { Row = null } }).ToList();
        return Build(ReportTableKind.Places, number, namnd, events,
            [OfferKind.Praktik, OfferKind.SupportedEmployment, OfferKind.Clause], Total, emptyRows: true);
    }

    public ReportTable Supports(OrgTree.Node namnd, int number)
    {
        var offered = facts.Slots.SelectMany(s => s.Supports.Select(k => Place(s.Id, s.EmployerId, First(s.From), k, false)));
        var placements = facts.Placements.ToDictionary(p => p.Row.Id);
        var used =
            from decision in facts.Supports
            let placement = placements.GetValueOrDefault(decision.PlacementId)
            where placement is not null
            let time = new Period(placement.StartedOn, placement.EndedOn).Intersect(decision.Period)?.Intersect(facts.Period)
            where time is not null
            select Place(placement.Row.Id, placement.Row.EmployerId, time.Value.From, decision.Kind, true);
        var each = offered.Concat(used).ToList();
        var all = each.GroupBy(e => (e.Id, e.IsUse)).Select(g => g.First() with { Row = null });
        return Build(ReportTableKind.Lonestod, number, namnd, [.. each.Concat(all)], Enum.GetValues<Lonestod>(), AllSupports, emptyRows: false);
    }

    private ReportTable Build<TRow>(ReportTableKind kind, int number, OrgTree.Node namnd, List<Event<TRow>> events,
        IReadOnlyList<TRow> rows, string allRows, bool emptyRows) where TRow : struct, Enum
    {
        var table = new ReportTable(kind, number, kind.Label(), texts.Perspective(kind), texts.Note(kind));
        var own = events.Where(e => e.NamndId == namnd.Id).ToList();
        var sections = own.Select(e => e.Section).Concat(Forvaltningar(namnd)).Distinct()
            .OrderBy(s => s is Responsibility.Outside or Responsibility.Companies or Responsibility.Unplaced)
            .ThenBy(s => s, StringComparer.Create(SwedishTime.Culture, ignoreCase: true)).ToList();
        foreach (var section in sections)
            Add(section, own.Where(e => e.Section == section).ToList());
        if (sections.Count != 1)
            Add(WholeNamnd, own);
        Add(WholeMunicipality, events);
        return table;

        void Add(string section, List<Event<TRow>> of)
        {
            var shown = rows.Where(r => emptyRows || of.Any(e => EqualityComparer<TRow?>.Default.Equals(e.Row, r)));
            foreach (var row in shown.Select(r => (TRow?)r).Append(null))
                table.AddRow(section, row is { } r ? r.Label() : allRows, (Offered, Count(of, row, false)), (Used, Count(of, row, true)));
        }

        static int Count(List<Event<TRow>> of, TRow? row, bool isUse) =>
            of.Where(e => e.IsUse == isUse && EqualityComparer<TRow?>.Default.Equals(e.Row, row)).Select(e => e.Id).Distinct().Count();
    }

    // Those that existed during the period, also when nobody offered anything there: zero is a figure.
    private IEnumerable<string> Forvaltningar(OrgTree.Node namnd) =>
        facts.Organisation.All
            .Where(u => u.Level == OrgLevel.Forvaltning && new Period(u.ValidFrom, u.ValidTo).Intersect(facts.Period) is { } time
                && facts.Organisation.Above(u.Id, OrgLevel.Namnd, time.Last)?.Id == namnd.Id)
            .Select(u => u.Name);

    private Event<TRow> Place<TRow>(Guid id, Guid employerId, DateOnly day, TRow row, bool isUse) where TRow : struct, Enum
    {
        var (namndId, section) = responsibility.ForPlace(facts.Hosts[employerId], day);
        return new Event<TRow>(id, namndId, section, row, isUse);
    }

    private DateOnly First(DateOnly from) => from > facts.Period.From ? from : facts.Period.From;
}
