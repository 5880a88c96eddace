using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Fields;

/// <summary>A page of a list, and the keys that lead to the page before and the page after it (null when there is none).</summary>
/// <param name="Count">How many there are on all pages, where the page asked for that; one more than it counts to means «fler än».</param>
public sealed record KeyPage<TRow>(IReadOnlyList<TRow> Rows, string? Previous, string? Next, int Count = 0)
{
    public static readonly KeyPage<TRow> None = new([], null, null);
}

public static class KeyPaging
{
    public const int Size = 25;

    /// <summary>
    /// Reads one page in one query, ordered by a unique sort key: the rows before <paramref name="before"/>, or after
    /// <paramref name="after"/>, or the first ones. One row more than shown tells whether there is another page.
    /// </summary>
    /// <param name="all">What is listed.</param>
    /// <param name="key">Its unique sort key.</param>
    /// <param name="row">What is read of each row.</param>
    /// <param name="before">The key that the rows come before.</param>
    /// <param name="after">The key that the rows come after.</param>
    /// <param name="ct">Ends the read.</param>
    /// <param name="size">Rows of a page.</param>
    /// <param name="counted">What the page's count counts, read by the same statement; no count without it.</param>
    /// <param name="descending">The highest key comes first.</param>
    public static async Task<KeyPage<TRow>> ReadPageAsync<T, TRow>(this IQueryable<T> all, Expression<Func<T, string>> key,
        Expression<Func<T, TRow>> row, string? before, string? after, CancellationToken ct, int size = Size, IQueryable? counted = null, bool descending = false)
    {
        var backwards = !string.IsNullOrEmpty(before);
        var from = backwards ? before : after;
        if (!string.IsNullOrEmpty(from))
            all = all.Where(Beyond(key, from, backwards != descending));
        var ordered = backwards != descending ? all.OrderByDescending(key) : all.OrderBy(key);
        var found = await ordered.Select(WithKey(key, row, counted)).Take(size + 1).ToListAsync(ct);
        var more = found.Count > size;
        if (more)
            found.RemoveAt(size);
        if (backwards)
            found.Reverse();
        if (found.Count == 0)
            return KeyPage<TRow>.None;
        var hasPrevious = backwards ? more : !string.IsNullOrEmpty(after);
        var hasNext = backwards || more;
        return new([.. found.Select(f => f.Row)], hasPrevious ? found[0].Key : null, hasNext ? found[^1].Key : null, found[0].Count);
    }

    private sealed class Keyed<TRow>
    {
        public string Key { get; init; } = "";
        public TRow Row { get; init; } = default!;
        public int Count { get; init; }
    }

    private static Expression<Func<T, bool>> Beyond<T>(Expression<Func<T, string>> key, string value, bool backwards)
    {
        Expression<Func<string>> parameter = () => value;
        var compare = Expression.Call(typeof(string), nameof(string.Compare), null, key.Body, parameter.Body);
        var zero = Expression.Constant(0);
        return Expression.Lambda<Func<T, bool>>(
            backwards ? Expression.LessThan(compare, zero) : Expression.GreaterThan(compare, zero), key.Parameters);
    }

    private static Expression<Func<T, Keyed<TRow>>> WithKey<T, TRow>(Expression<Func<T, string>> key, Expression<Func<T, TRow>> row, IQueryable? counted)
    {
        var body = new Replace(row.Parameters[0], key.Parameters[0]).Visit(row.Body);
        var make = Expression.MemberInit(Expression.New(typeof(Keyed<TRow>)),
            Expression.Bind(typeof(Keyed<TRow>).GetProperty(nameof(Keyed<>.Key))!, key.Body),
            Expression.Bind(typeof(Keyed<TRow>).GetProperty(nameof(Keyed<>.Row))!, body),
            Expression.Bind(typeof(Keyed<TRow>).GetProperty(nameof(Keyed<>.Count))!, counted is null
                ? Expression.Constant(0)
                : Expression.Call(typeof(Queryable), nameof(Queryable.Count), [counted.ElementType], counted.Expression)));
        return Expression.Lambda<Func<T, Keyed<TRow>>>(make, key.Parameters);
    }

    private sealed class Replace(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
