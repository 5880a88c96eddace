using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Desk.Import;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Hosting.Demo;

/// <summary>
/// A municipality after three years with the portal, in the proportions of a regional plan: 754 people
/// in målgrupp A, and companies by branch and size. All of it is made through the services.
/// </summary>
internal sealed class DemoMunicipality(DemoStage stage, ContentFolder content, double scale)
{
    private const int GroupA = 754, GroupB = 84, Kaa = 36, Social = 60;
    private const int ForClauses = 24, Nameless = 60, ByParticipants = 6, Group = 4, Continuations = 5;

    private readonly DemoLogins _logins = new(stage);

    /// <returns>The text about the logins.</returns>
    public async Task<string> BuildAsync()
    {
        await _logins.MakeStaffAsync();
        await ImportAsync(ImportKind.Organisation, "demo/organisation.csv");
        await ImportAsync(ImportKind.Employers, "demo/arbetsgivare.csv");
        var places = await DemoPlace.ReadAsync(stage);
        var offers = new DemoOffers(stage, _logins, places);
        var papers = new DemoPapers(stage, _logins);
        await papers.TellFirstDaysAsync(places);
        var cases = new DemoCases(stage, _logins, papers, offers);
        var contracts = new DemoContracts(stage, _logins, offers, cases, places);
        var everyday = new DemoEveryday(stage, _logins);

        var (people, waiting) = await PlanPeopleAsync(contracts, cases);
        PlanOffersOfToday(offers);
        everyday.PlanQuestions();
        everyday.PlanRegistrations();
        everyday.PlanReports();
        everyday.PlanNights();
        everyday.PlanReminders();
        everyday.PlanAbsences();
        everyday.PlanCalendar();
        PlanArranged(new DemoArranged(stage, _logins, offers, places), people);
        var company = await MakeEmployersAsync(places, contracts.MainSupplier);
        cases.PlanWaitingAgreement(waiting, company);
        new DemoChanges(stage, _logins).Plan();
        var declarations = new DemoDeclarations(stage, _logins);
        declarations.PlanDeclarations(places);
        declarations.PlanCompensation();
        new DemoLetters(stage, _logins).PlanAll();
        await stage.PlayAsync();
        return _logins.Text();
    }

