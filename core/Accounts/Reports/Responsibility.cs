using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Parties.Organisation;

namespace EnVagUt.Core.Accounts.Reports;

/// <summary>Which nämnd an event is reported by (docs/vardag.md, Reports), by the organisation of the event's date.</summary>
internal sealed class Responsibility(OrgTree organisation, ReportSettings settings, string ameName)
{
    public const string Outside = "Externa arbetsgivare";
    public const string Companies = "Kommunala bolag och kommunalförbund";
    public const string Unplaced = "Kommunens verksamheter utan angiven enhet";

    /// <summary>Ansvarig nämnd: of the participants of a gren.</summary>
    public Guid? ForParticipant(Verksamhetsgren gren, DateOnly day) =>
        settings.ResponsibleUnits.TryGetValue(gren, out var code) && Coded(code) is { } unit ? Namnd(unit, day) : ForAme(day);

    /// <summary>The nämnd of the unit that runs the portal.</summary>
    public Guid? ForAme(DateOnly day) => Namnd(Ame, day);

    /// <summary>Mottagande nämnd, and the heading that the place stands under: its förvaltning.</summary>
    public (Guid? NamndId, string Section) ForPlace(ReportFacts.Host host, DateOnly day)
    {
        if (host.Sector != Sector.OwnMunicipality)
            return (ForAme(day), Outside);
        if (organisation.On(host.UnitId, day) is not { } unit)
            return (ForAme(day), Unplaced);
        if (organisation.Above(unit.Id, OrgLevel.Namnd, day) is { } namnd)
            return (namnd.Id, organisation.Above(unit.Id, OrgLevel.Forvaltning, day)?.Name ?? namnd.Name);
        return (ForAme(day), organisation.Above(unit.Id, OrgLevel.Bolag, day) is null ? Unplaced : Companies);
    }

    /// <summary>A contract without unit is followed up by AME.</summary>
    public Guid? ForUnit(Guid? unitId, DateOnly day) =>
        (unitId is { } id ? organisation.Above(id, OrgLevel.Namnd, day)?.Id : null) ?? ForAme(day);

    private OrgTree.Node? Ame => string.IsNullOrWhiteSpace(settings.AmeUnitCode)
        ? organisation.All.Where(n => n.Name == ameName).OrderBy(n => n.ValidFrom).FirstOrDefault()
        : Coded(settings.AmeUnitCode);

    private OrgTree.Node? Coded(string code) => organisation.All.FirstOrDefault(n => Codes.Same.Equals(n.Code, code));

    private Guid? Namnd(OrgTree.Node? unit, DateOnly day) => organisation.Above(unit?.Id, OrgLevel.Namnd, day)?.Id;
}
