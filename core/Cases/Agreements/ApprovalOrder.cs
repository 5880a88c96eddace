using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Law.Forms;

namespace EnVagUt.Core.Cases.Agreements;

/// <summary>Who approves an agreement, one after the other.</summary>
public static class ApprovalOrder
{
    /// <summary>Below it the guardian approves too.</summary>
    public const int AgeOfMajority = 18;

    /// <summary>The form's order; the guardian after the person.</summary>
    public static IReadOnlyList<Approver> Of(Form form, bool needsGuardian) =>
        [.. form.Row().Approvers.SelectMany(a => a == Approver.Participant && needsGuardian ? [a, Approver.Guardian] : new[] { a })];

    /// <summary>Whose turn it is; null when all have approved.</summary>
    public static Approver? Next(Form form, bool needsGuardian, IReadOnlyCollection<Approver> given) =>
        Of(form, needsGuardian).Cast<Approver?>().FirstOrDefault(a => !given.Contains(a!.Value));

    /// <summary>The ways in which the municipality's staff can record somebody's approval.</summary>
    public static IReadOnlyList<ApprovalWay> Recordable(Approver approver) => approver switch
    {
        Approver.Workplace => [ApprovalWay.OnPaper, ApprovalWay.OnBehalf],
        Approver.Participant or Approver.Guardian => [ApprovalWay.OnScreen, ApprovalWay.OnPaper, ApprovalWay.OnBehalf],
        _ => [],
    };

    /// <summary>«Deltagaren», «Eleven»: the person is called what the form calls it.</summary>
    public static string Word(this Approver approver, Form form) =>
        approver == Approver.Participant ? form.Row().Person.Capital() : approver.Label();
}
