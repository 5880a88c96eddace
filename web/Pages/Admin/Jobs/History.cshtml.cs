using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using EnVagUt.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Admin.Jobs;

[AllowRoles(Role.Administrator)]
public sealed class HistoryModel(AppDb db, JobCatalogue catalogue, JobExecutor executor, TimeProvider clock, JobClock? engine = null) : AppPage
{
    public const int Most = 100;

    public sealed record Row(string Period, bool IsByHand, DateTime DueAt, DateTime? StartedAt, DateTime? FinishedAt, JobState State,
        string? Result, string? Error, int Attempts, string? AskedBy)
    {
        public string Title => IsByHand ? $"För hand {DueAt.Clocked()}" : Schedules.Told(Period);
    }

    /// <param name="Took">Null while it goes on.</param>
    public sealed record Last(DateTime StartedAt, string? Took, JobState State, string? Result);

    [FromRoute] public string Id { get; set; } = "";

    public RecurringJob Job { get; private set; } = null!;
    public IReadOnlyList<Row> Runs { get; private set; } = [];

    /// <summary>Null before the first run; of a job without ledger, the last one of this server.</summary>
    public Last? Latest { get; private set; }

    public DateTime Next => Job.Schedule.Next(clock.UtcNow());

    /// <summary>Who fires it, here or on another server; null on a server that runs no jobs.</summary>
    public string? Engine { get; private set; }

    protected override async Task LoadAsync()
    {
        Job = catalogue.Find(Id) ?? throw new NotFoundException(nameof(RecurringJob));
        Runs = await db.JobRuns.AsNoTracking().Where(r => r.JobId == Id && r.State != JobState.Skipped)
            .OrderByDescending(r => r.DueAt).ThenByDescending(r => r.Period).Take(Most)
            .Select(r => new Row(r.Period, r.IsByHand, r.DueAt, r.StartedAt, r.FinishedAt, r.State, r.Result, r.Error, r.Attempts,
                db.Users.Where(u => u.Id == r.AskedBy).Select(u => u.DisplayName).FirstOrDefault()))
            .ToListAsync(Ct);
        Latest = Runs.Where(r => r.StartedAt is not null).MaxBy(r => r.StartedAt) is { } run
            ? new(run.StartedAt!.Value, IndexModel.Took(run.StartedAt, run.FinishedAt), run.State, run.Error ?? run.Result)
            : executor.LastUnbooked(Id) is { } here
                ? new(here.StartedAt, IndexModel.Took(here.StartedAt, here.FinishedAt), here.Error is null ? JobState.Done : JobState.Failed, here.Error ?? here.Result)
                : null;
        if (engine is not null)
            Engine = engine.Stored().Any(s => s.JobId == Id) ? "Hangfire" : "Hangfire, som saknar det här schemat. Starta om portalen.";
    }

    public void OnGet()
    {
    }
}
