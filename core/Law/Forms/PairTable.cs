using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using F = EnVagUt.Core.Law.Forms.FormFamily;

namespace EnVagUt.Core.Law.Forms;

public enum PairVerdict
{
    [Display(Name = "Går")] Allowed,
    [Display(Name = "Går, med skäl")] Warn,
    [Display(Name = "Går inte")] Refuse,
}

/// <param name="Because">Swedish sentence for the coordinator.</param>
/// <param name="Source">Where it stands, or how sure we are; for docs/former.md.</param>
public sealed record PairAnswer(PairVerdict Verdict, string Because, string Source);

/// <summary>
/// Whether one person may have placements of both forms in overlapping periods, on different cells (on the same cells
/// nobody can be at two places, whatever the forms). What nobody has answered is a warning, never a silent yes.
/// </summary>
public static class PairTable
{
    /// <summary>Every pair of families once, each with itself too.</summary>
    public static IReadOnlyList<(FormFamily A, FormFamily B, PairAnswer Answer)> All { get; } =
        [.. from a in Enum.GetValues<F>() from b in Enum.GetValues<F>() where a <= b select (a, b, Of(a, b))];

    public static PairAnswer Of(Form one, Form other)
    {
        // Written once for each pair, so the families are put in the order of the enum.
        var (a, b) = (one.Row().Family, other.Row().Family);
        return a <= b ? Of(a, b) : Of(b, a);
    }

    private static PairAnswer Of(F a, F b) => (a, b) switch
    {
        (F.Municipal, F.Municipal) => Allowed("Halvdagar på olika håll är vanligt, till exempel språkträning på förmiddagen.", "Yrkespraxis"),
        (F.Municipal, F.Af) => Warn("Arbetspraktik är som regel på heltid: stäm av med Arbetsförmedlingen.", "Förordning (2000:634) 7 a §"),
        (F.Municipal, F.School) => Warn("Studierna går först: stäm av med skolan eller utbildningen.", "Yrkespraxis"),
        (F.Municipal, F.Feriejobb) => Warn("Arbetstiden räknas ihop för den som är minderårig.", "Yrkespraxis"),
        (F.Municipal, F.Employment) => Warn("Praktik vid sidan av en anställning ska ha ett eget mål, annars låser den in.", "Yrkespraxis"),
        (F.Af, F.Af) => Warn("Två beslut om arbetspraktik samtidigt är ovanligt: stäm av med Arbetsförmedlingen.", "Inte prövat"),
        (F.Af, F.School) => Warn("Stäm av med Arbetsförmedlingen: studier kan ändra ersättningen.", "Inte prövat"),
        (F.Af, F.Feriejobb) => Warn("Stäm av med Arbetsförmedlingen.", "Inte prövat"),
        (F.Af, F.Employment) => Allowed("Deltid går när praktiken kombineras med arbete.", "Förordning (2000:634) 7 a §"),
        (F.School, F.School) => Warn("Två utbildningars platser samtidigt: stäm av med båda skolorna.", "Inte prövat"),
        (F.School, F.Feriejobb) => Warn("Feriejobb ligger på lov. Kontrollera datum och elevens sammanlagda arbetstid.", "Yrkespraxis"),
        (F.School, F.Employment) => Allowed("Arbete vid sidan av studierna är elevens sak; för minderåriga räknas tiden ihop.", "Yrkespraxis"),
        (F.Feriejobb, F.Feriejobb) => Refuse("En ungdom har ett feriejobb i taget, så att platserna räcker till fler.", "Kommunens beslut"),
        (F.Feriejobb, F.Employment) => Warn("Arbetstiden räknas ihop för den som är minderårig.", "Yrkespraxis"),
        (F.Employment, F.Employment) => Allowed("Flera deltidsanställningar är vanligt.", "Yrkespraxis"),
        _ => throw new UnreachableException($"{a} and {b} have no answer"),
    };

    private static PairAnswer Allowed(string because, string source) => new(PairVerdict.Allowed, because, source);
    private static PairAnswer Warn(string because, string source) => new(PairVerdict.Warn, because, source);
    private static PairAnswer Refuse(string because, string source) => new(PairVerdict.Refuse, because, source);
}
