using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;

namespace EnVagUt.Core.Cases.Agreements;

public sealed partial class Agreement
{
    private void EnsureOpen()
    {
        RuleBreachException.When(ConcludedAt is not null, Rule.AgreementConcluded);
        RuleBreachException.When(VoidedAt is not null, Rule.NotAllowedInStatus);
    }

    // Nobody is asked to approve a change that is not there, or another one than is said.
    private void EnsureChange(AgreementTerms? inForce)
    {
        if (inForce is null)
            return;
        var differences = AgreementDifferences.Between(inForce, Terms);
        RuleBreachException.When(differences.Count == 0, Rule.AgreementNothingChanged);
        RuleBreachException.When(Change != AgreementChange.Essential && !differences.Contains(Change), Rule.AgreementChangeNotMade, nameof(Change), Change.Label(),
            string.Join(", ", differences.Select(d => d.Label())));
    }

    private void EnsureSound(AgreementTerms terms, DateOnly effectiveOn)
    {
        var needsGoals = (Form.Row().Requires & (RequiredFacts.Goals | RequiredFacts.LanguageGoals)) != 0;
        RuleBreachException.When(needsGoals && string.IsNullOrWhiteSpace(terms.Goals), Rule.AgreementGoalsMissing, nameof(terms.Goals));
        RuleBreachException.When(AgreementTerms.Lines(terms.Introduction).Count == 0, Rule.Required, nameof(terms.Introduction));
        RuleBreachException.When(!new Period(terms.From, terms.To).Contains(effectiveOn), Rule.EffectiveOutsidePeriod, nameof(EffectiveOn), new Period(terms.From, terms.To));
    }

    private static void EnsureGiven(Approver approver, GivenApproval given, Stamp stamp)
    {
        RuleBreachException.When(given.Way == ApprovalWay.OnBehalf && given.Reason is null, Rule.BehalfReasonMissing, nameof(given.Reason));
        RuleBreachException.When(given.Way == ApprovalWay.OnPaper && given.SignedOn is null, Rule.Required, nameof(given.SignedOn));
        RuleBreachException.When(given.Way == ApprovalWay.OnPaper && given.SignedOn > stamp.Today, Rule.SignedInFuture, nameof(given.SignedOn));
        RuleBreachException.When(given.Way == ApprovalWay.OnPaper && string.IsNullOrWhiteSpace(given.SeenBy), Rule.Required, nameof(given.SeenBy));
        RuleBreachException.When(approver != Approver.Participant && string.IsNullOrWhiteSpace(given.GivenBy), Rule.Required, nameof(given.GivenBy));
    }

    private static void EnsurePlacement(Placement placement, Stamp stamp) => placement.Require(PlacementAction.Agreement, stamp);
}
