using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Rules;

namespace EnVagUt.Core.Cases.Warnings;

/// <summary>Rules that warn and let the coordinator decide; whoever goes on says why, in a code that is kept.</summary>
public enum SoftRule
{
    [Display(Name = "Flera saker samtidigt")] SeveralAtOnce,
    [Display(Name = "Mer än heltid sammanlagt")] MoreThanFullTime,
    [Display(Name = "Längsta sammanlagda tid")] TotalTime,
    [Display(Name = "Inlåsning")] LockIn,
    [Display(Name = "Upprepade perioder på arbetsplatsen")] RepeatedAtWorkplace,
    [Display(Name = "Fler än arbetsplatsen brukar ta emot")] WorkplaceCeiling,
    [Display(Name = "Fler än handledaren brukar ta emot")] SupervisorCeiling,
    [Display(Name = "Minderåriga per handledare")] MinorsPerSupervisor,
    /// <summary>Another authority has decided; ours would have refused (docs/beslut/0008).</summary>
    [Display(Name = "Ålder utanför det vanliga")] AgeOfOthersDecision,
    [Display(Name = "Längre tid än det vanliga")] LengthOfOthersDecision,
    [Display(Name = "Fackets svar")] UnionStatement,
}

/// <summary>Why it is right all the same. Never a cause in the person's health or private life.</summary>
public enum AcknowledgeReason
{
    [Display(Name = "Det finns ett eget mål och en plan för tiden")] OwnGoal,
    [Display(Name = "Avstämt med den som har beslutat")] AgreedWithDecider,
    [Display(Name = "Någon annan har redan beslutat")] DecidedElsewhere,
    [Display(Name = "Arbetsplatsen har sagt att det går")] WorkplaceAgrees,
    [Display(Name = "Deltagaren vill det själv")] OwnWish,
    [Display(Name = "Leder till anställning")] LeadsToEmployment,
    [Display(Name = "Det gäller kort tid")] ShortTime,
    [Display(Name = "Frågan är ställd, svaret har inte kommit i tid")] NoAnswerInTime,
}

/// <param name="Text">One Swedish sentence for the coordinator, without names.</param>
public sealed record Warning(SoftRule Rule, string Text);

/// <summary>What the coordinator has read and why it is right all the same.</summary>
/// <param name="Seen">The warnings that were on the page; one that has come since is asked about again.</param>
public sealed record Acknowledged(IReadOnlyCollection<SoftRule> Seen, AcknowledgeReason? Because)
{
    public static readonly Acknowledged Nothing = new([], null);

    /// <summary>The reason beside each warning.</summary>
    /// <exception cref="RuleBreachException">A warning was not on the page, or no reason was given; the text holds the warnings.</exception>
    public IEnumerable<(Warning Warning, AcknowledgeReason Because)> To(IReadOnlyCollection<Warning> warnings)
    {
        if (warnings.Count > 0 && (Because is null || warnings.Any(w => !Seen.Contains(w.Rule))))
            throw new RuleBreachException(Ground.Rules.Rule.WarningsNotAcknowledged, nameof(Because), string.Join(" ", warnings.Select(w => w.Text)));
        return warnings.Select(w => (w, Because!.Value));
    }
}
