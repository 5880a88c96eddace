using Xunit;

namespace EnVagUt.Tests.Common;

public static class Expect
{
    /// <summary>Fails with every one of the faults, each on its line and whole.</summary>
    public static void None(IEnumerable<string?> faults)
    {
        var all = faults.ToList();
        if (all.Count > 0)
            Assert.Fail($"{all.Count}:\n{string.Join('\n', all)}");
    }
}
