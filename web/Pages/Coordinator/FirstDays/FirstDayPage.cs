using EnVagUt.Core.Cases.FirstDays;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Web.Access;
using EnVagUt.Web.Pages.Coordinator.Placements;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.FirstDays;

/// <summary>The first-day sheet of a placement, on screen or as a file.</summary>
public abstract class FirstDayPage(Reading reading) : PlacementPage(reading)
{
    /// <summary>Null before the workplace has said yes, and after the end.</summary>
    public FirstDaySheet? Sheet { get; private set; }

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        if (FirstDaySheet.IsFor(Facts.Status))
            Sheet = await FirstDaySheet.Of(Db, Db.Placements.AsNoTracking().Where(p => p.Id == Id)).SingleOrDefaultAsync(Ct)
                ?? throw new NotFoundException("Placement");
    }
}
