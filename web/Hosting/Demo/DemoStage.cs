using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Days;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Core.Post.Outbox;

namespace EnVagUt.Web.Hosting.Demo;

/// <summary>Somebody who acts in the demo, with the roles that the act needs.</summary>
internal sealed record Actor(Guid UserId, params IReadOnlyCollection<RoleGrant> Grants)
{
    /// <summary>The same person speaking for an employer: as those do who register by phone.</summary>
    public Actor For(Guid employerId) => new(UserId, new RoleGrant(UserId, Role.EmployerAdmin, employerId: employerId));
}

/// <summary>
/// Three years in order of time: what shall happen is put on a day, and everything happens through the services with the
/// clock on that day. What lies after the last day never happens, which is what leaves cases in all their states.
/// </summary>
internal sealed class DemoStage(IServiceProvider services, DemoClock clock, DateOnly first, DateOnly last)
{
    /// <summary>The same municipality every time for the same day.</summary>
    private const int Seed = 20260103;

    private readonly PriorityQueue<Func<Task>, (DateOnly, int)> _queue = new();
    private int _order;

    public Random Random { get; } = new(Seed);
    public DateOnly First { get; } = first;

    /// <summary>Yesterday: a demo that is built in the morning must not hold anything that happens in the afternoon.</summary>
    public DateOnly Last { get; } = last;

    /// <summary>The day that is being played.</summary>
    public DateOnly Today => clock.GetUtcNow().UtcDateTime.StockholmDate();

    public void On(DateOnly day, Func<Task> act)
    {
        if (day <= Last)
            _queue.Enqueue(act, (day < First ? First : day, _order++));
    }

    /// <summary>On the first working day from the day on.</summary>
    public void OnWorkingDay(DateOnly day, Func<Task> act) => On(day.IsWorkingDay() ? day : day.AddWorkingDays(1), act);

    public async Task PlayAsync()
    {
        var day = First;
        while (_queue.TryDequeue(out var act, out var at))
        {
            if (at.Item1 > day)
                await SendLettersAsync();
            day = at.Item1;
            clock.MoveTo(day);
            await act();
        }
    }

    public Task DoAsync<TService>(Actor actor, Func<TService, Task> work) where TService : notnull =>
        AskAsync<TService, bool>(actor, async s =>
        {
            await work(s);
            return true;
        });

    public async Task<T> AskAsync<TService, T>(Actor actor, Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Viewer>().BecomeUser(actor.UserId, actor.Grants);
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>As a job or, for what anybody may do, as nobody in particular.</summary>
    public async Task<T> AsJobAsync<TService, T>(Func<TService, Task<T>> work, bool visitor = false) where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        var viewer = scope.ServiceProvider.GetRequiredService<Viewer>();
        if (visitor)
            viewer.BecomeVisitor();
        else
            viewer.BecomeJob();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<T> ReadAsync<T>(Func<AppDb, Task<T>> read) => AsJobAsync(read);

    /// <summary>Letters of the day leave at its end. Those of the last day wait for the portal to start.</summary>
    private Task<string> SendLettersAsync() =>
        AsJobAsync<OutboxJob, string>(job => job.RunAsync(new JobContext(Schedules.Outbox, "", First, null), default));

    public T Pick<T>(IReadOnlyList<T> among) => among[Random.Next(among.Count)];

    public bool Chance(double share) => Random.NextDouble() < share;

    /// <summary>One of the choices, as often as its weight says.</summary>
    public T Weighted<T>(params ReadOnlySpan<(T Value, int Weight)> choices)
    {
        var total = 0;
        foreach (var (_, weight) in choices)
            total += weight;
        var at = Random.Next(total);
        foreach (var (value, weight) in choices)
            if ((at -= weight) < 0)
                return value;
        throw new ArgumentException("No choice has a weight.", nameof(choices));
    }
}

/// <summary>Letters of the demo's past went nowhere; one address does not exist any more.</summary>
internal sealed class NoLetters : MailConnection
{
    public const string DeadAddress = "finns-inte@";

    public override Task SendAsync(MailToSend mail, CancellationToken ct) =>
        mail.To.StartsWith(DeadAddress, StringComparison.Ordinal) ? throw new MailRejectedException("550 Mottagaren finns inte") : Task.CompletedTask;
}
