using EnVagUt.Core.Ground.Time;

namespace EnVagUt.Core.Ground.Entities;

/// <summary>Who acts, and when. Every verb takes one.</summary>
/// <param name="UserId">The signed-in user; null for a visitor or a job.</param>
/// <param name="At">UTC.</param>
public readonly record struct Stamp(Guid? UserId, DateTime At)
{
    /// <summary>The Stockholm day on which the act counts.</summary>
    public DateOnly Today => At.StockholmDate();
}
