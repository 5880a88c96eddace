
namespace EnVagUt.Core.Cases.Agreements;

/// <summary>What differs between two versions of what is agreed, by kind of essential change (docs/model.md, Paper).</summary>
public static class AgreementDifferences
{
    /// <summary>Empty when only practical words differ: contacts, supervisor, insurance, days of follow-up.</summary>
    public static IReadOnlyList<AgreementChange> Between(AgreementTerms before, AgreementTerms after)
    {
        var kinds = new List<AgreementChange>();
        void Add(AgreementChange kind, bool differs)
        {
            if (differs)
                kinds.Add(kind);
        }
        Add(AgreementChange.Period, (before.From, before.To) != (after.From, after.To));
        Add(AgreementChange.Extent, (before.CellMask, before.ExtentPercent, before.Times) != (after.CellMask, after.ExtentPercent, after.Times));
        Add(AgreementChange.Tasks, (before.Title, before.Tasks) != (after.Title, after.Tasks));
        Add(AgreementChange.Workplace, (before.Employer, before.Workplace, before.Address) != (after.Employer, after.Workplace, after.Address));
        Add(AgreementChange.Goals, (before.Goals, before.Adaptations, before.Introduction) != (after.Goals, after.Adaptations, after.Introduction));
        return kinds;
    }
}
