
namespace EnVagUt.Core.Ground.Entities;

/// <summary>A row with an id of its own, set when it is made, so that history and letters can name it before it is saved.</summary>
public abstract class Entity
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
}
