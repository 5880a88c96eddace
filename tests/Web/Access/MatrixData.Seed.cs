using EnVagUt.Core.Accounts.Reports;
using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Core.Cases.Certificates;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Desk.Calendars;
using EnVagUt.Core.Desk.Import;
using EnVagUt.Core.Desk.Questions;
using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Absences;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Parties.Organisation;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Core.Places.Procurement;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EnVagUt.Tests.Web.Access;

internal sealed partial class MatrixData
{
    // How far the placements have come, in turns.
    private static readonly PlacementStatus[] Turns =
        [PlacementStatus.Proposed, PlacementStatus.Pencilled, PlacementStatus.Requested, PlacementStatus.AwaitingPaper, PlacementStatus.Running, PlacementStatus.Ended];

    private Workplace Workplace { get; set; } = null!;
    private List<Offer> Offers { get; } = [];
    private List<Participant> Participants { get; } = [];
    private List<Contract> Contracts { get; } = [];

    /// <summary>The last placement of each status; its offer, slot and participant have the same place in their lists.</summary>
    private Dictionary<PlacementStatus, Guid> Placements { get; } = [];

    private async Task SeedWorldAsync(PortalApp app, int rows)
    {
        var stage = new Stage(app.Database, app.Clock);
        await SeedEmployersAsync(stage, rows);
        await SeedContractsAsync(app, rows);
        await SeedQuestionsAsync(app, rows);
        await SeedImportAsync(app, rows);
        await SeedJobsAndMailAsync(app, rows);
        await SeedPlacementsAsync(app, stage, rows);
        await SeedColleaguesAsync(app, rows);
        await SeedReportsAsync(app, rows);

        Set("/deltagare/{id:guid}", Participants[0].Id);
        Set("/deltagare/{id:guid}/foresla/{slotId:guid}", Offers[0].Slots[0].Id);
        Set("/placeringar/{id:guid}", Placements[PlacementStatus.AwaitingPaper]);
        Set("/arbetsgivare/placeringar/{id:guid}", Placements[PlacementStatus.AwaitingPaper]);
        Set("/platser/{id:guid}", Offers[0].Id);
        Set("/admin/paminnelser/foretag/{id:guid}", EmployerId);
        Set("/ersattare/{id:guid}", await SeedAbsencesAsync(app, rows));
        Set("/admin/paminnelser/arende/{kind}", CaseKind.Placement);
        Set("/admin/paminnelser/arende/{kind}/{id:guid}", Placements[PlacementStatus.AwaitingPaper]);
        Set("/arbetsgivare/platser/ny/{kind}", "krav");
        Set("/arbetsgivare/platser/{id:guid}", Offers[0].Id);
        Set("/arbetsgivare/arbetsplatser/{id:guid}", Workplace.Id);
        Set("{supervisorId}", Workplace.Supervisors[0].Id);
        Set("/arbetsgivare/forfragningar/{id:guid}", Placements[PlacementStatus.Requested]);
        Set("/foretag/{id:guid}", EmployerId);
        Set("/foretag/{id:guid}/platser/ny/{kind}", "krav");

        Set("{workplaceId}", Workplace.Id);
        Set("{other}", (await stage.ParticipantAsync()).Id);

        Set("{code}", 404);
        Set("{path}", "finns-inte");
    }

    private async Task SeedEmployersAsync(Stage stage, int rows)
    {
        Workplace = await stage.WorkplaceAsync(ceiling: 1000, supervisorCeiling: 1000);
        EmployerId = Workplace.EmployerId;
        for (var i = 1; i < rows; i++)
        {
            await stage.WorkplaceAsync(employerId: EmployerId);
            OtherEmployerId = (await stage.WorkplaceAsync()).EmployerId;
            await stage.WorkplaceAsync(approved: false);
        }
        for (var i = 0; i < rows; i++)
        {
            Offers.Add(await stage.OfferAsync(Workplace, d => d with { Title = $"Butiksbiträde {i}" }));
            await stage.OfferAsync(Workplace, published: false);
            Participants.Add(await stage.ParticipantAsync());
        }
    }

