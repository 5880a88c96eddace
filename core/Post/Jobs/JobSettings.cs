
namespace EnVagUt.Core.Post.Jobs;

/// <summary>The settings under «Jobs».</summary>
public sealed class JobSettings
{
    /// <summary>False on a server that only answers people.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// How often this server looks for letters and due jobs by itself, besides the engine's every minute; null for never.
    /// </summary>
    public TimeSpan? Poll { get; set; }

    /// <summary>How long a silent run is believed to be alive. Renewed at a third of it while the run works.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);
}
