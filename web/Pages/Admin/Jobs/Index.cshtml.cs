using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EnVagUt.Web.Pages.Admin.Jobs;

[AllowRoles(Role.Administrator)]
public sealed class IndexModel(
    AppDb db, JobCatalogue catalogue, JobExecutor executor, JobService service, LateJobs late, IOptions<JobSettings> settings, TimeProvider clock) : AppPage
{
    public sealed record Row(string Id, string Label, JobState? State, DateTime? StartedAt, string? Took, string? Result, string? Error, DateTime Next);

    [BindProperty] public string Job { get; set; } = "";

    public IReadOnlyList<Row> Jobs { get; private set; } = [];
    public IReadOnlyList<LateJob> Late { get; private set; } = [];
    public bool RunsHere => settings.Value.Enabled;

    protected override async Task LoadAsync()
    {
        Late = await late.ReadAsync(Ct);
        var last = await JobRun.LastOfEach(db.JobRuns.AsNoTracking()).ToDictionaryAsync(r => r.JobId, Ct);
        Jobs = [.. catalogue.All.Select(j => last.TryGetValue(j.Id, out var run)
            ? new Row(j.Id, j.Label, run.State, run.StartedAt, Took(run.StartedAt, run.FinishedAt), run.Result, run.Error, Next(j))
            : executor.LastUnbooked(j.Id) is { } here
                ? new Row(j.Id, j.Label, here.Error is null ? JobState.Done : JobState.Failed, here.StartedAt,
                    Took(here.StartedAt, here.FinishedAt), here.Result, here.Error, Next(j))
                : new Row(j.Id, j.Label, null, null, null, null, null, Next(j)))];
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await service.RunNowAsync(Job, null, Ct);
        return Done("/Admin/Jobs/Index", $"{catalogue.Find(Job)!.Label}: startas nu. Ladda om sidan för att se hur det gick.");
    }

    public static string? Took(DateTime? startedAt, DateTime? finishedAt) => (finishedAt - startedAt) switch
    {
        null => null,
        { TotalSeconds: < 1 } => "under 1 s",
        { TotalMinutes: < 1 } time => $"{time.Seconds} s",
        { } time => $"{(int)time.TotalMinutes} min {time.Seconds} s",
    };

    private DateTime Next(RecurringJob job) => job.Schedule.Next(clock.UtcNow());
}
