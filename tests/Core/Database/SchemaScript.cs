using System.Globalization;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace EnVagUt.Tests.Core.Database;

/// <summary>
/// Reads a T-SQL schema script without a server: first with Microsoft's own grammar, then for what the grammar lets pass
/// and the server would refuse: names, types, lengths, keys and cascade paths.
/// </summary>
internal sealed class SchemaScript : TSqlFragmentVisitor
{
    private const int LongestName = 128;
    private const int LongestIndexKey = 1700;
    private const int LongestClusteredKey = 900;

    private readonly Dictionary<string, Table> _tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _constraintNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Parent, string Child)> _cascades = [];
    private readonly List<string> _faults = [];

    private SchemaScript() { }

    private sealed class Table(string name)
    {
        public string Name { get; } = name;
        public Dictionary<string, ColumnType> Columns { get; } = new(StringComparer.OrdinalIgnoreCase);
        public List<HashSet<string>> Keys { get; } = [];
        public HashSet<string> Indexes { get; } = new(StringComparer.OrdinalIgnoreCase);
    }

    private sealed record ColumnType(string Name, int? Length, bool IsMax)
    {
        public override string ToString() => IsMax ? $"{Name}(max)" : Length is { } n ? $"{Name}({n})" : Name;

        public int Bytes => Name switch
        {
            _ when IsMax => int.MaxValue / 4,
            "nvarchar" or "nchar" => 2 * (Length ?? 1),
            "varchar" or "char" or "varbinary" or "binary" => Length ?? 1,
            "uniqueidentifier" => 16,
            _ => 9,
        };
    }

    /// <summary>The faults, none when the script would run.</summary>
    public static IReadOnlyList<string> Faults(string sql)
    {
        var script = new SchemaScript();
        script.Read(sql);
        script.CheckCascadePaths();
        return script._faults;
    }

    // EF wraps in EXEC(N'…') what the server must not read before an earlier statement has run.
    public override void Visit(ExecutableStringList node)
    {
        // One that is put together with a variable (the name of a default that is dropped) is known first when it runs.
        if (node.Strings.All(s => s is StringLiteral))
            foreach (var text in node.Strings.OfType<StringLiteral>())
                Read(text.Value);
    }

    public override void Visit(CreateTableStatement node)
    {
        var table = new Table(NameOf(node.SchemaObjectName));
        if (!_tables.TryAdd(table.Name, table))
            Fault($"table {table.Name} is made twice");
        Add(table, node.Definition);
    }

    public override void Visit(AlterTableAddTableElementStatement node)
    {
        if (Find(node.SchemaObjectName) is { } table)
            Add(table, node.Definition);
    }

    public override void Visit(AlterTableAlterColumnStatement node)
    {
        if (Find(node.SchemaObjectName) is { } table && Has(table, node.ColumnIdentifier.Value) && node.DataType is { } type)
            table.Columns[node.ColumnIdentifier.Value] = TypeOf(table, node.ColumnIdentifier.Value, type);
    }

    public override void Visit(AlterTableDropTableElementStatement node)
    {
        if (Find(node.SchemaObjectName) is not { } table)
            return;
        foreach (var element in node.AlterTableDropTableElements)
        {
            if (element.TableElementType == TableElementType.Column && Has(table, element.Name.Value))
                table.Columns.Remove(element.Name.Value);
            else if (element.TableElementType == TableElementType.Constraint)
                _constraintNames.Remove(element.Name.Value);
        }
    }

    public override void Visit(DropTableStatement node)
    {
        foreach (var name in node.Objects)
            if (Find(name) is { } table)
                _tables.Remove(table.Name);
    }

    public override void Visit(CreateIndexStatement node)
    {
        if (Find(node.OnName) is not { } table)
            return;
        CheckName(node.Name.Value);
        if (!table.Indexes.Add(node.Name.Value))
            Fault($"index {node.Name.Value} is made twice");
        var columns = node.Columns.Select(c => Last(c.Column)).ToList();
        CheckKey(table, node.Name.Value, columns, LongestIndexKey);
        foreach (var included in node.IncludeColumns)
            Has(table, Last(included));
        CheckColumns(table, node.FilterPredicate);
        if (node.Unique && node.FilterPredicate is null)
            table.Keys.Add(columns.ToHashSet(StringComparer.OrdinalIgnoreCase));
    }

    public override void Visit(InsertStatement node)
    {
        if (node.InsertSpecification.Target is NamedTableReference target && Find(target.SchemaObject) is { } table)
            foreach (var column in node.InsertSpecification.Columns)
                Has(table, Last(column));
    }

    private void Read(string sql)
    {
        var fragment = new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        _faults.AddRange(errors.Select(e => $"syntax, line {e.Line}: {e.Message}"));
        if (errors.Count > 0)
            return;
        _faults.AddRange(BatchColumns.Faults(fragment));
        fragment.Accept(this);
    }

    private void Add(Table table, TableDefinition definition)
    {
        CheckName(table.Name);
        foreach (var column in definition.ColumnDefinitions)
        {
            var name = column.ColumnIdentifier.Value;
            CheckName(name);
            var type = column.DataType is null ? new ColumnType("computed", null, false) : TypeOf(table, name, column.DataType);
            if (!table.Columns.TryAdd(name, type))
                Fault($"column {table.Name}.{name} is made twice");
            foreach (var constraint in column.Constraints)
                Add(table, constraint);
        }
        foreach (var constraint in definition.TableConstraints)
            Add(table, constraint);
    }

    private void Add(Table table, ConstraintDefinition constraint)
    {
        if (constraint.ConstraintIdentifier?.Value is { } name)
        {
            CheckName(name);
            if (!_constraintNames.Add(name))
                Fault($"constraint {name} is made twice");
        }
        switch (constraint)
        {
            case UniqueConstraintDefinition unique:
                var columns = unique.Columns.Select(c => Last(c.Column)).ToList();
                CheckKey(table, constraint.ConstraintIdentifier?.Value ?? "key", columns, unique.IsPrimaryKey && unique.Clustered != false ? LongestClusteredKey : LongestIndexKey);
                table.Keys.Add(columns.ToHashSet(StringComparer.OrdinalIgnoreCase));
                break;
            case ForeignKeyConstraintDefinition foreign:
                Add(table, foreign);
                break;
            case CheckConstraintDefinition check:
                CheckColumns(table, check.CheckCondition);
                break;
        }
    }

    private void Add(Table table, ForeignKeyConstraintDefinition foreign)
    {
        var name = foreign.ConstraintIdentifier?.Value ?? "foreign key";
        var from = foreign.Columns.Select(c => c.Value).ToList();
        var to = foreign.ReferencedTableColumns.Select(c => c.Value).ToList();
        if (Find(foreign.ReferenceTableName) is not { } parent
            || !from.TrueForAll(c => Has(table, c)) || !to.TrueForAll(c => Has(parent, c)))
            return;
        if (!parent.Keys.Exists(k => k.SetEquals(to)))
            Fault($"{name}: {parent.Name} ({string.Join(", ", to)}) is no key");
        foreach (var (a, b) in from.Zip(to))
            if (table.Columns[a] != parent.Columns[b])
                Fault($"{name}: {a} is {table.Columns[a]}, {b} is {parent.Columns[b]}");
        if (Acts(foreign.DeleteAction) || Acts(foreign.UpdateAction))
            _cascades.Add((parent.Name, table.Name));
    }

    private static bool Acts(DeleteUpdateAction action) => action is not (DeleteUpdateAction.NotSpecified or DeleteUpdateAction.NoAction);

    private ColumnType TypeOf(Table table, string column, DataTypeReference reference)
    {
        if (reference is not SqlDataTypeReference sql)
        {
            Fault($"column {table.Name}.{column}: unknown type {string.Join('.', reference.Name.Identifiers.Select(i => i.Value))}");
            return new ColumnType("unknown", null, false);
        }
        var name = sql.SqlDataTypeOption.ToString().ToLowerInvariant();
        int? length = sql.Parameters.OfType<IntegerLiteral>().FirstOrDefault() is { } n ? int.Parse(n.Value, CultureInfo.InvariantCulture) : null;
        var longest = name switch
        {
            "nvarchar" or "nchar" => 4000,
            "varchar" or "char" or "varbinary" or "binary" => 8000,
            "decimal" or "numeric" => 38,
            "datetime2" or "datetimeoffset" or "time" => 7,
            _ => int.MaxValue,
        };
        if (length > longest)
            Fault($"column {table.Name}.{column}: {name}({length}) is out of range");
        return new ColumnType(name, length, sql.Parameters.OfType<MaxLiteral>().Any());
    }

    private void CheckKey(Table table, string key, List<string> columns, int longest)
    {
        if (!columns.TrueForAll(c => Has(table, c)))
            return;
        if (columns.Find(c => table.Columns[c].IsMax) is { } max)
            Fault($"{key}: {table.Name}.{max} is {table.Columns[max]} and cannot be indexed");
        else if (columns.Sum(c => table.Columns[c].Bytes) is var bytes && bytes > longest)
            Fault($"{key}: the key may become {bytes} bytes, {longest} is the limit");
    }

    private void CheckColumns(Table table, TSqlFragment? condition)
    {
        var references = new ColumnReferences();
        condition?.Accept(references);
        foreach (var name in references.Names)
            Has(table, name);
    }

    private void CheckName(string name)
    {
        if (name.Length > LongestName)
            Fault($"{name} is longer than {LongestName} characters");
    }

    /// <summary>Error 1785: a table may be reached by one cascade path only, and by none from itself.</summary>
    private void CheckCascadePaths()
    {
        foreach (var start in _cascades.Select(c => c.Parent).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var reached = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { start };
            var waiting = new Stack<string>([start]);
            while (waiting.TryPop(out var parent))
                foreach (var (_, child) in _cascades.Where(c => c.Parent.Equals(parent, StringComparison.OrdinalIgnoreCase)))
                    if (reached.Add(child))
                        waiting.Push(child);
                    else
                        Fault($"more than one cascade path, or a circle, from {start} to {child}");
        }
    }

    private Table? Find(SchemaObjectName name)
    {
        var wanted = NameOf(name);
        if (_tables.TryGetValue(wanted, out var table))
            return table;
        Fault($"no table {wanted}");
        return null;
    }

    private bool Has(Table table, string column)
    {
        if (table.Columns.ContainsKey(column))
            return true;
        Fault($"no column {table.Name}.{column}");
        return false;
    }

    private void Fault(string fault) => _faults.Add(fault);

    private static string NameOf(SchemaObjectName name) => name.BaseIdentifier.Value;

    private static string Last(ColumnReferenceExpression column) => column.MultiPartIdentifier.Identifiers[^1].Value;

    private sealed class ColumnReferences : TSqlFragmentVisitor
    {
        public List<string> Names { get; } = [];

        public override void Visit(ColumnReferenceExpression node)
        {
            if (node.MultiPartIdentifier is not null)
                Names.Add(Last(node));
        }
    }
}
