using System.ComponentModel.DataAnnotations;
using System.Diagnostics;

namespace EnVagUt.Core.Forms;

public enum Form
{
    [Display(Name = "Praktik")] Praktik,
    [Display(Name = "Anställning")] Employment,
    [Display(Name = "Prao")] Prao,
}

/// <summary>How a slot of the form is filled (decisions 8).</summary>
public enum Filling
{
    /// <summary>Föreslå kandidat: several requests may run, the employer recruits, its yes makes the claim.</summary>
    ProposeCandidate,
    /// <summary>Boka efter ja: the participant's yes, then the request holds the slot.</summary>
    BookAfterYes,
    /// <summary>Skolan fördelar.</summary>
    SchoolDistributes,
}

/// <summary>Which paper the form asks for before start (decisions 9).</summary>
public enum Paper
{
    /// <summary>Our own överenskommelse.</summary>
    OwnAgreement,
    /// <summary>Somebody else's document (anställningsavtal): recorded, never signed again.</summary>
    OthersDocument,
}

/// <summary>What is true of one form. Pages, services, jobs and reports read it here and nowhere else.</summary>
/// <param name="Description">One sentence for the employer.</param>
/// <param name="LongestMonths">Longest period of one placement in months; null when the law of employment decides.</param>
/// <param name="MinAge">Youngest age in whole years at start.</param>
/// <param name="MaxAge">Oldest age at start.</param>
/// <param name="RefusesOffers">Why no offer of the form can be made yet; null when it can.</param>
public sealed record FormRow(
    Form Form, string Description, Filling Filling, Paper Paper, int? LongestMonths, int MinAge, int MaxAge,
    bool TakesSupport, bool TakesClause, string? RefusesOffers = null);

public static class FormRegistry
{
    public static IReadOnlyList<FormRow> All { get; } = [.. Enum.GetValues<Form>().Select(Of)];

    /// <remarks>
    /// Longest periods and ages are shipped defaults (domain.md B1, practice.md «Defaults»); they become dated parameters
    /// together with the other forms.
    /// </remarks>
    public static FormRow Of(Form form) => form switch
    {
        Form.Praktik => new(form,
            "En person prövar på arbete hos er under en begränsad tid. Ni betalar ingen lön.",
            Filling.BookAfterYes, Paper.OwnAgreement, LongestMonths: 6, MinAge: 16, MaxAge: 65, TakesSupport: false, TakesClause: true),
        Form.Employment => new(form,
            "Ni anställer. Arbetsförmedlingen kan besluta om stöd till lönen.",
            Filling.ProposeCandidate, Paper.OthersDocument, LongestMonths: null, MinAge: 16, MaxAge: 67, TakesSupport: true, TakesClause: true),
        Form.Prao => new(form,
            "En elev i årskurs 8 eller 9 lär känna arbetslivet hos er.",
            Filling.SchoolDistributes, Paper.OwnAgreement, LongestMonths: 1, MinAge: 13, MaxAge: 17, TakesSupport: false, TakesClause: false,
            RefusesOffers: "reglerna för minderåriga är inte på plats än"),
        _ => throw new UnreachableException($"{form} has no row"),
    };

    public static FormRow Row(this Form form) => Of(form);
}
