using EnVagUt.Core.Ground.Time;
using Microsoft.Extensions.Time.Testing;

namespace EnVagUt.Tests.Common;

/// <summary>
/// A clock that stands still until it is moved; its timers fire when it is moved past them. Starts on Monday 23 November
/// 2026, 09:00 in Stockholm.
/// </summary>
public sealed class FakeClock() : FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero))
{
    public void AdvanceDays(int days) => SetStockholm(this.Today().AddDays(days), TimeOnly.FromDateTime(this.UtcNow().ToStockholm()));

    /// <summary>Sets the clock to an hour of a Stockholm day; nine in the morning when no hour is given.</summary>
    public void SetStockholm(DateOnly day, TimeOnly? hour = null)
    {
        var local = day.ToDateTime(hour ?? new TimeOnly(9, 0), DateTimeKind.Unspecified);
        var now = new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(local, SwedishTime.Zone), TimeSpan.Zero);
        // The framework's clock goes back only as somebody who mends it would put it back.
        if (now < GetUtcNow())
            AdjustTime(now);
        else
            SetUtcNow(now);
    }
}
