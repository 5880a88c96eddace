using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Tests.Common;

namespace EnVagUt.Tests.Core.Rules;

/// <summary>Every role, and the nightly job, each tries an action for itself; what it changed is undone.</summary>
public sealed record WhoMay(string Name, Action<Viewer> Become)
{
    private static readonly Dictionary<string, string> Letters = new()
    {
        [""] = "·", ["Job"] = "j", ["EmployerAdmin"] = "e", ["EmployerAdmin EmployerSupervisor"] = "w",
        ["Coordinator Consultant UnitManager"] = "c", ["Coordinator BusinessContact UnitManager"] = "r", ["Coordinator Consultant BusinessContact UnitManager"] = "a",
    };

    public static async Task<IReadOnlyList<WhoMay>> AllAsync(CoreTest t, Guid employerId)
    {
        var all = new List<WhoMay> { new("Job", v => v.BecomeJob()) };
        foreach (var role in Enum.GetValues<Role>())
        {
            var (user, grants) = await TestUsers.AddAsync(t.Database, t.Clock, [role], employerId: employerId);
            all.Add(new(role.ToString(), v => v.BecomeUser(user.Id, grants)));
        }
        return all;
    }

    /// <summary>The letter of those who passed; their names when they are no known group.</summary>
    public static string Letter(IReadOnlyCollection<string> passed) =>
        Letters.TryGetValue(string.Join(' ', passed), out var letter) ? letter : string.Join(' ', passed);

    public async Task<bool> TryAsync(CoreTest t, Func<Task> act, Func<Task> whenDone)
    {
        t.As(Become);
        await using var transaction = await t.Db.Database.BeginTransactionAsync();
        try
        {
            await act();
        }
        catch (Exception e) when (e is RuleBreachException or NotFoundException)
        {
            return false;
        }
        t.Db.ChangeTracker.Clear();
        await whenDone();
        return true;
    }
}
