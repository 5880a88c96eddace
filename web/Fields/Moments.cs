using System.Globalization;
using EnVagUt.Core.Ground.Time;

namespace EnVagUt.Web.Fields;

/// <summary>Days and instants as lists and tables write them, and days as they are typed.</summary>
public static class Moments
{
    public static string Shown(this DateOnly day) => day.Brief();

    public static string Shown(this DateTime utc) => utc.Clocked();

    /// <summary>«2026-11-23», in fields and addresses.</summary>
    public static string Typed(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
