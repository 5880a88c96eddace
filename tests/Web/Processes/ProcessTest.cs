using EnVagUt.Core.Ground.Data;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Web.Processes;

/// <summary>Looks into the database of a portal that runs in a process of its own.</summary>
public abstract class ProcessTest
{
    protected static string Folder(CoreTest t) => t.Folder;

    protected static async Task<T> ReadAsync<T>(CoreTest t, Func<AppDb, Task<T>> read)
    {
        await using var db = t.Database.Open();
        return await read(db);
    }

    protected static Task UntilAsync(CoreTest t, Func<AppDb, Task<bool>> happened, int everyMs = 100) => UntilAsync(() => ReadAsync(t, happened), everyMs);

    protected static async Task UntilAsync(Func<Task<bool>> happened, int everyMs = 100)
    {
        for (var until = DateTime.UtcNow.AddSeconds(60); !await happened() && DateTime.UtcNow < until;)
            await Task.Delay(everyMs);
        Assert.True(await happened());
    }
}
