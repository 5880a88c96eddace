using EnVagUt.Core.Desk.Reminders.Employers;
using EnVagUt.Core.Desk.Reminders.Offers;
using EnVagUt.Core.Desk.Reminders.Placements;
using EnVagUt.Core.Desk.Reminders.Procurement;
using EnVagUt.Core.Desk.Reminders.Questions;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Post.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace EnVagUt.Core.Desk.Reminders;

/// <summary>Every reminder that the portal sends, in the order in which a case meets them.</summary>
public static class ReminderCatalogue
{
    public static IReadOnlyList<Reminder> All { get; } =
    [
        new DraftForgotten(), new OfferWaits(), new NobodyFound(),
        new PencilRunsOut(), new RequestUnanswered(), new RequestLapses(),
        new AgreementForWorkplace(), new AgreementForParticipant(), new PaperMissing(),
        new ExtractForParticipant(), new ExtractMissing(), new UnionNotAsked(), new BeforeStartMissing(),
        new StartSoonForWorkplace(), new StartSoonForParticipant(), new FirstDayAsked(),
        new FollowUpToday(), new PauseGoesOn(), new LockIn(),
        new SupportEndsBudget(), new SupportEndsForWorkplace(), new SupportEndsForCoordinator(), new CompensationToAskFor(),
        new EndSoonForWorkplace(), new EndSoonForParticipant(), new EndSoonForCoordinator(), new EndWithoutOutcome(), new EndWithoutOutcomeForManager(),
        new RegistrationWaits(), new DeclarationExpires(), new QuestionUnanswered(),
        new ClauseWithoutStartForSupplier(), new ClauseWithoutStartForManager(), new ClauseWithoutStartForAme(),
    ];

    private static readonly Dictionary<string, Reminder> ById = All.ToDictionary(r => r.Id, StringComparer.Ordinal);

    public static Reminder? Find(string id) => ById.GetValueOrDefault(id);

    public static IEnumerable<Reminder> Of(CaseKind kind) => All.Where(r => r.Kind == kind);
}

public static class ReminderServices
{
    internal static void AddReminders(this IServiceCollection services)
    {
        services.AddSingleton(new KnownRules(ReminderCatalogue.All.SelectMany(ReminderRules.Shipped)));
        services.AddScoped<ReminderReader>();
        services.AddScoped<StillWanted>(s => s.GetRequiredService<ReminderReader>().IsWantedAsync);
        services.AddScoped<ReminderWriter>();
        services.AddScoped<ReminderService>();
        services.AddScoped<CaseReminders>();
        services.AddScoped<ReminderOversight>();
    }
}
