using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;

namespace EnVagUt.Core.Places.Offers;

public enum OfferStatus
{
    [Display(Name = "Utkast")] Draft,
    [Display(Name = "Inskickad")] Submitted,
    [Display(Name = "Åter för komplettering")] Returned,
    [Display(Name = "Publicerad")] Published,
    [Display(Name = "Tillsatt")] Filled,
    [Display(Name = "Pausad")] Paused,
    [Display(Name = "Avslutad")] Closed,
}

/// <summary>How pages group offers, exclusively and in this order: clause, then support, then praktik (docs/model.md, Forms and supports).</summary>
public enum OfferKind
{
    [Display(Name = "Plats från krav")] Clause,
    [Display(Name = "Anställning med lönestöd")] SupportedEmployment,
    /// <summary>Every form without pay support: one of them is called by its own name, see <see cref="OfferNames"/>.</summary>
    [Display(Name = "Praktik, skola och feriejobb")] Praktik,
}

public static class OfferNames
{
    /// <summary>«APL i gymnasiet», «Anställning med lönestöd», «Plats från krav (praktik)»: what one place is, in lists and on its page.</summary>
    public static string NameOf(this OfferKind kind, Form form) => kind switch
    {
        OfferKind.Clause => $"{kind.Label()} ({form.Label().ToLower(SwedishTime.Culture)})",
        OfferKind.SupportedEmployment => kind.Label(),
        _ => form.Label(),
    };

    /// <summary>
    /// As the employer reads it. What it has offered itself it calls by its own name; a place that was made behind one person's
    /// placement tells of that person, so it is called what the placement is called outwards.
    /// </summary>
    public static string NameForEmployer(this OfferKind kind, Form form, bool isArranged) =>
        isArranged && kind == OfferKind.Praktik ? form.Row().Outward.Name.Capital() : kind.NameOf(form);
}
