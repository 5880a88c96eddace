using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Xunit;

namespace EnVagUt.Tests.Core;

/// <summary>Notes which test class passes which fault, and writes it where ENVAGUT_MUTANT_COVERAGE says.</summary>
internal static class Coverage
{
    private static readonly ConcurrentDictionary<(int Mutant, string Class), byte> Seen = [];

    [ModuleInitializer]
    internal static void Listen()
    {
        if (Environment.GetEnvironmentVariable("ENVAGUT_MUTANT_COVERAGE") is not { } path)
            return;
        Mutant.Passed = number =>
        {
            // What a type's making passes is passed for all, by whoever came first.
            if (Seen.TryAdd((number, TestContext.Current.TestClass?.TestClassName ?? ""), default) && new StackTrace().ToString().Contains(".cctor", StringComparison.Ordinal))
                Seen.TryAdd((number, ""), default);
        };
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.WriteAllLines(path, Seen.Keys.Select(s => $"{s.Mutant} {s.Class}"));
    }
}
