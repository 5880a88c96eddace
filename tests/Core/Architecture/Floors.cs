using System.Text.RegularExpressions;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Core.Architecture;

/// <summary>core's floors stand in docs/karta.md, the lowest first: a folder uses only itself and those above it in the list.</summary>
public partial class Floors
{
    private static readonly List<string> Order = [.. Door().Matches(Repository.Read("docs/karta.md")).Select(m => m.Groups[1].Value)];

    // The list of all sets names every row there is. Nothing else is above its own floor.
    private static readonly string Sets = typeof(AppDb).FullName!;

    [Fact]
    public void A_floor_uses_only_what_stands_before_it_on_the_map() =>
        Expect.None(UsedTypes.OfCore()
            .Where(u => FloorOf(u.User) is { } user && FloorOf(u.Used) is { } used && Order.IndexOf(used) > Order.IndexOf(user) && u.User != Sets)
            .Select(u => $"{u.User} uses {u.Used}").Order(StringComparer.Ordinal));

    [Fact]
    public void No_rooms_of_a_floor_stand_in_a_circle()
    {
        var uses = UsedTypes.OfCore().Where(u => u.User != Sets).Select(u => (User: RoomOf(u.User), Used: RoomOf(u.Used)))
            .Where(u => u.User != u.Used && u.User is not null && u.Used is not null).ToLookup(u => u.User!, u => u.Used!);
        Expect.None(uses.Select(u => u.Key).Where(room => Reached(room).Contains(room)).Order(StringComparer.Ordinal));

        HashSet<string> Reached(string from)
        {
            var (seen, next) = (new HashSet<string>(), new Stack<string>(uses[from]));
            while (next.TryPop(out var room))
                if (seen.Add(room))
                    foreach (var further in uses[room])
                        next.Push(further);
            return seen;
        }
    }

    [Fact]
    public void Every_room_stands_on_the_map_and_in_its_own_folder()
    {
        var map = Repository.Read("docs/karta.md");
        var files = Repository.Files("core", "*.cs").Where(f => f.Count(c => c == '/') > 1).ToList();
        Expect.None(files.Select(f => string.Join('/', f.Split('/')[1..3])).Distinct()
            .Where(room => !Order.Contains(room.Split('/')[0]) || !map.Contains($"`{room.Split('/')[1]}`", StringComparison.Ordinal)));
        Expect.None(files.Where(f => !Repository.Read(f).Contains($"\nnamespace EnVagUt.Core.{string.Join('.', f.Split('/')[1..^1])};", StringComparison.Ordinal)
            && !Repository.Read(f).StartsWith($"namespace EnVagUt.Core.{string.Join('.', f.Split('/')[1..^1])};", StringComparison.Ordinal)));
    }

    // What lies in core itself puts the floors together, and is above them all.
    private static string? FloorOf(string type) => type.Split('.') is [_, _, var floor, _, ..] ? floor : null;

    private static string? RoomOf(string type) => type.Split('.') is [_, _, var floor, var room, _, ..] ? $"{floor}/{room}" : null;

    [GeneratedRegex(@"^## (\w+) – ", RegexOptions.Multiline)]
    private static partial Regex Door();
}
