using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using EnVagUt.Core.Law.Forms;

namespace EnVagUt.Core.Law.Supports;

/// <summary>How a support becomes an amount, if it does. What the amount depends on are dated rules.</summary>
public enum SupportCounting
{
    /// <summary>A share of pay and fees, on pay up to the ceiling.</summary>
    ShareOfCost,
    /// <summary>A multiple of the employer's fees, on pay up to the ceiling.</summary>
    MultipleOfFees,
    /// <summary>The state pays the person; what the employer pays is agreed elsewhere.</summary>
    PaidToThePerson,
    /// <summary>Whatever the municipality decides.</summary>
    OwnDecision,
    /// <summary>The support is gone, and what it gave is not kept here.</summary>
    Abolished,
}

/// <summary>How long somebody has been away from work, which decides what nystartsjobb gives. The months are dated rules.</summary>
public enum Absence
{
    [Display(Name = "Kortare tid")] Shorter,
    [Display(Name = "Längre tid")] Longer,
    [Display(Name = "Längst tid, eller nyanländ")] Longest,
}

public static class SupportCountings
{
    public static SupportCounting Counting(this Lonestod kind) => kind switch
    {
        Lonestod.Nystartsjobb => SupportCounting.MultipleOfFees,
        Lonestod.Introduktionsjobb or Lonestod.LonebidragUtveckling or Lonestod.LonebidragAnstallning or Lonestod.LonebidragTrygghet
            or Lonestod.Osa => SupportCounting.ShareOfCost,
        Lonestod.Etableringsjobb => SupportCounting.PaidToThePerson,
        Lonestod.KommunalAnstallning => SupportCounting.OwnDecision,
        Lonestod.Extratjanst or Lonestod.Yrkesintroduktion or Lonestod.Instegsjobb => SupportCounting.Abolished,
        _ => throw new UnreachableException($"{kind} has no way of counting"),
    };
}
