using EnVagUt.Core.Ground.Time;

namespace EnVagUt.Web.Hosting.Demo;

/// <summary>The demo's own time: it stands still until the next thing happens, and never goes back.</summary>
internal sealed class DemoClock(DateOnly first) : TimeProvider
{
    private static readonly TimeSpan Morning = TimeSpan.FromHours(8);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(20);
    private DateTime _now = first.StartOfDayUtc() + Morning;

    public override DateTimeOffset GetUtcNow() => new(_now, TimeSpan.Zero);

    /// <summary>Some moments later on the day, or the next morning when the day is a later one.</summary>
    public void MoveTo(DateOnly day)
    {
        var morning = day.StartOfDayUtc() + Morning;
        _now = morning > _now ? morning : _now + Step;
    }
}
