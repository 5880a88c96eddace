namespace EnVagUt.Core.Ground.Entities;

/// <summary>
/// Numbers rows as they are made: UTC ticks, at least one more than the process gave before. An id cannot tell what is newest,
/// for SQL Server sorts ids by their random end; neither can the order in which a save happens to write its rows.
/// </summary>
internal static class Sequence
{
    private static long _last;

    // The machine's own clock, whatever the portal believes the time to be: two servers on one database follow it alike.
    public static long Next()
    {
        while (true)
        {
            var last = Interlocked.Read(ref _last);
            var next = Math.Max(last + 1, TimeProvider.System.GetUtcNow().Ticks);
            if (Interlocked.CompareExchange(ref _last, next, last) == last)
                return next;
        }
    }
}
