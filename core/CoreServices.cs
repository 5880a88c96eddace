using EnVagUt.Core.Absences;
using EnVagUt.Core.Access;
using EnVagUt.Core.Agreements;
using EnVagUt.Core.BeforeStart;
using EnVagUt.Core.ByHand;
using EnVagUt.Core.Calendars;
using EnVagUt.Core.Certificates;
using EnVagUt.Core.Employers;
using EnVagUt.Core.Employers.Declarations;
using EnVagUt.Core.FirstDays;
using EnVagUt.Core.Import;
using EnVagUt.Core.Jobs;
using EnVagUt.Core.Mail;
using EnVagUt.Core.Offers;
using EnVagUt.Core.Participants;
using EnVagUt.Core.Placements;
using EnVagUt.Core.Placements.Compensation;
using EnVagUt.Core.Procurement;
using EnVagUt.Core.Questions;
using EnVagUt.Core.Reminders;
using EnVagUt.Core.Reports;
using EnVagUt.Core.Rulebook;
using EnVagUt.Core.Settings;
using EnVagUt.Core.Users;
using EnVagUt.Core.Warnings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EnVagUt.Core;

public static class CoreServices
{
    /// <summary>Everything in core that is injected. The host adds the database, the job engine and the mail transport.</summary>
    public static IServiceCollection AddCore(this IServiceCollection services)
    {
        services.AddScoped<Viewer>();
        services.AddSingleton<ReadLog>();
        services.AddHostedService(s => s.GetRequiredService<ReadLog>());
        services.AddSingleton(ContentFolder.FromEnvironment());
        services.AddSingleton<LetterTemplates>();
        services.AddSingleton<LetterSamples>();
        services.AddScoped<Letters>();
        services.AddScoped<LetterLimits>();
        services.TryAddSingleton(new PortalAddress(() => "http://localhost:5000"));
        services.AddUsers();
        services.AddScoped<MailService>();
        services.AddOptions<MailSettings>();
        services.AddScoped<Outbox>();
        services.AddScoped<MailHealth>();
        services.AddScoped<ByHandService>();
        services.AddScoped<AbsenceService>();
        services.AddJobs();
        services.AddReminders();
        services.AddScoped<EmployerService>();
        services.AddScoped<EmployerRegistrationService>();
        services.AddScoped<EmployerReviewService>();
        services.AddScoped<EmployerLetters>();
        services.AddScoped<EmployerDeclarationService>();
        services.AddScoped<RulebookService>();
        services.AddScoped<OfferService>();
        services.AddScoped<OfferReviewService>();
        services.AddScoped<OfferLetters>();
        services.AddScoped<ParticipantService>();
        services.AddScoped<GoneService>();
        services.AddScoped<SavedSelections>();
        services.AddScoped<ShortageLog>();
        services.AddScoped<SlotSuggestions>();
        services.AddScoped<Bookings>();
        services.AddScoped<BeforeStartService>();
        services.AddScoped<WarningService>();
        services.AddScoped<PlacementService>();
        services.AddScoped<CompensationService>();
        services.AddScoped<EmployerAnswerService>();
        services.AddScoped<ArrangedOffers>();
        services.AddScoped<AgreedPlacementService>();
        services.AddScoped<OwnPlaceService>();
        services.AddScoped<CopyService>();
        services.AddScoped<PlacementLetters>();
        services.AddScoped<FirstDayQuestionService>();
        services.AddAgreements();
        services.AddCalendars();
        services.AddScoped<CertificateService>();
        services.AddSingleton<CertificateFile>();
        services.AddScoped<ContractService>();
        services.AddScoped<QuestionService>();
        services.AddReports();
        services.AddScoped<ImportService>();
        services.TryAddSingleton(new Municipality());
        return services;
    }
}
