using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EnVagUt.Tests.Common;

/// <summary>The first save of each of several contexts waits until all are about to save: whatever they decided, they decided at once.</summary>
public sealed class FirstSavesMeet(int count) : SaveChangesInterceptor
{
    private readonly TaskCompletionSource _met = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _left = int.MaxValue;

    public bool HasBeen => _met.Task.IsCompleted;

    public void Begin() => _left = count;

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var left = Interlocked.Decrement(ref _left);
        if (left == 0)
            _met.SetResult();
        if (left is >= 0 and < 100)
            await Task.WhenAny(_met.Task, Task.Delay(TimeSpan.FromSeconds(20), cancellationToken));
        return result;
    }
}
