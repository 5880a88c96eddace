
namespace EnVagUt.Core.Post.Outbox;

/// <summary>
/// How long a letter waits between its tries: 1, 4, 16, 64 minutes, 4 hours, and then every six hours, so that letters
/// leave the same day as a mail server that was long away comes back. The last try comes after almost four days, as long
/// as mail servers themselves wait.
/// </summary>
public static class Backoff
{
    public const int MaxAttempts = 20;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <param name="attempt">The one that failed; the first is 1.</param>
    public static TimeSpan After(int attempt) => attempt > 5 ? Longest : TimeSpan.FromMinutes(Math.Pow(4, attempt - 1));
}
