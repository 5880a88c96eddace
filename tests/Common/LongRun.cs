namespace EnVagUt.Tests.Common;

/// <summary>./dev test --long: the same tests with more rounds, before something large is called done.</summary>
public static class LongRun
{
    public static bool IsAsked { get; } = Environment.GetEnvironmentVariable("ENVAGUT_LONG") == "1";

    public static int Rounds(int usual, int many) => IsAsked ? many : usual;
}
