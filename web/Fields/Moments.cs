using System.Globalization;
using EnVagUt.Core.Ground.Time;

namespace EnVagUt.Web.Fields;

/// <summary>Days and instants as tables write them.</summary>
public static class Moments
{
    public static string Shown(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>«2026-11-23 09:05», Stockholm time.</summary>
    public static string Shown(this DateTime utc) => utc.ToStockholm().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
