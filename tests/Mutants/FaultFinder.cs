using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace EnVagUt.Tests.Mutants;

/// <summary>
/// Finds where faults can be planted. Every fault stands beside the right code, and a number chooses: so all of them are
/// compiled once. What a pattern or an out declares must be assigned either way, so code that declares is let be.
/// </summary>
internal sealed class FaultFinder(string file) : CSharpSyntaxWalker
{
    private static readonly Dictionary<SyntaxKind, SyntaxKind> Others = new()
    {
        [SyntaxKind.LessThanExpression] = SyntaxKind.LessThanOrEqualExpression,
        [SyntaxKind.LessThanOrEqualExpression] = SyntaxKind.LessThanExpression,
        [SyntaxKind.GreaterThanExpression] = SyntaxKind.GreaterThanOrEqualExpression,
        [SyntaxKind.GreaterThanOrEqualExpression] = SyntaxKind.GreaterThanExpression,
        [SyntaxKind.EqualsExpression] = SyntaxKind.NotEqualsExpression,
        [SyntaxKind.NotEqualsExpression] = SyntaxKind.EqualsExpression,
        [SyntaxKind.LogicalAndExpression] = SyntaxKind.LogicalOrExpression,
        [SyntaxKind.LogicalOrExpression] = SyntaxKind.LogicalAndExpression,
    };

    private readonly List<Fault> _found = [];

    public static IReadOnlyList<Fault> In(string file, SyntaxNode root)
    {
        var finder = new FaultFinder(file);
        finder.Visit(root);
        return finder._found;
    }

    public override void VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        var call = node.Expression is AwaitExpressionSyntax waits ? waits.Expression : node.Expression;
        if (call is InvocationExpressionSyntax invocation && IsGuard(NameOf(invocation)))
            Add(FaultKind.Guard, node, "guard gone", (n, id) => IfStatement(Not(id), ((StatementSyntax)n).WithoutTrivia()).WithTriviaFrom(n));
        base.VisitExpressionStatement(node);
    }

    public override void VisitIfStatement(IfStatementSyntax node)
    {
        if (node.Else is null && Only(node.Statement) is ThrowStatementSyntax)
            Add(FaultKind.Guard, node.Condition, "throw gone", (n, id) => BinaryExpression(SyntaxKind.LogicalAndExpression, Not(id), Bracketed(n)));
        base.VisitIfStatement(node);
    }

    public override void VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (NameOf(node) is "Where" or "HasQueryFilter" && node.ArgumentList.Arguments.LastOrDefault()?.Expression is LambdaExpressionSyntax { ExpressionBody: { } body })
            AddOpened(body, "filter gone");
        base.VisitInvocationExpression(node);
    }

    public override void VisitWhereClause(WhereClauseSyntax node)
    {
        AddOpened(node.Condition, "filter gone");
        base.VisitWhereClause(node);
    }

    public override void VisitImplicitObjectCreationExpression(ImplicitObjectCreationExpressionSyntax node)
    {
        // A row's condition in a transition table: what must hold, and the rule that refuses otherwise.
        if (node.ArgumentList.Arguments is [{ Expression: LambdaExpressionSyntax { ExpressionBody: { } body } }, { Expression: MemberAccessExpressionSyntax rule }, ..]
            && rule.Expression.ToString() == "Rule")
            AddOpened(body, "condition gone");
        base.VisitImplicitObjectCreationExpression(node);
    }

    public override void VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        if (Others.TryGetValue(node.Kind(), out var other))
            Add(FaultKind.Comparison, node, $"{node.OperatorToken.Text} turned", (n, id) =>
            {
                var b = (BinaryExpressionSyntax)n;
                return Either(id, BinaryExpression(other, b.Left, b.Right), b);
            });
        base.VisitBinaryExpression(node);
    }

    public override void VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node)
    {
        if (node.IsKind(SyntaxKind.LogicalNotExpression))
            Add(FaultKind.Comparison, node, "! gone", (n, id) => Either(id, ((PrefixUnaryExpressionSyntax)n).Operand, (ExpressionSyntax)n));
        base.VisitPrefixUnaryExpression(node);
    }

    public override void VisitIsPatternExpression(IsPatternExpressionSyntax node)
    {
        Add(FaultKind.Comparison, node, "is turned", (n, id) =>
            Either(id, PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, Bracketed(n)), (ExpressionSyntax)n));
        base.VisitIsPatternExpression(node);
    }

    private void AddOpened(ExpressionSyntax condition, string what) =>
        Add(FaultKind.Guard, condition, what, (n, id) => BinaryExpression(SyntaxKind.LogicalOrExpression, Is(id), Bracketed(n)));

    private void Add(FaultKind kind, SyntaxNode node, string what, Func<SyntaxNode, int, SyntaxNode> plant)
    {
        if (!node.DescendantNodesAndSelf().Any(d => d is VariableDesignationSyntax) && !node.Ancestors().Any(IsConstant))
            _found.Add(new Fault(kind, file, node, what, (n, id) => plant(n, id).WithTriviaFrom(n)));
    }

    private static bool IsGuard(string name) => name is "When" or "Check" || name.StartsWith("Ensure", StringComparison.Ordinal) || name.StartsWith("Require", StringComparison.Ordinal);

    private static bool IsConstant(SyntaxNode node) => node is AttributeSyntax or EnumMemberDeclarationSyntax or ParameterSyntax or CaseSwitchLabelSyntax
        || node is FieldDeclarationSyntax f && f.Modifiers.Any(SyntaxKind.ConstKeyword)
        || node is LocalDeclarationStatementSyntax l && l.Modifiers.Any(SyntaxKind.ConstKeyword);

    private static StatementSyntax Only(StatementSyntax statement) => statement is BlockSyntax { Statements: [var one] } ? one : statement;

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax m => m.Name.Identifier.Text,
        SimpleNameSyntax s => s.Identifier.Text,
        _ => "",
    };

    private static ExpressionSyntax Is(int id) => ParseExpression($"global::EnVagUt.Mutant.Is({id})");

    private static ExpressionSyntax Not(int id) => ParseExpression($"!global::EnVagUt.Mutant.Is({id})");

    private static ParenthesizedExpressionSyntax Bracketed(SyntaxNode expression) => ParenthesizedExpression(((ExpressionSyntax)expression).WithoutTrivia());

    private static ParenthesizedExpressionSyntax Either(int id, ExpressionSyntax wrong, ExpressionSyntax right) =>
        ParenthesizedExpression(ConditionalExpression(Is(id), Bracketed(wrong), Bracketed(right)));
}
