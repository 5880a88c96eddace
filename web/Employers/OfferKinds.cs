using EnVagUt.Core.Forms;
using EnVagUt.Core.Offers;

namespace EnVagUt.Web.Employers;

/// <summary>The kinds of places as an employer chooses among them: the word in the address, and one plain sentence.</summary>
/// <param name="Slug">Last part of /arbetsgivare/platser/ny/…</param>
/// <param name="Form">The form of the offer; null when the employer chooses it.</param>
public sealed record OfferKindChoice(OfferKind Kind, string Slug, Form? Form, string Sentence)
{
    public static IReadOnlyList<OfferKindChoice> All { get; } =
    [
        new(OfferKind.Praktik, "praktik", Core.Forms.Form.Praktik, Core.Forms.Form.Praktik.Row().Description),
        new(OfferKind.SupportedEmployment, "lonestod", Core.Forms.Form.Employment, Core.Forms.Form.Employment.Row().Description),
        new(OfferKind.Clause, "krav", null, "Ni har ett avtal med kommunen där det står att ni ska anställa eller ta emot praktik."),
    ];

    public static OfferKindChoice Of(OfferKind kind) => All.Single(k => k.Kind == kind);
}
