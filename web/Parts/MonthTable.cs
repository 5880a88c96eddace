using EnVagUt.Core.Cases.Compensation;
using EnVagUt.Core.Law.Supports;

namespace EnVagUt.Web.Parts;

/// <summary>The months of one decision, with a button for each that can be noted; drawn by _CompensationMonths.cshtml.</summary>
/// <param name="RequestedOn">What stands in the date field.</param>
/// <param name="ShowsWho">Names of those who noted, for staff.</param>
public sealed record MonthTable(CompensationView Decision, IReadOnlyList<CompensationMonth> Months, DateOnly Today, DateOnly? RequestedOn, bool ShowsWho)
{
    public RequestedMonth? Noted(CompensationMonth month) => Decision.Requests.Find(r => r.Month == month.Month);
}
