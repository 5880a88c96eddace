using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Parties.Employers;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Desk.Import;

/// <summary>
/// Applies the rows of an employer file that has no faults, in memory: the caller saves, or only counts. An employer is
/// found by its organisationsnummer and a workplace by its name; what the file does not say stays as it is.
/// </summary>
internal sealed class EmployerImport(AppDb db, Stamp stamp)
{
    /// <summary>As many keys as one query may ask for on either database.</summary>
    private const int Chunk = 500;

    public async Task<ImportCounts> ApplyAsync(List<EmployerLine> lines, CancellationToken ct)
    {
        var present = new Dictionary<string, Employer>(StringComparer.Ordinal);
        foreach (var keys in lines.Select(l => l.Number!.Value.Digits).Distinct().Chunk(Chunk))
            foreach (var employer in await db.Employers.Include(e => e.Workplaces).Where(e => keys.Contains(e.UniqueKey)).ToListAsync(ct))
                present[employer.UniqueKey] = employer;

        var counts = new ImportCounts();
        foreach (var group in lines.GroupBy(l => l.Number!.Value))
            counts += await ApplyAsync(present.GetValueOrDefault(group.Key.Digits), group.Key, [.. group], ct);
        return counts;
    }

    private async Task<ImportCounts> ApplyAsync(Employer? employer, OrgNumber number, List<EmployerLine> lines, CancellationToken ct)
    {
        var counts = new ImportCounts();
        var details = Details(lines, employer);
        if (employer is null)
        {
            employer = Employer.Register(details, number, null, stamp);
            // The municipality's own register vouches for them.
            employer.Approve(stamp);
            db.Employers.Add(employer);
            counts += new ImportCounts(Added: 1);
        }
        else if (details != WorkplaceFields.Of(employer))
        {
            employer.Describe(details, stamp);
            counts += new ImportCounts(Changed: 1);
        }
        foreach (var line in lines)
            counts += Apply(employer, line);
        if (counts != default)
            await EmployerService.IndexAsync(db, employer, ct);
        return counts;
    }

    private ImportCounts Apply(Employer employer, EmployerLine line)
    {
        var workplace = employer.Workplaces.FirstOrDefault(w => w.Name == line.WorkplaceName);
        if (workplace is null)
        {
            db.Add(employer.AddWorkplace(Merge(line, WorkplaceFields.New), stamp));
            return new ImportCounts(Workplaces: 1);
        }
        var present = WorkplaceFields.Of(workplace);
        if (Merge(line, present) is var wanted && wanted == present)
            return default;
        workplace.Describe(wanted, stamp);
        return new ImportCounts(WorkplacesChanged: 1);
    }

    // An employer with several workplaces is as large as all of them, when no row says how large it is.
    private static EmployerDetails Details(List<EmployerLine> lines, Employer? present)
    {
        var first = lines[0];
        return new EmployerDetails
        {
            Name = first.Name,
            Sector = first.Sector ?? present?.Sector ?? Sector.Private,
            Branch = first.Place.Branch!.Value,
            Size = lines.Count > 1 && !first.Row.Has("storlek") ? WorkplaceFields.SizeOf(lines.Sum(l => l.Place.Employees ?? 0)) : first.Size!.Value,
        };
    }

    private static WorkplaceDetails Merge(EmployerLine line, WorkplaceDetails present) => line.Place.Into(present, line.WorkplaceName) with
    {
        CollectiveAgreement = line.CollectiveAgreement ?? present.CollectiveAgreement,
        LiabilityInsurance = line.LiabilityInsurance ?? present.LiabilityInsurance,
    };
}
