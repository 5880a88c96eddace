using Microsoft.CodeAnalysis;

namespace EnVagUt.Tests.Mutants;

internal enum FaultKind
{
    /// <summary>What refuses, or leaves rows out, is gone.</summary>
    Guard,

    /// <summary>A comparison, a boundary or a boolean is another.</summary>
    Comparison,
}

/// <summary>A place in the code where a fault can be planted.</summary>
/// <param name="Node">What is replaced.</param>
/// <param name="Plant">Makes of the node, and of the number of the fault, code that has the fault when that number is alive.</param>
internal sealed record Fault(FaultKind Kind, string File, SyntaxNode Node, string What, Func<SyntaxNode, int, SyntaxNode> Plant)
{
    public int Line => Node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    public override string ToString()
    {
        var text = string.Join(' ', Node.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return $"{File}:{Line} {What}: {(text.Length > 110 ? text[..110] + "…" : text)}";
    }
}
