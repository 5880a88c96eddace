using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Time;

namespace EnVagUt.Core.Parties.Declarations;

public enum DeclarationState
{
    [Display(Name = "Gäller")] Valid,
    [Display(Name = "Har gått ut")] Expired,
    [Display(Name = "Saknas")] Missing,
}

/// <summary>How an employer's declaration stands on a day.</summary>
/// <param name="Through">Last day of the one that holds longest; null when there is none.</param>
public sealed record DeclarationNow(DateOnly? Through, DateOnly Today)
{
    public DeclarationState State => Through is not { } last ? DeclarationState.Missing : last < Today ? DeclarationState.Expired : DeclarationState.Valid;

    public bool Warns => State != DeclarationState.Valid;

    /// <summary>For a list of facts.</summary>
    public string Words => State switch
    {
        DeclarationState.Valid => $"Gäller till och med den {Through!.Value.Written()}",
        DeclarationState.Expired => $"Gick ut den {Through!.Value.Written()}",
        _ => "Saknas",
    };
}
