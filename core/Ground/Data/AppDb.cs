using EnVagUt.Core.Accounts.Reports;
using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Core.Cases.BeforeStart;
using EnVagUt.Core.Cases.Certificates;
using EnVagUt.Core.Cases.FirstDays;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Cases.Warnings;
using EnVagUt.Core.Desk.Calendars;
using EnVagUt.Core.Desk.Import;
using EnVagUt.Core.Desk.Questions;
using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Declarations;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Parties.Organisation;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Core.Places.Procurement;
using EnVagUt.Core.Places.Slots;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Core.Post.Mail;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace EnVagUt.Core.Ground.Data;

/// <summary>
/// The one database. Reads are projections in pages; writes go through the services of the room that owns the row.
/// Rows of persons are filtered by <see cref="Viewer"/>; see QueryFilters.cs.
/// </summary>
public sealed partial class AppDb(DbContextOptions<AppDb> options, Viewer viewer, DatabaseDialect dialect)
    : IdentityUserContext<User, Guid>(options), IDataProtectionKeyContext
{
    public Viewer Viewer { get; } = viewer;
    public DatabaseDialect Dialect { get; } = dialect;

    public DbSet<ColleagueInvitation> ColleagueInvitations => Set<ColleagueInvitation>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();
    public DbSet<LoginToken> LoginTokens => Set<LoginToken>();
    public DbSet<RoleGrant> RoleGrants => Set<RoleGrant>();
    public DbSet<HistoryEntry> History => Set<HistoryEntry>();
    public DbSet<ReadLogEntry> ReadLog => Set<ReadLogEntry>();
    public DbSet<IndicatorFact> Facts => Set<IndicatorFact>();
    public DbSet<OrgUnit> OrgUnits => Set<OrgUnit>();
    public DbSet<Employer> Employers => Set<Employer>();
    public DbSet<Workplace> Workplaces => Set<Workplace>();
    public DbSet<Supervisor> Supervisors => Set<Supervisor>();
    public DbSet<RuleVersion> RuleVersions => Set<RuleVersion>();
    public DbSet<Offer> Offers => Set<Offer>();
    public DbSet<Slot> Slots => Set<Slot>();
    public DbSet<Contract> Contracts => Set<Contract>();
    public DbSet<Clause> Clauses => Set<Clause>();
    public DbSet<Person> Persons => Set<Person>();
    public DbSet<Participant> Participants => Set<Participant>();
    public DbSet<SavedSelection> SavedSelections => Set<SavedSelection>();
    public DbSet<SearchMiss> SearchMisses => Set<SearchMiss>();
    public DbSet<Placement> Placements => Set<Placement>();
    public DbSet<CompensationRequest> CompensationRequests => Set<CompensationRequest>();
    public DbSet<EmployerDeclaration> EmployerDeclarations => Set<EmployerDeclaration>();
    public DbSet<WorkplaceCheck> WorkplaceChecks => Set<WorkplaceCheck>();
    public DbSet<Agreement> Agreements => Set<Agreement>();
    public DbSet<Acknowledgement> Acknowledgements => Set<Acknowledgement>();
    public DbSet<ApprovalLink> ApprovalLinks => Set<ApprovalLink>();
    public DbSet<Parties.Absences.Absence> Absences => Set<Parties.Absences.Absence>();
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();
    public DbSet<Certificate> Certificates => Set<Certificate>();
    public DbSet<OfferLink> OfferLinks => Set<OfferLink>();
    public DbSet<RequestLink> RequestLinks => Set<RequestLink>();
    public DbSet<Behalf> Behalves => Set<Behalf>();
    public DbSet<Claim> Claims => Set<Claim>();
    public DbSet<Question> Questions => Set<Question>();
    public DbSet<AnnualReport> AnnualReports => Set<AnnualReport>();
    public DbSet<ReportTable> ReportTables => Set<ReportTable>();
    public DbSet<ImportDraft> ImportDrafts => Set<ImportDraft>();
    public DbSet<SearchWord> SearchWords => Set<SearchWord>();
    public DbSet<OutgoingMail> Mail => Set<OutgoingMail>();
    public DbSet<FrozenDocument> FrozenDocuments => Set<FrozenDocument>();
    public DbSet<ReminderEntry> Reminders => Set<ReminderEntry>();
    public DbSet<FirstDayQuestion> FirstDayQuestions => Set<FirstDayQuestion>();
    public DbSet<JobRun> JobRuns => Set<JobRun>();

    // Identity asks the application's services which tables it has (AddCore answers them); a context that is made without
    // services, by dotnet-ef or by a test, has none to ask.
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        if (optionsBuilder.Options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider is null)
            optionsBuilder.UseApplicationServiceProvider(IdentityTables.Services);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder c)
    {
        c.Properties<DateTime>().HaveConversion<UtcConverter>();
        c.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40).AreUnicode(false);
        c.Properties<string>().HaveMaxLength(200);
        c.Properties<decimal>().HavePrecision(12, 4);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDb).Assembly);
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => typeof(Entity).IsAssignableFrom(e.ClrType)))
            entity.FindProperty(nameof(Entity.Id))!.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => typeof(Root).IsAssignableFrom(e.ClrType)))
            entity.FindProperty(nameof(Root.Version))!.IsConcurrencyToken = true;
        BinaryColumns.Apply(builder.Model, Dialect.BinaryCollation);
        Dialect.Shape(builder);
        ApplyQueryFilters(builder);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var root in ChangeTracker.Entries<Root>().Select(e => e.Entity).ToList())
        {
            var (history, facts) = root.TakePending();
            History.AddRange(history);
            Facts.AddRange(facts);
        }
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Saves, unless somebody else has saved the same first and a unique index says so.</summary>
    /// <returns>False when it was taken; what was to be saved is still tracked.</returns>
    public async Task<bool> SaveUnlessTakenAsync(CancellationToken ct)
    {
        try
        {
            await SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException e) when (Dialect.IsUniqueBreach(e))
        {
            return false;
        }
    }

    // The framework writes its keys without waiting; they have no history.
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        ChangeTracker.Entries().All(e => e.Entity is DataProtectionKey)
            ? base.SaveChanges(acceptAllChangesOnSuccess)
            : throw new NotSupportedException("Save with SaveChangesAsync: there history is written.");
}
