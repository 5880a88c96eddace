namespace EnVagUt.Web.Parts;

/// <summary>A workplace and whose it is. Many employers have one workplace, called as they are: then the name is said once.</summary>
public static class WorkplaceName
{
    public static string Of(string workplace, string employer) => workplace == employer ? workplace : $"{workplace}, {employer}";
}
