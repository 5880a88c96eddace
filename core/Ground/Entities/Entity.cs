
namespace EnVagUt.Core.Ground.Entities;

/// <summary>A row with an id of its own, set when it is made, so that history and letters can name it before it is saved.</summary>
public abstract class Entity
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>In which order rows were made, also within one save: what is newest, and which was the first.</summary>
    public long Seq { get; private init; } = Sequence.Next();
}
