using EnVagUt.Core.Ground.Time;
namespace EnVagUt.Core.Parties.Participants;

/// <summary>
/// Whom AME helps first (docs/vardag.md, Queue): the age bands in their order, and within a band those of
/// 16–29 without gymnasieexamen. The reason is shown to whoever sees the place in the queue.
/// </summary>
/// <param name="Rank">Lower comes first.</param>
public readonly record struct QueuePriority(int Rank, string Reason)
{
    public static QueuePriority Of(DateOnly birthDate, Education education, DateOnly today)
    {
        var age = Age.On(birthDate, today);
        var (band, text) = age switch
        {
            < 16 => (3, "Under 16 år: ingen av grupperna"),
            < 20 => (0, "Grupp 1: 16–19 år"),
            < 30 => (1, "Grupp 2: 20–29 år"),
            <= 65 => (2, "Grupp 3: 30–65 år"),
            _ => (3, "Över 65 år: ingen av grupperna"),
        };
        var first = age is >= 16 and <= 29 && education == Education.PreGymnasium;
        return new(band * 2 + (first ? 0 : 1), first ? $"{text}. Går före inom gruppen: saknar gymnasieexamen." : $"{text}.");
    }
}
