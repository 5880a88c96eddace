using EnVagUt.Core.Rules;

namespace EnVagUt.Tests.Common;

/// <summary>A clock that stands still until it is moved. Starts on Monday 23 November 2026, 09:00 in Stockholm.</summary>
public sealed class FakeClock : TimeProvider
{
    private readonly Lock _lock = new();
    private DateTimeOffset _now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public void Advance(TimeSpan by)
    {
        lock (_lock)
            _now += by;
    }

    public void AdvanceDays(int days) => SetStockholm(this.Today().AddDays(days), TimeOnly.FromDateTime(this.UtcNow().ToStockholm()));

    /// <summary>Sets the clock to an hour of a Stockholm day; nine in the morning when no hour is given.</summary>
    public void SetStockholm(DateOnly day, TimeOnly? hour = null)
    {
        var local = day.ToDateTime(hour ?? new TimeOnly(9, 0), DateTimeKind.Unspecified);
        lock (_lock)
            _now = new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(local, SwedishTime.Zone), TimeSpan.Zero);
    }
}
