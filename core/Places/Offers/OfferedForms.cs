using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;

namespace EnVagUt.Core.Places.Offers;

/// <summary>May this form be offered here: the one answer, asked by what makes offers and by the pages that let somebody choose.</summary>
public static class OfferedForms
{
    /// <summary>Why not; null when it may.</summary>
    /// <param name="rules">Of the day on which it counts.</param>
    /// <param name="isOwn">Whether the workplace is the municipality's own; null as long as no workplace is chosen.</param>
    /// <param name="byOthers">Others have arranged it already: it is recorded, whoever decides on the form.</param>
    public static string? Refusal(Form form, RulesOfDay rules, bool? isOwn, bool byOthers = false) => form.Row() switch
    {
        { RefusesOffers: { } why } when !byOthers => why,
        { OwnOrganisationOnly: true } when isOwn == false => "Den finns bara i kommunens egna verkstäder",
        _ when !rules.Of(form).IsInUse => "Kommunen använder den inte",
        _ => null,
    };

    internal static void Ensure(Form form, RulesOfDay rules, bool isOwn, bool byOthers = false)
    {
        if (Refusal(form, rules, isOwn, byOthers) is { } why)
            throw new RuleBreachException(Rule.FormRefusesOffers, nameof(OfferDetails.Form), why);
    }
}
