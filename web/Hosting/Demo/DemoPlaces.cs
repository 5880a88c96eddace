using EnVagUt.Core.Cases.BeforeStart;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Parties.Employers;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Hosting.Demo;

/// <summary>A workplace, and how many people its offers hold at most at any time.</summary>
internal sealed class DemoPlace(Guid employerId, Guid workplaceId, string employer, string name, string digits, Sector sector, Branch branch, SizeClass size, int ceiling, bool asksExtract)
{
    private static readonly string[] Supervisors = ["Hani", "Hedda", "Hugo", "Hilma"];
    private readonly List<(DateOnly From, DateOnly To, int Slots)> _held = [];

    public Guid EmployerId { get; } = employerId;
    public Guid WorkplaceId { get; } = workplaceId;
    public string Employer { get; } = employer;
    public string Name { get; } = name;
    public string Digits { get; } = digits;
    public Sector Sector { get; } = sector;
    public Branch Branch { get; } = branch;

    /// <summary>Nobody starts here before an extract is shown.</summary>
    public bool AsksExtract { get; } = asksExtract;

    /// <summary>Who looks after those who come.</summary>
    public string Supervisor { get; } = $"{Supervisors[name.Length % Supervisors.Length]} Handledare";

    /// <summary>The municipality's own take most; larger companies more than small ones.</summary>
    public int Weight { get; } = sector == Sector.OwnMunicipality ? 14 : 1 + (int)size;

    /// <summary>How many cases are planned here.</summary>
    public int Cases { get; set; }

    /// <summary>How many more it can take over the whole period.</summary>
    public int Free(DateOnly from, DateOnly to) => ceiling - _held.Where(h => h.From <= to && from <= h.To).Sum(h => h.Slots);

    public void Hold(DateOnly from, DateOnly to, int slots) => _held.Add((from, to, slots));

    public void PlanExtract(DemoStage stage, Actor coordinator, DateOnly day, Func<Guid> placement)
    {
        if (AsksExtract)
            stage.On(day, () => stage.DoAsync<BeforeStartService>(coordinator, s => s.RecordAsync(placement(), new BeforeStartDetails { ExtractShownOn = day }, default)));
    }

    /// <summary>In the order of names, so that the same day gives the same demo.</summary>
    public static Task<List<DemoPlace>> ReadAsync(DemoStage stage) => stage.ReadAsync(async db =>
        (await (from e in db.Employers
                from w in e.Workplaces
                where e.Status == EmployerStatus.Approved
                orderby e.SortKey
                select new { e.Id, WorkplaceId = w.Id, Employer = e.Name, w.Name, e.OrgNumberDigits, e.Sector, e.Branch, e.Size, w.Employees, w.ExtractRequired })
            .AsNoTracking().ToListAsync())
        .OrderBy(w => w.Employer, StringComparer.Ordinal).ThenBy(w => w.Name, StringComparer.Ordinal)
        .Select(w => new DemoPlace(w.Id, w.WorkplaceId, w.Employer, w.Name, w.OrgNumberDigits, w.Sector, w.Branch, w.Size, Workplace.DefaultCeiling(w.Employees), w.ExtractRequired))
        .ToList());
}
