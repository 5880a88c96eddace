namespace EnVagUt;

/// <summary>Which of the planted faults is alive in this process: the one that ENVAGUT_MUTANT names.</summary>
public static class Mutant
{
    private static readonly int Alive = int.TryParse(Environment.GetEnvironmentVariable("ENVAGUT_MUTANT"), out var number) ? number : -1;

    /// <summary>Told of every fault that is passed, alive or not.</summary>
    public static Action<int>? Passed { get; set; }

    public static bool Is(int number)
    {
        Passed?.Invoke(number);
        return number == Alive;
    }
}
