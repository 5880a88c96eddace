
namespace EnVagUt.Core.Places.Procurement;

/// <summary>From this day on the extent is so many percent of full time.</summary>
public readonly record struct ExtentStep(DateOnly From, int Percent)
{
    /// <summary>The steps that hold, from those in the order of their registration: a later one replaces all that was planned from its day on.</summary>
    public static IReadOnlyList<ExtentStep> Of(IEnumerable<ExtentStep> asRegistered)
    {
        var steps = new List<ExtentStep>();
        foreach (var step in asRegistered)
        {
            steps.RemoveAll(s => s.From >= step.From);
            steps.Add(step);
        }
        return steps;
    }
}
