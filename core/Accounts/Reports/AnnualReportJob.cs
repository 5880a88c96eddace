using System.Globalization;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Jobs;

namespace EnVagUt.Core.Accounts.Reports;

/// <summary>
/// Compiles last year's draft of every nämnd. A draft from before the day it was due is given new figures; one from that
/// day on was made by a run that was broken off, or by hand since, and stays.
/// </summary>
public sealed class AnnualReportJob(AnnualReportService reports) : IJobHandler
{
    public async Task<string> RunAsync(JobContext context, CancellationToken ct)
    {
        // The year before the day it was due, however late the run; a run by hand may name another.
        var year = int.TryParse(context.Argument, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : context.Due.Year - 1;
        var (compiled, already) = await reports.CompileAllAsync(year, context.Due.StartOfDayUtc(), ct);
        return $"{year}: {compiled} sammanställda, {already} fanns redan";
    }
}
