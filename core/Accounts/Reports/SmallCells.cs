namespace EnVagUt.Core.Accounts.Reports;

/// <summary>
/// Which numbers of persons may not be shown (docs/vardag.md, Small numbers): those of 1–4, and as many more as it takes so that each
/// of them keeps at least four possible values for whoever knows all that is published. Zero is shown.
/// </summary>
/// <remarks>
/// A table with sums in both directions is a flow: every number is an edge, every sum a node where what comes in goes
/// out. Whoever knows the shown numbers, and that a hidden one is at least 1, can move a hidden number up and down exactly
/// as far as persons can be moved round circles of hidden edges that run through it. So room for three persons is made
/// for each hidden number, by hiding the shown numbers that cost least. There is always room: every flow is made of circles.
/// </remarks>
public static class SmallCells
{
    public const int SmallestShown = 5;

    /// <summary>How many values a hidden number may have, at least.</summary>
    public const int PossibleValues = 4;

    /// <param name="From">Node that the number comes from.</param>
    /// <param name="To">Node that it goes to.</param>
    /// <param name="Loss">How much the reader loses if it is hidden only for another's sake.</param>
    internal readonly record struct Edge(int From, int To, int Value, int Loss);

    public static bool IsSmall(int value, int smallestShown = SmallestShown) => value > 0 && value < smallestShown;

    /// <summary>Which of the edges to hide.</summary>
    internal static bool[] Hide(IReadOnlyList<Edge> edges, int smallestShown = SmallestShown)
    {
        var hidden = edges.Select(e => IsSmall(e.Value, smallestShown)).ToArray();
        // What is hidden for another's sake needs room of its own, which may hide still more.
        bool changed;
        do
        {
            changed = false;
            for (var i = 0; i < edges.Count; i++)
                if (hidden[i])
                    changed |= MakeRoom(edges, hidden, i);
        }
        while (changed);
        return hidden;
    }

    /// <returns>Whether more had to be hidden.</returns>
    private static bool MakeRoom(IReadOnlyList<Edge> edges, bool[] hidden, int edge)
    {
        const int Needed = PossibleValues - 1;
        var (from, to, most) = (edges[edge].From, edges[edge].To, Math.Min(Needed, edges[edge].Value - 1));
        var up = Push(edges, hidden, to, from, edge, Needed, mayHide: false).Moved;
        var down = Push(edges, hidden, from, to, edge, most, mayHide: false).Moved;
        if (up + down >= Needed)
            return false;
        var more = Push(edges, hidden, to, from, edge, Needed, mayHide: true);
        var fewer = Push(edges, hidden, from, to, edge, most, mayHide: true);
        if (more.Moved < Needed && fewer.Moved < Needed)
            throw new InvalidOperationException("The numbers do not add up.");
        var best = more.Moved < Needed || (fewer.Moved >= Needed && fewer.Cost < more.Cost) ? fewer : more;
        foreach (var i in best.Hides)
            hidden[i] = true;
        return true;
    }

    /// <summary>Moves persons from one node to another: with an edge any number can be added, against it all but one be taken away.</summary>
    /// <returns>How many could be moved, what more must be hidden for it, and what that costs.</returns>
    private static (int Moved, long Cost, List<int> Hides) Push(IReadOnlyList<Edge> edges, bool[] hidden, int from, int to, int except, int wanted, bool mayHide)
    {
        var moved = 0;
        var change = new int[edges.Count];
        var free = hidden.ToArray();
        while (moved < wanted && Cheapest(edges, free, change, from, to, except, mayHide) is { } way)
        {
            var some = way.Min(step => step.Forward ? wanted - moved : Math.Min(wanted - moved, edges[step.Edge].Value - 1 + change[step.Edge]));
            moved += some;
            foreach (var (edge, forward) in way)
            {
                change[edge] += forward ? some : -some;
                free[edge] = true;
            }
        }
        var hides = Enumerable.Range(0, edges.Count).Where(i => change[i] != 0 && !hidden[i]).ToList();
        return (moved, hides.Sum(i => 1L + edges[i].Loss), hides);
    }

    // Dijkstra over the edges along which somebody can still be moved; one that is shown costs what the reader would lose.
    private static List<(int Edge, bool Forward)>? Cheapest(
        IReadOnlyList<Edge> edges, bool[] free, int[] change, int from, int to, int except, bool mayHide)
    {
        var reached = new Dictionary<int, (long Cost, int Edge, int Before)> { [from] = (0, -1, -1) };
        var queue = new PriorityQueue<int, long>();
        queue.Enqueue(from, 0);
        while (queue.TryDequeue(out var node, out var cost))
        {
            if (cost > reached[node].Cost)
                continue;
            if (node == to)
                return Way(edges, reached, to);
            for (var i = 0; i < edges.Count; i++)
            {
                if (i == except || edges[i].Value == 0 || (!free[i] && !mayHide) || Next(edges[i], node, edges[i].Value - 1 + change[i]) is not { } next)
                    continue;
                var sum = cost + (free[i] ? 0 : 1 + edges[i].Loss);
                if (reached.TryGetValue(next, out var known) && known.Cost <= sum)
                    continue;
                reached[next] = (sum, i, node);
                queue.Enqueue(next, sum);
            }
        }
        return null;
    }

    private static int? Next(Edge edge, int node, int left) =>
        edge.From == node ? edge.To : edge.To == node && left > 0 ? edge.From : null;

    private static List<(int Edge, bool Forward)> Way(IReadOnlyList<Edge> edges, Dictionary<int, (long Cost, int Edge, int Before)> reached, int to)
    {
        var way = new List<(int, bool)>();
        for (var at = reached[to]; at.Edge >= 0; at = reached[at.Before])
            way.Add((at.Edge, edges[at.Edge].From == at.Before));
        return way;
    }
}
