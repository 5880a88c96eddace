using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Minors;
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

    /// <summary>A week that nobody the form is for may work is refused here, and not when somebody is booked.</summary>
    /// <param name="rules">Of the first day of the place.</param>
    internal static void EnsureWeek(OfferDetails details, RulesOfDay rules)
    {
        var period = Period.Of(details.From, details.To, nameof(details.To));
        if (MinorWork.FaultsOfOffer(rules.Of(details.Form), period, new WeeklyPattern(details.Pattern)) is [var first, ..])
            throw new RuleBreachException(Rule.WeekForNoMinor, nameof(details.Pattern), details.Form.Label(), first.Summary);
    }

    /// <summary>The supports that an employer may say it is open to, for an employment that begins on the day.</summary>
    public static IReadOnlyList<Lonestod> Supports(DateOnly day, bool isPublic) =>
        [.. SupportRegistry.On(day).Where(s => isPublic || !s.Row().PublicEmployerOnly)];

    internal static void EnsureSupports(OfferDetails details, bool isPublic)
    {
        foreach (var support in details.Supports.Select(s => s.Row()))
        {
            RuleBreachException.When(!support.CanBeginOn(details.From), Rule.SupportAbolished, nameof(details.Supports), support.LastNewDay?.Written() ?? "");
            RuleBreachException.When(support.PublicEmployerOnly && !isPublic, Rule.SupportForPublicEmployers, nameof(details.Supports), support.Kind.Label());
        }
    }
}
