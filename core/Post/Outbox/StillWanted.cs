
namespace EnVagUt.Core.Post.Outbox;

/// <summary>The last look before a letter leaves: whether what it says is still so. Whoever wrote it knows.</summary>
public delegate Task<bool> StillWanted(Guid letterId, CancellationToken ct);
