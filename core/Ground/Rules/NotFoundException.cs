
namespace EnVagUt.Core.Ground.Rules;

/// <summary>The row does not exist, or is not this viewer's. The reader gets the same "not found" in both cases.</summary>
public sealed class NotFoundException(string what) : Exception($"{what} was not found");
