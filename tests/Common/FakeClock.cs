using EnVagUt.Core.Ground.Time;

namespace EnVagUt.Tests.Common;

/// <summary>
/// A clock that stands still until it is moved; its timers fire when it is moved past them. Starts on Monday 23 November
/// 2026, 09:00 in Stockholm.
/// </summary>
public sealed class FakeClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Timer> _timers = [];
    private DateTimeOffset _now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public void Advance(TimeSpan by) => Set(GetUtcNow() + by);

    public void AdvanceDays(int days) => SetStockholm(this.Today().AddDays(days), TimeOnly.FromDateTime(this.UtcNow().ToStockholm()));

    /// <summary>Sets the clock to an hour of a Stockholm day; nine in the morning when no hour is given.</summary>
    public void SetStockholm(DateOnly day, TimeOnly? hour = null)
    {
        var local = day.ToDateTime(hour ?? new TimeOnly(9, 0), DateTimeKind.Unspecified);
        Set(new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(local, SwedishTime.Zone), TimeSpan.Zero));
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private void Set(DateTimeOffset now)
    {
        List<Timer> due;
        lock (_lock)
        {
            _now = now;
            due = _timers.Where(t => t.IsDue(now)).ToList();
        }
        due.ForEach(t => t.Fire());
    }

    private sealed class Timer(FakeClock clock, Action fire) : ITimer
    {
        private DateTimeOffset? _next;
        private TimeSpan _period;

        public bool IsDue(DateTimeOffset now) => _next <= now;

        public void Fire()
        {
            lock (clock._lock)
                _next = _period > TimeSpan.Zero ? clock._now + _period : null;
            fire();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                _next = dueTime >= TimeSpan.Zero ? clock._now + dueTime : null;
                _period = period;
                clock._timers.Remove(this);
                clock._timers.Add(this);
            }
            return true;
        }

        public void Dispose()
        {
            lock (clock._lock)
                clock._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
