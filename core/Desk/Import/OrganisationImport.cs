using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Parties.Organisation;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Desk.Import;

/// <summary>
/// Applies the rows of an organisation file that has no faults, in memory: the caller saves, or only counts. Units that
/// have ended keep the names of their time; every verksamhet and enhet is an employer with one workplace (docs/model.md, Employers).
/// </summary>
internal sealed class OrganisationImport(AppDb db, OrgNumber municipality, Stamp stamp)
{
    private Dictionary<string, OrgUnit> _units = [];
    private Dictionary<Guid, Employer> _employers = [];

    public async Task<ImportCounts> ApplyAsync(List<OrganisationLine> lines, List<OrgUnit> registered, CancellationToken ct)
    {
        _units = registered.ToDictionary(u => u.Code, Codes.Same);
        _employers = await db.Employers.Include(e => e.Workplaces).Where(e => e.UnitId != null).ToDictionaryAsync(e => e.UnitId!.Value, ct);
        var counts = new ImportCounts();
        // Parents first: the levels stand in that order, bolag last but with no parent.
        foreach (var line in lines.OrderBy(l => l.Level == OrgLevel.Bolag ? OrgLevel.Namnd : l.Level))
            counts += Apply(line);
        foreach (var line in lines)
            counts += End(line);
        foreach (var line in lines.Where(l => l.IsWorkplace))
            counts += await ApplyWorkplaceAsync(line, ct);
        return counts;
    }

    private ImportCounts Apply(OrganisationLine line)
    {
        var parent = line.ParentCode is { } code ? _units[code] : null;
        var isNew = !_units.TryGetValue(line.Code, out var unit);
        if (isNew)
        {
            _units[line.Code] = unit = OrgUnit.Create(line.Level, line.Code, line.Name, parent, line.From!.Value, stamp);
            db.OrgUnits.Add(unit);
        }
        else if (HasEnded(unit!.ValidTo) || HasEnded(line.To))
            return default;
        if ((unit!.Name, unit.ParentId, unit.CostCentre, unit.ManagerName, unit.ManagerEmail, unit.RegistrarEmail)
            != (line.Name, parent?.Id, line.CostCentre, line.Place.Contact, line.Place.Email, line.RegistrarEmail))
        {
            unit.Describe(line.Name, parent, line.CostCentre, line.Place.Contact, line.Place.Email, line.RegistrarEmail, stamp);
            return isNew ? new ImportCounts(Added: 1) : new ImportCounts(Changed: 1);
        }
        return isNew ? new ImportCounts(Added: 1) : default;
    }

    private ImportCounts End(OrganisationLine line)
    {
        var unit = _units[line.Code];
        var successor = line.SuccessorCode is { } code ? _units[code] : null;
        if (line.To is not { } lastDay || (unit.ValidTo, unit.SuccessorId) == (lastDay, successor?.Id))
            return default;
        unit.End(lastDay, successor, stamp);
        return new ImportCounts(Ended: 1);
    }

    private async Task<ImportCounts> ApplyWorkplaceAsync(OrganisationLine line, CancellationToken ct)
    {
        var unit = _units[line.Code];
        if (_employers.TryGetValue(unit.Id, out var employer))
            return HasEnded(unit.ValidTo) ? default : await UpdateAsync(employer, line, ct);
        if (HasEnded(line.To))
            return default;
        employer = Employer.Register(Details(line, null), municipality, unit.Id, stamp);
        employer.Approve(stamp);
        employer.AddWorkplace(Workplace(line, null), stamp);
        db.Employers.Add(employer);
        await EmployerService.IndexAsync(db, employer, ct);
        return new ImportCounts(Workplaces: 1);
    }

    // What the unit's manager has written in the portal stays, unless the file says otherwise.
    private async Task<ImportCounts> UpdateAsync(Employer employer, OrganisationLine line, CancellationToken ct)
    {
        var workplace = employer.Workplaces.OrderBy(w => w.Seq).First();
        var (details, place) = (Details(line, employer), Workplace(line, workplace));
        if (details == WorkplaceFields.Of(employer) && place == WorkplaceFields.Of(workplace))
            return default;
        employer.Describe(details, stamp);
        workplace.Describe(place, stamp);
        await EmployerService.IndexAsync(db, employer, ct);
        return new ImportCounts(WorkplacesChanged: 1);
    }

    private static EmployerDetails Details(OrganisationLine line, Employer? present) => new()
    {
        Name = line.Name,
        Sector = Sector.OwnMunicipality,
        Branch = line.Place.Branch ?? present?.Branch ?? Branch.PublicAdministration,
        Size = line.Place.Employees is { } employees ? WorkplaceFields.SizeOf(employees) : present?.Size ?? SizeClass.From5To9,
    };

    private static WorkplaceDetails Workplace(OrganisationLine line, Workplace? present) => line.Place.Into(
        present is null ? WorkplaceFields.New with { CollectiveAgreement = true, LiabilityInsurance = true } : WorkplaceFields.Of(present), line.Name);

    private bool HasEnded(DateOnly? lastDay) => lastDay < stamp.Today;
}