    private async Task SeedContractsAsync(PortalApp app, int rows)
    {
        await using var db = app.Database.Open();
        var stamp = new Stamp(null, app.Clock.UtcNow());
        var supplier = await db.Employers.SingleAsync(e => e.Id == EmployerId);
        for (var i = 0; i < rows; i++)
        {
            var contract = Contract.Flag(new ContractDetails
            {
                DiaryNumber = $"KS 2026/{i:0000}",
                Title = $"Städning {i}",
                SupplierName = supplier.Name,
                SupplierOrgNumber = supplier.OrgNumberDigits,
                From = new DateOnly(2026, 1, 1),
                To = new DateOnly(2028, 12, 31),
            }, stamp);
            contract.AddClause(new ClauseDetails { Kind = ClauseKind.Either, CommitmentMonths = 12 }, stamp);
            contract.Award(stamp.Today, stamp);
            Contracts.Add(contract);
        }
        db.AddRange(Contracts);
        await db.SaveChangesAsync();
        Set("/avtal/{id:guid}", Contracts[0].Id);
        Set("{clauseId}", Contracts[0].Clauses[0].Id);
    }

    private async Task SeedQuestionsAsync(PortalApp app, int rows)
    {
        await using var db = app.Database.Open();
        var questions = Enumerable.Range(0, rows)
            .Select(_ => Question.Ask(new() { Text = "Kan vi ta emot två?", Email = "fraga@exempel.se" }, new Stamp(null, app.Clock.UtcNow())))
            .ToList();
        db.AddRange(questions);
        await db.SaveChangesAsync();
        Set("/fragor/{id:guid}", questions[0].Id);
    }

    private async Task SeedImportAsync(PortalApp app, int rows)
    {
        await using var db = app.Database.Open();
        var stamp = new Stamp(null, app.Clock.UtcNow());
        for (var i = 0; i < rows; i++)
        {
            var draft = new ImportDraft(ImportKind.Organisation, "fil.csv", "nivå;kod;namn;överordnad;giltig_från\nNämnd;NY;Nya nämnden;;2027-01-01\n", stamp);
            db.AddRange(draft, OrgUnit.Create(OrgLevel.Namnd, $"N{i}", $"Nämnden {i}", null, stamp.Today, stamp));
            Set("/admin/import/{id:guid}", draft.Id);
        }
        await db.SaveChangesAsync();
    }

    private async Task SeedJobsAndMailAsync(PortalApp app, int rows)
    {
        await using var db = app.Database.Open();
        for (var i = 0; i < rows; i++)
        {
            var mail = new OutgoingMail($"matris/{i}", "prov", "anna@exempel.se", "Hej", "Hej", "<p>Hej</p>", app.Clock.UtcNow());
            var run = new JobRun(Schedules.Reminders, $"{i}", app.Clock.UtcNow());
            run.Start(app.Clock.UtcNow(), TimeSpan.FromMinutes(2));
            db.AddRange(mail, run);
            Set("/admin/brev/{id:guid}", mail.Id);
        }
        await db.SaveChangesAsync();
        Set("/admin/jobb/{id}", Schedules.Reminders);
        Set("/admin/paminnelser/{id}", "start-deltagare");
        Set("/admin/regler/{subject}", nameof(Form.Praktik));
        Set("/admin/regler/{subject}/{limit}", nameof(Limit.LongestMonths));
    }

    private static async Task<Guid> SeedAbsencesAsync(PortalApp app, int rows)
    {
        await using var db = app.Database.Open();
        var id = Guid.Empty;
        for (var i = 0; i < rows; i++)
        {
            var (away, substitute) = (await TestUsers.AddAsync(app.Database, app.Clock, [Role.Coordinator]), await TestUsers.AddAsync(app.Database, app.Clock, [Role.Consultant]));
            var absence = new Absence(away.User.Id, substitute.User.Id, new Period(app.Clock.Today(), app.Clock.Today().AddDays(i)), new(null, app.Clock.UtcNow()));
            db.Add(absence);
            id = absence.Id;
        }
        await db.SaveChangesAsync();
        return id;
    }

    private async Task SeedColleaguesAsync(PortalApp app, int rows)
    {
        var user = Guid.Empty;
        for (var i = 0; i < rows; i++)
            user = (await TestUsers.AddAsync(app.Database, app.Clock, [Role.EmployerReader], employerId: EmployerId)).User.Id;
        Set("/admin/anvandare/{id:guid}", user);
    }

    // One report of each nämnd, of last year; the first has its figures locked.
    private async Task SeedReportsAsync(PortalApp app, int rows)
    {
        var stamp = new Stamp(null, app.Clock.UtcNow());
        var year = stamp.Today.Year - 1;
        await using var db = app.Database.Open();
        for (var i = 0; i < rows; i++)
            db.Add(OrgUnit.Create(OrgLevel.Namnd, $"R{i}", $"Nämnden {i}", null, new DateOnly(2019, 1, 1), stamp));
        await db.SaveChangesAsync();
        await app.InScopeAsync(s => s.GetRequiredService<AnnualReportService>().CompileAllAsync(year, stamp.At, default));
        var first = await db.AnnualReports.AsNoTracking().OrderBy(r => r.SortKey).FirstAsync();
        await app.InScopeAsync(async s =>
        {
            await s.GetRequiredService<AnnualReportService>().LockAsync(first.Id, first.Version, "Alva Handläggare", default);
            return 0;
        });
        Set("/rapporter/{id:guid}", first.Id);
    }

