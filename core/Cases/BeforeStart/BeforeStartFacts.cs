using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;

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
/// tasks that are forbidden (arbetsmiljölagen 5 kap. 3 §); for everybody the extract, where the workplace demands it, and
/// a handledare, where the form does.
/// </summary>
/// <param name="BirthDate">Null for a nameless placement: whether it is a minor is not known here.</param>
/// <param name="RiskThrough">Through which day the newest assessment holds; null when there is none, or it says no.</param>
public sealed record BeforeStartFacts(
    DateOnly? BirthDate, bool ExtractRequired, DateOnly? RiskThrough, DateOnly? GuardianInformedOn, bool SupervisorNamed,
    DateOnly? ForbiddenTasksShownOn, DateOnly? ExtractShownOn)
{
    /// <summary>The form asks for a named handledare, whoever the person is.</summary>
    public bool SupervisorDemanded { get; init; }

    /// <param name="isNameless">Of whoever is not known here nothing is asked but what the workplace demands.</param>
    public BeforeStartFacts Of(Form form, bool isNameless) =>
        this with { SupervisorDemanded = !isNameless && form.Row().Requires.HasFlag(RequiredFacts.Supervisor) };

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
            if (ForbiddenTasksShownOn is null)
                missing.Add(MissingFact.ForbiddenTasks);
        }
        if (!SupervisorNamed && (SupervisorDemanded || IsMinorOn(start)))
            missing.Add(MissingFact.Supervisor);
        if (ExtractRequired && ExtractShownOn is null)
            missing.Add(MissingFact.Extract);
        missing.Sort();
        return missing;
    }

    public static string Words(IEnumerable<MissingFact> missing) => string.Join(", ", missing.Select(m => m.Label()));
}
