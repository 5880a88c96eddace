using EnVagUt.Core.Post.Jobs;

namespace EnVagUt.Core.Desk.Import;

/// <summary>Removes uploaded files that nobody read in.</summary>
public sealed class ImportDraftJob(ImportService imports) : IJobHandler
{
    public async Task<string> RunAsync(JobContext context, CancellationToken ct) => $"{await imports.RemoveOldAsync(ct)} filer borttagna";
}