    private async Task SeedPlacementsAsync(PortalApp app, Stage stage, int rows)
    {
        var (coordinator, grants) = await TestUsers.AddAsync(app.Database, app.Clock, [Role.Coordinator]);
        var (employer, employerGrants) = await TestUsers.AddAsync(app.Database, app.Clock, [Role.EmployerAdmin], employerId: EmployerId);
        Task AsCoordinator(Func<PlacementService, Task> work) =>
            app.InScopeAsync(async s => { await work(s.GetRequiredService<PlacementService>()); return 0; }, v => v.BecomeUser(coordinator.Id, grants));
        Task AsEmployer(Func<EmployerAnswerService, Task> work) =>
            app.InScopeAsync(async s => { await work(s.GetRequiredService<EmployerAnswerService>()); return 0; }, v => v.BecomeUser(employer.Id, employerGrants));

        var calendar = await app.InScopeAsync(s => s.GetRequiredService<CalendarFeedService>().OpenAsync(default), v => v.BecomeUser(coordinator.Id, grants));
        Set("/kalender/{key}.ics", $"{calendar}.ics");

        var made = new List<(Guid Id, PlacementStatus Status)>();
        for (var i = 0; i < rows; i++)
        {
            var (status, offer) = (Turns[i % Turns.Length], Offers[i]);
            var id = Guid.Empty;
            await AsCoordinator(async s => id = await s.ProposeAsync(new ProposePlacement
            {
                ParticipantId = Participants[i].Id,
                SlotId = offer.Slots[0].Id,
                From = offer.From,
                To = offer.To,
            }, default));
            made.Add((id, status));
            Placements[status] = id;
            if (status == PlacementStatus.Proposed)
                continue;
            await AsCoordinator(s => s.PencilAsync(id, default));
            if (status == PlacementStatus.Pencilled)
                continue;
            await AsCoordinator(s => s.ParticipantAnsweredAsync(id, true, default));
            await AsCoordinator(s => s.ReleaseAsync(id, null, default));
            await AsCoordinator(s => s.RequestAsync(id, default));
            if (status == PlacementStatus.Requested)
                continue;
            await AsEmployer(s => s.AnswerAsync(id, true, null, default));
            if (status == PlacementStatus.AwaitingPaper)
                await app.InScopeAsync(async s => { await SendAgreementAsync(s, id); return 0; }, v => v.BecomeUser(coordinator.Id, grants));
            else
                await AsCoordinator(s => s.RecordPaperAsync(id, new RecordPaper(app.Clock.Today(), "Kim Samordnare", null), default));
        }

        await using (var db = app.Database.Open())
        {
            db.AddRange(made.Select((m, i) => new OutgoingMail($"utan-adress/{i}", "prov", "", "Hej", "Hej", "<p>Hej</p>", app.Clock.UtcNow(), m.Id)));
            await db.SaveChangesAsync();
        }

        app.Clock.AdvanceDays(20);
        foreach (var (id, status) in made.Where(m => m.Status is PlacementStatus.Running or PlacementStatus.Ended))
        {
            await AsCoordinator(s => s.StartAsync(id, app.Clock.Today(), default, Answered.ToAll));
            if (status == PlacementStatus.Ended)
            {
                await AsCoordinator(s => s.EndAsync(id, new EndPlacement(app.Clock.Today(), ExitReason.Work, InterruptedBy.Nobody), default));
                Set("/placeringar/{id:guid}/intyg", id);
                Set("/intyg/{id:guid}", await app.InScopeAsync(s => s.GetRequiredService<CertificateService>().IssueAsync(id, "Lärde sig kassan.", default), v => v.BecomeUser(coordinator.Id, grants)));
            }
        }
    }

    private static async Task SendAgreementAsync(IServiceProvider services, Guid placementId)
    {
        var (agreements, db) = (services.GetRequiredService<AgreementService>(), services.GetRequiredService<AppDb>());
        async Task<Guid> Version() => await db.Agreements.Where(a => a.PlacementId == placementId).Select(a => a.Version).SingleAsync();
        await agreements.DraftAsync(placementId, default);
        await agreements.ReviseAsync(placementId, new ReviseAgreement(await Version(), new AgreementWords("Pröva på arbete", null, "Visa runt")), default);
        await agreements.SendAsync(placementId, await Version(), default);
    }
}
