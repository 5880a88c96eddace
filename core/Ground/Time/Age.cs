
namespace EnVagUt.Core.Ground.Time;

/// <summary>Whole years that somebody has lived on a day.</summary>
public static class Age
{
    /// <summary>Majority (föräldrabalken 9 kap. 1 §), which no municipality sets; a minor is younger (arbetsmiljölagen 5 kap. 1 §).</summary>
    public const int Adult = 18;

    /// <summary>Born on 29 February has birthday on 1 March in other years.</summary>
    public static int On(DateOnly birthDate, DateOnly day)
    {
        var years = day.Year - birthDate.Year;
        return (day.Month, day.Day).CompareTo((birthDate.Month, birthDate.Day)) < 0 ? years - 1 : years;
    }

    /// <summary>The day before the 18th birthday.</summary>
    /// <returns>Null for whoever is of age on the day.</returns>
    public static DateOnly? MinorThrough(DateOnly birthDate, DateOnly day)
    {
        if (On(birthDate, day) >= Adult)
            return null;
        var birthday = birthDate.AddYears(Adult);
        return birthday.Day == birthDate.Day ? birthday.AddDays(-1) : birthday;
    }
}
