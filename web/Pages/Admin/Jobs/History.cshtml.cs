using EnVagUt.Core.Access;
using EnVagUt.Core.Data;
using EnVagUt.Core.Jobs;
using EnVagUt.Core.Rules;
using EnVagUt.Web.Access;
using EnVagUt.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Admin.Jobs;

[AllowRoles(Role.Administrator)]
public sealed class HistoryModel(AppDb db, JobCatalogue catalogue) : AppPage
{
    public const int Most = 100;

    public sealed record Row(string Period, bool IsByHand, DateTime DueAt, DateTime? StartedAt, DateTime? FinishedAt, JobState State,
        string? Result, string? Error, int Attempts, string? AskedBy)
    {
        public string Title => IsByHand ? $"För hand {DueAt.Clocked()}" : Period;
    }

    [FromRoute] public string Id { get; set; } = "";

    public RecurringJob Job { get; private set; } = null!;
    public IReadOnlyList<Row> Runs { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        Job = catalogue.Find(Id) ?? throw new NotFoundException(nameof(RecurringJob));
        Runs = await db.JobRuns.AsNoTracking().Where(r => r.JobId == Id && r.State != JobState.Skipped)
            .OrderByDescending(r => r.DueAt).ThenByDescending(r => r.Period).Take(Most)
            .Select(r => new Row(r.Period, r.IsByHand, r.DueAt, r.StartedAt, r.FinishedAt, r.State, r.Result, r.Error, r.Attempts,
                db.Users.Where(u => u.Id == r.AskedBy).Select(u => u.DisplayName).FirstOrDefault()))
            .ToListAsync(Ct);
    }

    public void OnGet()
    {
    }
}
