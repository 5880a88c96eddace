using EnVagUt.Tests.Common;

namespace EnVagUt.Tests.Bench;

/// <summary>./dev bench kill: fifty kills of portals that send, as the tests do with ten; a failure is a failure here too.</summary>
internal static class KillBench
{
    private const int Rounds = 38, Seed = 2026;

    public static async Task<string> RunAsync()
    {
        var figures = await new KillRounds(Rounds, Seed).RunAsync();
        return figures.Holds ? $"bench kill {figures}" : throw new InvalidOperationException($"bench kill FAILED: {figures}");
    }
}
