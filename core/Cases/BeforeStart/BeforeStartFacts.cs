using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;

namespace EnVagUt.Core.Cases.BeforeStart;

public enum MissingFact
{
    [Display(Name = "riskbedömning av arbetsplatsen")] RiskAssessment,
    [Display(Name = "besked till vårdnadshavaren")] Guardian,
    [Display(Name = "namngiven handledare")] Supervisor,
    [Display(Name = "genomgång av förbjudna uppgifter")] ForbiddenTasks,
    [Display(Name = "utdrag ur belastningsregistret – uppvisat")] Extract,
}

/// <summary>
/// What must be known before somebody starts: for a minor the workplace's risk assessment, guardian, supervisor and the
/// tasks that are forbidden (arbetsmiljölagen 5 kap. 3 §); for everybody the extract, where the workplace demands it.
/// </summary>
/// <param name="BirthDate">Null for a nameless placement: whether it is a minor is not known here.</param>
/// <param name="RiskThrough">Through which day the newest assessment holds; null when there is none, or it says no.</param>
public sealed record BeforeStartFacts(
    DateOnly? BirthDate, bool ExtractRequired, DateOnly? RiskThrough, DateOnly? GuardianInformedOn, bool SupervisorNamed,
    DateOnly? ForbiddenTasksShownOn, DateOnly? ExtractShownOn)
{
    public bool IsMinorOn(DateOnly start) => BirthDate is { } born && Age.On(born, start) < Age.Adult;

    public IReadOnlyList<MissingFact> MissingOn(DateOnly start)
    {
        var missing = new List<MissingFact>();
        if (IsMinorOn(start))
        {
            if (RiskThrough is not { } through || through < start)
                missing.Add(MissingFact.RiskAssessment);
            if (GuardianInformedOn is null)
                missing.Add(MissingFact.Guardian);
            if (!SupervisorNamed)
                missing.Add(MissingFact.Supervisor);
            if (ForbiddenTasksShownOn is null)
                missing.Add(MissingFact.ForbiddenTasks);
        }
        if (ExtractRequired && ExtractShownOn is null)
            missing.Add(MissingFact.Extract);
        return missing;
    }

    public static string Words(IEnumerable<MissingFact> missing) => string.Join(", ", missing.Select(m => m.Label()));
}
