
namespace EnVagUt.Core.Desk.Import;

/// <summary>What a file changes: units or employers, and workplaces beside them.</summary>
public readonly record struct ImportCounts(int Added = 0, int Changed = 0, int Ended = 0, int Workplaces = 0, int WorkplacesChanged = 0)
{
    public static ImportCounts operator +(ImportCounts a, ImportCounts b) =>
        new(a.Added + b.Added, a.Changed + b.Changed, a.Ended + b.Ended, a.Workplaces + b.Workplaces, a.WorkplacesChanged + b.WorkplacesChanged);
}
