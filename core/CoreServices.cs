using EnVagUt.Core.Accounts.Reports;
using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Core.Cases.Arranged;
using EnVagUt.Core.Cases.Certificates;
using EnVagUt.Core.Cases.Compensation;
using EnVagUt.Core.Cases.FirstDays;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Cases.Suggestions;
using EnVagUt.Core.Desk.ByHand;
using EnVagUt.Core.Desk.Calendars;
using EnVagUt.Core.Desk.Import;
using EnVagUt.Core.Desk.Questions;
using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Absences;
using EnVagUt.Core.Parties.Colleagues;
using EnVagUt.Core.Parties.Declarations;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Core.Places.Procurement;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Core.Post.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EnVagUt.Core;

public static class CoreServices
{
    /// <summary>Everything in core that is injected. The host adds the database, what starts the jobs and where letters go.</summary>
    public static IServiceCollection AddCore(this IServiceCollection services)
    {
        services.AddScoped<Viewer>();
        services.AddIdentityTables();
        services.AddSingleton<ReadLog>();
        services.AddHostedService(s => s.GetRequiredService<ReadLog>());
        services.AddSingleton(ContentFolder.FromEnvironment());
        services.AddSingleton<LetterTemplates>();
        services.AddSingleton<LetterSamples>();
        services.AddScoped<Letters>();
        services.AddScoped<LetterLimits>();
        services.TryAddSingleton(new PortalAddress(() => "http://localhost:5000"));
        services.AddUsers();
        services.AddScoped<ColleagueService>();
        services.AddScoped<InvitationService>();
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
        services.AddScoped<ArrangedByOthersService>();
        services.AddScoped<ArrangedByParticipantService>();
        services.AddScoped<CopyService>();
        services.AddScoped<CaseLetters>();
        services.AddScoped<PlacementLetters>();
        services.AddScoped<FirstDayLetters>();
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
