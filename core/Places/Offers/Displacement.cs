using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;

namespace EnVagUt.Core.Places.Offers;

public enum YesOrNo
{
    [Display(Name = "Ja")] Yes,
    [Display(Name = "Nej")] No,
}

/// <summary>
/// Undanträngning: what the employer says about its staffing, so that nobody is replaced by a place. Answered before the
/// offer is sent in; an answer that speaks against is shown at the review and refuses nothing by itself.
/// </summary>
/// <param name="ReplacesLeaver">Whether the place replaces somebody who has been dismissed or has left.</param>
/// <param name="ReemploymentRight">Whether anybody has företrädesrätt till återanställning.</param>
/// <param name="BeyondStaffing">Whether the tasks come on top of what the employer would have got done anyway.</param>
public sealed record Displacement(YesOrNo? ReplacesLeaver, YesOrNo? ReemploymentRight, YesOrNo? BeyondStaffing)
{
    public static readonly Displacement Unanswered = new(null, null, null);

    /// <summary>Nothing speaks against the place.</summary>
    public static readonly Displacement None = new(YesOrNo.No, YesOrNo.No, YesOrNo.Yes);

    /// <summary>Asked where somebody could be replaced, but not of an ordinary employment: of one with support it is.</summary>
    public static bool IsAskedOf(Form form, OfferKind kind, bool openToSupport) =>
        form.Row().AsksStaffing && (form != Form.Employment || kind == OfferKind.SupportedEmployment || openToSupport);

    /// <summary>The field of the first question without an answer; null when all are answered.</summary>
    public string? FirstUnanswered => ReplacesLeaver is null ? nameof(ReplacesLeaver)
        : ReemploymentRight is null ? nameof(ReemploymentRight)
        : BeyondStaffing is null ? nameof(BeyondStaffing) : null;

    /// <summary>What speaks against the place, a sentence each.</summary>
    public IReadOnlyList<string> Warnings()
    {
        var warnings = new List<string>();
        if (ReplacesLeaver == YesOrNo.Yes)
            warnings.Add("Platsen ersätter någon som har sagts upp eller slutat. Fråga arbetsgivaren hur det hänger ihop.");
        if (ReemploymentRight == YesOrNo.Yes)
            warnings.Add("Någon har företrädesrätt till återanställning. Den personen går först.");
        if (BeyondStaffing == YesOrNo.No)
            warnings.Add("Uppgifterna hade blivit gjorda ändå, säger arbetsgivaren. En plats ska inte tränga undan en anställning.");
        return warnings;
    }

    public const string RightQuestion = "Finns någon med företrädesrätt till återanställning?";
    public const string BeyondQuestion = "Är det här uppgifter som annars inte hade blivit gjorda?";

    public static string ReplacesQuestion(RulesOfDay rules) =>
        $"Ersätter platsen någon som sagts upp eller slutat de senaste {rules.Number(Limit.DisplacementMonths)} månaderna?";

    public static string RightHint(RulesOfDay rules) =>
        $"Den som har sagts upp på grund av arbetsbrist kan ha företrädesrätt i {rules.Number(Limit.ReemploymentMonths)} månader efter det att anställningen upphörde.";
}
