using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Web.Access;

namespace EnVagUt.Web.Pages.Coordinator.FirstDays;

public sealed class ShowModel(Reading reading) : FirstDayPage(reading)
{
    /// <summary>Whether the reader may fill in the workplace's answers.</summary>
    public bool MayAsk => Viewer.IsAny(EmployerService.Staff);

    public void OnGet()
    {
    }
}
