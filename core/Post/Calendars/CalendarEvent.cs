
namespace EnVagUt.Core.Post.Calendars;

/// <summary>A whole day in a calendar. Says what happens and where, never who, by which form or why.</summary>
public sealed record CalendarEvent
{
    /// <summary>The same for the same day of the same case for as long as there is a calendar that holds it.</summary>
    public required string Uid { get; init; }

    /// <summary>From 0; higher whenever the day has moved or is cancelled, never lower.</summary>
    public required int Sequence { get; init; }

    public required DateOnly Day { get; init; }
    public required string Summary { get; init; }

    /// <summary>The page that tells more to those who may sign in to it.</summary>
    public required string Link { get; init; }

    public bool Cancelled { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ChangedAt { get; init; }
}
