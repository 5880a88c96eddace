
namespace EnVagUt.Core.Accounts.Reports;

/// <summary>
/// Which numbers of persons may not be shown (docs/vardag.md, Small numbers): those of 1–4, and as many more as it takes so that none
/// of them can be worked out from the sums. Zero is shown.
/// </summary>
/// <remarks>
/// A table with sums in both directions is a flow: every number is an edge, every sum a node where what comes in goes
/// out. Whoever knows the shown numbers, and that a hidden one is at least 1, can work a hidden number out exactly when
/// no circle of hidden edges runs through it along which one person could be moved. So a circle is made for each hidden
/// number, by hiding the shown numbers that cost least. Such a circle always exists: every flow is made of circles.
/// </remarks>
public static class SmallCells
{
    public const int SmallestShown = 5;

    /// <param name="From">Node that the number comes from.</param>
    /// <param name="To">Node that it goes to.</param>
    /// <param name="Loss">How much the reader loses if it is hidden only for another's sake.</param>
    internal readonly record struct Edge(int From, int To, int Value, int Loss);

    public static bool IsSmall(int value, int smallestShown = SmallestShown) => value > 0 && value < smallestShown;

    /// <summary>Which of the edges to hide.</summary>
    internal static bool[] Hide(IReadOnlyList<Edge> edges, int smallestShown = SmallestShown)
    {
        var hidden = edges.Select(e => IsSmall(e.Value, smallestShown)).ToArray();
        for (var i = 0; i < edges.Count; i++)
        {
            if (!hidden[i])
                continue;
            var (from, to) = (edges[i].From, edges[i].To);
            var more = Cheapest(edges, hidden, to, from, i);
            var fewer = edges[i].Value > 1 ? Cheapest(edges, hidden, from, to, i) : null;
            foreach (var edge in Best(more, fewer))
                hidden[edge] = true;
        }
        return hidden;
    }

    private static List<int> Best((long Cost, List<int> Edges)? one, (long Cost, List<int> Edges)? other) =>
        (one, other) switch
        {
            ({ } a, { } b) => a.Cost <= b.Cost ? a.Edges : b.Edges,
            ({ } a, null) => a.Edges,
            (null, { } b) => b.Edges,
            _ => throw new InvalidOperationException("The numbers do not add up."),
        };

    // Dijkstra from one node to another over the edges along which a person can be moved: with the edge when one is
    // added, against it when one is taken away, which needs two to begin with.
    private static (long Cost, List<int> Edges)? Cheapest(IReadOnlyList<Edge> edges, bool[] hidden, int from, int to, int except)
    {
        var reached = new Dictionary<int, (long Cost, int Edge, int Before)> { [from] = (0, -1, -1) };
        var queue = new PriorityQueue<int, long>();
        queue.Enqueue(from, 0);
        while (queue.TryDequeue(out var node, out var cost))
        {
            if (cost > reached[node].Cost)
                continue;
            if (node == to)
                return (cost, Way(reached, to));
            for (var i = 0; i < edges.Count; i++)
            {
                if (i == except || edges[i].Value == 0 || Next(edges[i], node) is not { } next)
                    continue;
                var sum = cost + (hidden[i] ? 0 : 1 + edges[i].Loss);
                if (reached.TryGetValue(next, out var known) && known.Cost <= sum)
                    continue;
                reached[next] = (sum, i, node);
                queue.Enqueue(next, sum);
            }
        }
        return null;
    }

    private static int? Next(Edge edge, int node) =>
        edge.From == node ? edge.To : edge.To == node && edge.Value > 1 ? edge.From : null;

    private static List<int> Way(Dictionary<int, (long Cost, int Edge, int Before)> reached, int to)
    {
        var edges = new List<int>();
        for (var at = reached[to]; at.Edge >= 0; at = reached[at.Before])
            edges.Add(at.Edge);
        return edges;
    }
}
