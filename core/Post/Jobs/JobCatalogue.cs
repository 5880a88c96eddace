
namespace EnVagUt.Core.Post.Jobs;

/// <summary>Everything that runs by itself.</summary>
public sealed class JobCatalogue(IEnumerable<RecurringJob> jobs)
{
    private readonly Dictionary<string, RecurringJob> _jobs = jobs.ToDictionary(j => j.Id, StringComparer.Ordinal);

    public IReadOnlyCollection<RecurringJob> All => _jobs.Values;
    public RecurringJob? Find(string id) => _jobs.GetValueOrDefault(id);
}
