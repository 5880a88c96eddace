using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Migrations.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace EnVagUt.Tests.Common;

/// <summary>
/// Translates every query that runs on SQLite for SQL Server as well, without a server: one that EF cannot translate, or
/// whose SQL Microsoft's own grammar refuses, is a fault.
/// </summary>
public sealed class SqlServerTranslation(bool strict = false) : IQueryExpressionInterceptor
{
    /// <summary>Fails the test that asks such a query. One for all, since EF keeps its cache of queries per set of interceptors.</summary>
    public static readonly SqlServerTranslation Strict = new(strict: true);

    private static readonly MethodInfo Compile = typeof(QueryCompilationContext).GetMethod(nameof(QueryCompilationContext.CreateQueryExecutor))!;
    private readonly ConcurrentQueue<string> _faults = [];
    private int _translated;

    /// <summary>How many queries were translated.</summary>
    public int Translated => _translated;
    public IReadOnlyCollection<string> Faults => _faults;

    public static IEnumerable<string> SyntaxFaults(string sql)
    {
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        return errors.Select(e => $"line {e.Line}: {e.Message}");
    }

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        try
        {
            using var db = Unconnected();
            var moved = new ToModel(db.Model);
            var sql = Translate(db, moved.Visit(queryExpression), moved.Parameters);
            Interlocked.Increment(ref _translated);
            foreach (var fault in sql is null ? [] : SyntaxFaults(sql))
                _faults.Enqueue($"{fault}\n{sql}");
        }
        catch (TargetInvocationException e)
        {
            _faults.Enqueue($"{e.InnerException!.Message}\n{eventData.ExpressionPrinter.PrintExpression(queryExpression)}");
        }
        if (strict && _faults.TryDequeue(out var worst))
            throw new InvalidOperationException($"SQL Server would not understand a query: {worst}");
        return queryExpression;
    }

    // What gives many rows tells its SQL; what gives one would have to be sent to tell it, so it is translated only.
    private static string? Translate(AppDb db, Expression query, IReadOnlyDictionary<string, object?> parameters)
    {
        var many = query.Type.IsGenericType && query.Type.IsAssignableTo(typeof(IQueryable));
        var result = many ? typeof(IEnumerable<>).MakeGenericType(query.Type.GetGenericArguments()[^1]) : query.Type;
        var compilation = db.GetService<IQueryCompilationContextFactory>().Create(async: false);
        var executor = (Delegate)Compile.MakeGenericMethod(result).Invoke(compilation, [query])!;
        if (!many)
            return null;
        var context = db.GetService<IQueryContextFactory>().Create();
        foreach (var (name, value) in parameters)
            context.Parameters.Add(name, value);
        var sql = ((IQueryingEnumerable)executor.DynamicInvoke(context)!).ToQueryString();
        // A split query adds a note in English; the end of a prefix range would end the grammar's reading.
        return sql.Split("\n\nThis LINQ query is")[0].Replace('\uffff', '~');
    }

    private static AppDb Unconnected()
    {
        var options = new DbContextOptionsBuilder<AppDb>();
        SqlServerDatabase.Configure(options, "Server=127.0.0.1,1");
        var viewer = new Viewer();
        viewer.BecomeJob();
        return new AppDb(options.Options, viewer, SqlServerDatabase.Dialect);
    }

    /// <summary>The same query over the other database's model, its parameters noted with some value of their type.</summary>
    private sealed class ToModel(IModel model) : ExpressionVisitor
    {
        public Dictionary<string, object?> Parameters { get; } = [];

        protected override Expression VisitExtension(Expression node)
        {
            switch (node)
            {
                case EntityQueryRootExpression root:
                    return new EntityQueryRootExpression(model.FindEntityType(root.EntityType.Name)!);
                case QueryParameterExpression parameter:
                    Parameters[parameter.Name] = Some(parameter.Type);
                    return parameter;
                default:
                    return base.VisitExtension(node);
            }
        }

        private static object? Some(Type type)
        {
            if (type == typeof(string))
                return "a";
            if (type.IsValueType)
                return Activator.CreateInstance(Nullable.GetUnderlyingType(type) ?? type);
            var element = type.IsArray ? type.GetElementType()
                : type.GetInterfaces().Append(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
            if (element is null)
                return null;
            var array = Array.CreateInstance(element, 1);
            array.SetValue(Some(element), 0);
            return type.IsInstanceOfType(array) ? array : Activator.CreateInstance(type, array);
        }
    }
}
