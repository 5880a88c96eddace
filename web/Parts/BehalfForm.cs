using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Entities;

namespace EnVagUt.Web.Parts;

/// <summary>How somebody told it, and who: beside whatever staff write down for a workplace. Drawn by _BehalfFields.cshtml.</summary>
public sealed record BehalfForm
{
    [Required] public BehalfChannel? Channel { get; init; }
    [Required, StringLength(80)] public string? SaidBy { get; init; }

    public OnBehalf ToSaid() => new(Channel!.Value, SaidBy!);
}
