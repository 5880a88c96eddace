using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EnVagUt.Tests.Mutants;

/// <summary>
/// Two faults whose end is known, so that a runner that lies is found out: with the one no rule ever refuses, with the other
/// everything is as before.
/// </summary>
internal static class Proof
{
    public const int Count = 2;
    private const string Rules = "core/Ground/Rules";

    public static IEnumerable<Fault> Of(Workshop workshop)
    {
        var refusal = workshop.Find([Rules]).First(f => f.What == "throw gone" && f.Node.Ancestors().OfType<MethodDeclarationSyntax>().First().Identifier.Text == "When");
        yield return refusal with { What = "known to be red" };
        yield return refusal with
        {
            What = "changes nothing",
            Plant = (n, id) => SyntaxFactory.ParseExpression($"(global::EnVagUt.Mutant.Is({id}) ? ({n}) : ({n}))"),
        };
    }
}
