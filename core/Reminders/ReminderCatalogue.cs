using EnVagUt.Core.Placements.Reminders;
using Microsoft.Extensions.DependencyInjection;

namespace EnVagUt.Core.Reminders;

/// <summary>Every reminder that the portal sends.</summary>
public sealed class ReminderCatalogue(IEnumerable<Reminder> reminders)
{
    public IReadOnlyList<Reminder> All { get; } = [.. reminders];
}

public static class ReminderServices
{
    internal static void AddReminders(this IServiceCollection services)
    {
        services.AddSingleton<ReminderCatalogue>();
        services.AddReminder<RequestUnanswered>();
        services.AddReminder<RequestLapses>();
        services.AddReminder<StartSoonForWorkplace>();
        services.AddReminder<StartSoonForParticipant>();
        services.AddReminder<EndSoonForWorkplace>();
        services.AddReminder<EndSoonForParticipant>();
        services.AddReminder<EndWithoutOutcome>();
        services.AddReminder<EndWithoutOutcomeForManager>();
    }

    public static void AddReminder<TReminder>(this IServiceCollection services) where TReminder : Reminder =>
        services.AddSingleton<Reminder, TReminder>();
}
