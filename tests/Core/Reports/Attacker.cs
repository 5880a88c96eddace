namespace EnVagUt.Tests.Core.Reports;

/// <summary>
/// Somebody who knows every number that is published, that a hidden one is at least 1, and how the sums are made; and
/// who tries every way of filling in the hidden ones. Knows nothing of how it was chosen what to hide.
/// </summary>
internal sealed class Attacker
{
    // Every other number need move no further than the one that is asked about, since persons move round circles.
    private const int Reach = 3;

    private readonly List<int> _true = [];
    private readonly List<(int Low, int High)> _domains = [];
    private readonly List<Sum> _sums = [];
    private readonly List<(string Name, Sum Sum)> _hidden = [];

    private sealed record Sum((int Number, int Sign)[] Parts, int Low, int High);

    /// <summary>A number that is no sum of others.</summary>
    public int Number(string name, int value, bool isHidden)
    {
        _true.Add(value);
        _domains.Add(isHidden ? (Math.Max(1, value - Reach), value + Reach) : (value, value));
        if (isHidden)
            _hidden.Add((name, new Sum([(_true.Count - 1, 1)], 1, int.MaxValue)));
        return _true.Count - 1;
    }

    /// <param name="less">What the reader knows that the sum is smaller by: those who are counted twice in it.</param>
    public void SumOf(string name, IEnumerable<int> numbers, bool isHidden, int less = 0)
    {
        var parts = numbers.Select(n => (n, 1)).ToArray();
        var value = parts.Sum(p => _true[p.n]);
        var sum = new Sum(parts, isHidden ? 1 + less : value, isHidden ? int.MaxValue : value);
        _sums.Add(sum);
        if (isHidden)
            _hidden.Add((name, sum));
    }

    public void AreEqual(IEnumerable<int> these, IEnumerable<int> those) =>
        _sums.Add(new Sum([.. these.Select(n => (n, 1)), .. those.Select(n => (n, -1))], 0, 0));

    /// <returns>The first number that has fewer possible values than are asked for, or null.</returns>
    public string? Finds(int possibleValues) => _hidden.FirstOrDefault(h => Values(h.Sum, possibleValues) < possibleValues).Name;

    private int Values(Sum sum, int enough)
    {
        var real = sum.Parts.Sum(p => p.Sign * _true[p.Number]);
        var found = 1;
        foreach (var step in (int[])[1, -1])
            for (var value = real + step; found < enough && value >= sum.Low && Fits(new Sum(sum.Parts, value, value)); value += step)
                found++;
        return found;
    }

    private bool Fits(Sum asked)
    {
        List<Sum> sums = [.. _sums, asked];
        // First what the question is about, then the rest; each near its own value first.
        var order = asked.Parts.Select(p => p.Number).Concat(Enumerable.Range(0, _true.Count)).Distinct().Where(n => _domains[n].Low < _domains[n].High).ToArray();
        var domains = _domains.ToArray();
        return Possible() && Try(0);

        bool Try(int at)
        {
            if (at == order.Length)
                return true;
            var (number, domain) = (order[at], domains[order[at]]);
            foreach (var value in Enumerable.Range(domain.Low, domain.High - domain.Low + 1).OrderBy(v => Math.Abs(v - _true[number])))
            {
                domains[number] = (value, value);
                if (Possible() && Try(at + 1))
                    return true;
            }
            domains[number] = domain;
            return false;
        }

        bool Possible() => sums.TrueForAll(s =>
            s.Parts.Sum(p => (long)(p.Sign > 0 ? domains[p.Number].Low : -domains[p.Number].High)) <= s.High
            && s.Parts.Sum(p => (long)(p.Sign > 0 ? domains[p.Number].High : -domains[p.Number].Low)) >= s.Low);
    }
}