    private async Task ImportAsync(ImportKind kind, string file)
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(content.Path, file));
        await stage.AskAsync<ImportService, ImportCounts>(_logins.Administrator, s => s.ImportAsync(kind, bytes, default));
    }

    private void PlanArranged(DemoArranged arranged, List<DemoParticipant> people)
    {
        var free = people.Where(p => p.FreeFrom < stage.Last.AddDays(-60)).Reverse().ToList();
        arranged.PlanNameless(Scaled(Nameless));
        arranged.PlanByParticipants([.. free.Take(ByParticipants)]);
        arranged.PlanGroup([.. free.Skip(ByParticipants).Take(Group)]);
        arranged.PlanContinuations(Continuations);
    }

    /// <returns>Målgrupp A, who are free again on a day, and one of those of today who has nothing planned yet.</returns>
    private async Task<(List<DemoParticipant> All, DemoParticipant Waiting)> PlanPeopleAsync(DemoContracts contracts, DemoCases cases)
    {
        var people = new DemoPeople(stage, _logins);
        var all = people.Register(Scaled(GroupA), TargetGroup.A, Verksamhetsgren.Arbetsmarknad);
        var property = await stage.ReadAsync(db => db.OrgUnits.Where(u => u.Code == "TF-FAST").Select(u => u.Id).SingleAsync());
        contracts.PlanAll(new Queue<DemoParticipant>(all.Take(ForClauses)), property);

        // Those of today are people who have been here for a while, but not for years.
        var today = new Queue<DemoParticipant>(all.Skip(ForClauses).Where(p => p.Registered < stage.Last.AddDays(-90)).Reverse());
        foreach (var (status, daysAgo) in CasesOfToday())
            cases.PlanToday(today.Dequeue(), status, daysAgo, status == PlacementStatus.AwaitingPaper && daysAgo == 12 ? Approver.Participant : null);
        var waiting = today.Dequeue();
        waiting.FreeFrom = stage.Last;
        for (var i = 0; i < 3; i++)
            cases.PlanLapsedSupport(all.Skip(ForClauses).First(p => p.Registered < stage.Last.AddDays(-300) && p.FreeFrom < stage.Last.AddDays(-290)));

        cases.PlanAll(all.Skip(ForClauses).Where(p => p.FreeFrom < stage.Last.AddDays(-20)));
        cases.PlanAll(people.Register(Scaled(GroupB), TargetGroup.B, Verksamhetsgren.Arbetsmarknad));
        cases.PlanAll(people.Register(Scaled(Social), TargetGroup.Other, Verksamhetsgren.Socialtjanst));
        cases.PlanAll(people.Register(Scaled(Kaa), TargetGroup.Kaa, Verksamhetsgren.Kaa));
        return (all, waiting);
    }

    private static IEnumerable<(PlacementStatus Status, int WorkingDaysAgo)> CasesOfToday() =>
    [
        (PlacementStatus.Proposed, 0), (PlacementStatus.Proposed, 2), (PlacementStatus.Proposed, 6), (PlacementStatus.Proposed, 1),
        (PlacementStatus.Pencilled, 0), (PlacementStatus.Pencilled, 1), (PlacementStatus.Pencilled, 3),
        (PlacementStatus.Requested, 3), (PlacementStatus.Requested, 4), (PlacementStatus.Requested, 7), (PlacementStatus.Requested, 11), (PlacementStatus.Requested, 14),
        (PlacementStatus.AwaitingPaper, 9), (PlacementStatus.AwaitingPaper, 11), (PlacementStatus.AwaitingPaper, 12),
        (PlacementStatus.ReadyToStart, 13), (PlacementStatus.ReadyToStart, 14), (PlacementStatus.ReadyToStart, 16),
        (PlacementStatus.Voided, 5),
    ];

    private static void PlanOffersOfToday(DemoOffers offers)
    {
        for (var i = 0; i < 4; i++)
        {
            offers.MakeToday(OfferStatus.Draft, 2 + 9 * i);
            offers.MakeToday(OfferStatus.Submitted, i);
        }
        for (var i = 0; i < 3; i++)
        {
            offers.MakeToday(OfferStatus.Returned, 3 + 4 * i);
            offers.MakeToday(OfferStatus.Paused, 10 + 7 * i);
        }
        for (var i = 0; i < 12; i++)
            offers.MakeToday(OfferStatus.Published, 2 + i);
    }

    /// <summary>An employer with many cases and three who sign in there, a manager of the municipality's own, and a supplier.</summary>
    /// <returns>The first of them.</returns>
    private async Task<DemoPlace> MakeEmployersAsync(List<DemoPlace> places, DemoPlace supplier)
    {
        var company = places.Where(p => p.Sector == Sector.Private && p.Digits != supplier.Digits).MaxBy(p => p.Cases)!;
        await _logins.MakeEmployerAsync(company.EmployerId, "arbetsgivare@foretag.example", "Alex Arbetsgivare", Role.EmployerAdmin, $"Arbetsgivare, {company.Employer}");
        await _logins.MakeEmployerAsync(company.EmployerId, "handledare@foretag.example", "Hani Handledare", Role.EmployerSupervisor, $"Handledare, {company.Employer}");
        await _logins.MakeEmployerAsync(company.EmployerId, "lasare@foretag.example", "Lo Läsare", Role.EmployerReader, $"Läsare, {company.Employer}");
        var unit = places.Where(p => p.Sector == Sector.OwnMunicipality).MaxBy(p => p.Cases)!;
        await _logins.MakeEmployerAsync(unit.EmployerId, "chef@lindkoping.example", "Charlie Chef", Role.EmployerAdmin, $"Chef i kommunen, {unit.Employer}");
        await _logins.MakeEmployerAsync(supplier.EmployerId, "leverantor@foretag.example", "Levi Leverantör", Role.EmployerAdmin, $"Leverantör med krav i avtal, {supplier.Employer}");
        return company;
    }

    private int Scaled(int count) => (int)Math.Ceiling(count * scale);
}
