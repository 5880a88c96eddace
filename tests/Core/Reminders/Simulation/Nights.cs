namespace EnVagUt.Tests.Core.Reminders.Simulation;

internal enum Night
{
    Usual,
    /// <summary>No server from midnight on; the next one that starts catches up.</summary>
    Lost,
    /// <summary>Both servers fire in the same moment.</summary>
    BothFire,
    /// <summary>A server is stopped in the middle of its run; the other one takes over.</summary>
    BrokenOff,
    /// <summary>A server claims the run and dies without a word.</summary>
    Dead,
}

/// <param name="ByHand">How many runs are asked for by hand in the afternoon; two of them run at the same time.</param>
internal sealed record Fortune(Night Night, int ByHand);

/// <summary>Which nights are lost, alone or up to nine together, and which are run twice.</summary>
internal sealed class Nights(int seed)
{
    private readonly Random _random = new(seed);
    private int _lostToCome;

    public Dictionary<Night, int> Seen { get; } = Enum.GetValues<Night>().ToDictionary(n => n, _ => 0);
    public int ByHand { get; private set; }

    public Fortune Of(DateOnly day)
    {
        var (dice, afternoon) = (_random.NextDouble(), _random.NextDouble());
        if (_lostToCome == 0 && dice < 0.045)
            _lostToCome = dice < 0.03 ? 1 : _random.Next(2, 10);
        // The clocks were moved some hours ago, and both servers know it.
        var night = _lostToCome > 0 ? Night.Lost
            : dice > 0.8 || day.Month is 3 or 10 && day.Day > 24 && day.DayOfWeek == DayOfWeek.Sunday ? Night.BothFire
            : dice > 0.74 ? Night.BrokenOff
            : dice > 0.7 ? Night.Dead
            : Night.Usual;
        _lostToCome = Math.Max(0, _lostToCome - 1);
        var byHand = night == Night.Lost ? 0 : afternoon < 0.05 ? 2 : afternoon < 0.12 ? 1 : 0;
        Seen[night]++;
        ByHand += byHand;
        return new Fortune(night, byHand);
    }

    public int Milliseconds(int most) => _random.Next(1, most);
}
