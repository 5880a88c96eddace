using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace EnVagUt.Tests.Core.Database;

/// <summary>
/// A server reads a batch as a whole before it runs any of it, so a batch may not use a column that it adds itself
/// (error 207), unless the use stands in EXEC(N'…'). A table that the batch makes is read first when it is used.
/// </summary>
internal sealed class BatchColumns : TSqlFragmentVisitor
{
    private readonly HashSet<(string Table, string Column)> _added = [];
    private readonly List<string> _faults = [];

    private BatchColumns() { }

    public static IEnumerable<string> Faults(TSqlFragment script)
    {
        var faults = new List<string>();
        foreach (var batch in script is TSqlScript whole ? whole.Batches : [])
        {
            var columns = new BatchColumns();
            batch.Accept(columns);
            faults.AddRange(columns._faults);
        }
        return faults;
    }

    // The statements of IF and BEGIN are visited by themselves.
    public override void Visit(TSqlStatement node)
    {
        if (node is IfStatement or BeginEndBlockStatement or WhileStatement or TryCatchStatement || _added.Count == 0 && node is not AlterTableAddTableElementStatement)
            return;
        var used = new Used();
        node.Accept(used);
        foreach (var (table, column) in _added.Where(a => used.Tables.Contains(a.Table) && used.Columns.Contains(a.Column)))
            _faults.Add($"{table}.{column} is used in the batch that adds it");
        if (node is AlterTableAddTableElementStatement add)
            foreach (var column in add.Definition.ColumnDefinitions)
                _added.Add((add.SchemaObjectName.BaseIdentifier.Value.ToUpperInvariant(), column.ColumnIdentifier.Value.ToUpperInvariant()));
    }

    private sealed class Used : TSqlFragmentVisitor
    {
        public HashSet<string> Tables { get; } = new(StringComparer.OrdinalIgnoreCase);
        public HashSet<string> Columns { get; } = new(StringComparer.OrdinalIgnoreCase);

        public override void Visit(SchemaObjectName node) => Tables.Add(node.BaseIdentifier.Value);

        public override void Visit(ColumnReferenceExpression node)
        {
            if (node.MultiPartIdentifier is { } name)
                Columns.Add(name.Identifiers[^1].Value);
        }

        public override void Visit(AlterTableAlterColumnStatement node) => Columns.Add(node.ColumnIdentifier.Value);

        public override void Visit(ForeignKeyConstraintDefinition node)
        {
            foreach (var column in node.Columns)
                Columns.Add(column.Value);
        }
    }
}
