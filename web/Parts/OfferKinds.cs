using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Places.Offers;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EnVagUt.Web.Parts;

/// <summary>The kinds of places as an employer chooses among them: the word in the address, and one plain sentence.</summary>
/// <param name="Slug">Last part of /arbetsgivare/platser/ny/…</param>
/// <param name="Form">The form of the offer; null when the employer chooses it.</param>
public sealed record OfferKindChoice(OfferKind Kind, string Slug, Form? Form)
{
    public static IReadOnlyList<OfferKindChoice> All { get; } =
    [
        .. FormRegistry.All.Where(f => f.Family != FormFamily.Employment)
            .Select(f => new OfferKindChoice(OfferKind.Praktik, f.Form.ToString().ToLowerInvariant(), f.Form)),
        new(OfferKind.SupportedEmployment, "lonestod", Core.Law.Forms.Form.Employment),
        new(OfferKind.Clause, "krav", null),
    ];

    /// <summary>Heading that the choice stands under.</summary>
    public string Group => (Kind, Form?.Row().Family) switch
    {
        (OfferKind.Praktik, FormFamily.School) => "Elever och studerande",
        (OfferKind.Praktik, FormFamily.Feriejobb) => "Unga på lovet",
        (OfferKind.Praktik, _) => "Praktik och träning",
        (OfferKind.SupportedEmployment, _) => "Anställning",
        _ => "Avtal med kommunen",
    };

    public string Label => Kind == OfferKind.Praktik && Form is { } form ? form.Label() : Kind.Label();

    /// <summary>Among what lists of places can be narrowed to, under the word «Form».</summary>
    public static IReadOnlyList<SelectListItem> Choices { get; } = [.. All.Select(k => new SelectListItem(k.Label, k.Slug))];

    /// <summary>Null when the word of an address is none of them.</summary>
    public static OfferKindChoice? Find(string? slug) => All.FirstOrDefault(k => k.Slug == slug);

    public string Sentence(RulesOfDay rules) => Form is { } form
        ? rules.Of(form).ShortText
        : "Ni har ett avtal med kommunen där det står att ni ska anställa eller ta emot praktik.";

    public bool IsOffered(RulesOfDay rules, bool? isOwn) => Form is not { } form || OfferedForms.Refusal(form, rules, isOwn) is null;

    public static OfferKindChoice Of(Offer offer) => All.Single(k => k.Kind == offer.Kind && (k.Form is null || k.Form == offer.Form));
}
