using EnVagUt.Core.Accounts.Reports;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Parties.Organisation;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Reports;

/// <summary>
/// A small municipality in 2026: arbetsmarknadsnämnden with the unit that runs the portal, and omsorgsnämnden with
/// omsorgsförvaltningen and a unit that takes people on.
/// </summary>
internal sealed class ReportStage : IAsyncDisposable
{
    public const int Year = 2026;
    private static CancellationToken Ct => CancellationToken.None;

    private ReportStage(CoreTest test) => Test = test;

    public CoreTest Test { get; }
    public OrgUnit Labour { get; private set; } = null!;
    public OrgUnit Care { get; private set; } = null!;
    public OrgUnit CareOffice { get; private set; } = null!;
    public OrgUnit Home { get; private set; } = null!;

    public static async Task<ReportStage> StartAsync(bool inFile = false)
    {
        var stage = new ReportStage(inFile ? await CoreTest.StartInFileAsync() : await CoreTest.StartAsync());
        stage.Test.Clock.SetStockholm(new DateOnly(Year, 1, 12));
        stage.Labour = await stage.UnitAsync(OrgLevel.Namnd, "Arbetsmarknadsnämnden", null, registrar: "registrator.arbetsmarknad@exempel.se");
        var office = await stage.UnitAsync(OrgLevel.Forvaltning, "Arbetsmarknadsförvaltningen", stage.Labour);
        await stage.UnitAsync(OrgLevel.Enhet, "Arbetsmarknadsenheten", office);
        stage.Care = await stage.UnitAsync(OrgLevel.Namnd, "Omsorgsnämnden", null, registrar: "registrator.omsorg@exempel.se");
        stage.CareOffice = await stage.UnitAsync(OrgLevel.Forvaltning, "Omsorgsförvaltningen", stage.Care);
        stage.Home = await stage.UnitAsync(OrgLevel.Enhet, "Hemtjänst norr", stage.CareOffice);
        await stage.Test.AsAsync(Role.UnitManager);
        return stage;
    }

    public AnnualReportService Service => Test.Get<AnnualReportService>();

    public async Task<OrgUnit> UnitAsync(OrgLevel level, string name, OrgUnit? parent, DateOnly? from = null, string? registrar = null)
    {
        await using var db = Test.Database.Open();
        var stamp = new Stamp(null, Test.Clock.UtcNow());
        var unit = OrgUnit.Create(level, name, name, parent, from ?? new DateOnly(2019, 1, 1), stamp);
        unit.Describe(name, parent, null, null, null, registrar, stamp);
        db.Add(unit);
        await db.SaveChangesAsync(Ct);
        return unit;
    }

    /// <summary>A workplace of one of the municipality's own units.</summary>
    public async Task<Workplace> OwnWorkplaceAsync(OrgUnit unit)
    {
        await using var db = Test.Database.Open();
        var stamp = new Stamp(null, Test.Clock.UtcNow());
        var employer = Employer.Register(new EmployerDetails { Name = unit.Name, Sector = Sector.OwnMunicipality, Branch = Branch.Care, Size = SizeClass.From100 },
            OrgNumber.Parse("212000-1355"), unit.Id, stamp);
        employer.Approve(stamp);
        db.Add(employer);
        await db.SaveChangesAsync(Ct);
        return await Test.Stage.WorkplaceAsync(employerId: employer.Id);
    }

    /// <summary>Published, from today, for six months less a day; open-ended for an employment.</summary>
    public Task<Offer> OfferAsync(Workplace workplace, int slots = 1, Form form = Form.Praktik, Guid? clauseId = null, params Lonestod[] supports) =>
        Test.Stage.OfferAsync(workplace, o => o with
        {
            Form = form,
            Slots = slots,
            ClauseId = clauseId,
            Supports = supports,
            From = Test.Clock.Today(),
            To = form == Form.Praktik ? Test.Clock.Today().AddMonths(6).AddDays(-1) : null,
        });

    /// <summary>Somebody is placed on a slot of the offer and has started today.</summary>
    public async Task<Guid> StartAsync(Offer offer, int slot = 0, Sex sex = Sex.Woman, DateOnly? birthDate = null,
        Verksamhetsgren gren = Verksamhetsgren.Arbetsmarknad, DateOnly? to = null, Participant? participant = null)
    {
        participant ??= await Test.Stage.ParticipantAsync(gren, birthDate, sex);
        await Test.AsAsync(Role.Coordinator, gren);
        var id = await Test.Get<PlacementService>().ProposeAsync(new ProposePlacement
        {
            ParticipantId = participant.Id,
            SlotId = offer.Slots[slot].Id,
            From = Test.Clock.Today(),
            To = to ?? offer.To,
            Acknowledged = Answered.ToAll,
        }, Ct);
        await Test.Get<PlacementService>().ParticipantAnsweredAsync(id, true, Ct);
        await Test.Get<PlacementService>().ReleaseAsync(id, null, Ct);
        await Test.Get<PlacementService>().RequestAsync(id, Ct);
        await Test.AsAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        await Test.Get<EmployerAnswerService>().AnswerAsync(id, true, null, Ct);
        await Test.AsAsync(Role.Coordinator, gren);
        await Test.Get<PlacementService>().RecordPaperAsync(id, new RecordPaper(Test.Clock.Today(), "Kim Konsulent", "REF 1"), Ct);
        await Test.NoteBeforeStartAsync(id);
        await Test.Get<PlacementService>().StartAsync(id, Test.Clock.Today(), Ct, Answered.ToAll);
        Test.NewScope();
        return id;
    }

    public async Task EndAsync(Guid placementId, ExitReason reason = ExitReason.Work, InterruptedBy by = InterruptedBy.Nobody, Outcome? outcome = null)
    {
        Test.NewScope();
        await Test.Get<PlacementService>().EndAsync(placementId, new EndPlacement(Test.Clock.Today(), reason, by), Ct);
        if (outcome is { } answer)
            await Test.Get<PlacementService>().RecordOutcomeAsync(placementId, answer, Test.Clock.Today(), Ct);
    }

    /// <summary>As a unit manager compiles it now.</summary>
    public async Task<AnnualReport> CompileAsync(OrgUnit namnd, int year = Year)
    {
        await Test.AsAsync(Role.UnitManager);
        return await ReadAsync(await Service.CompileAsync(namnd.Id, year, Ct));
    }

    /// <summary>As its author locks it on a day of the next year.</summary>
    public async Task<AnnualReport> LockAsync(OrgUnit namnd)
    {
        var report = await CompileAsync(namnd);
        await Service.LockAsync(report.Id, report.Version, "Alva Handläggare", Ct);
        return await ReadAsync(report.Id);
    }

    public async Task<AnnualReport> ReadAsync(Guid id)
    {
        await using var db = Test.Database.Open();
        return await db.AnnualReports.AsNoTracking().Include(r => r.Tables).ThenInclude(t => t.Figures).SingleAsync(r => r.Id == id, Ct);
    }

    public ValueTask DisposeAsync() => Test.DisposeAsync();
}

internal static class ReportReading
{
    public static ReportTable Table(this AnnualReport report, ReportTableKind kind) => report.Tables.Single(t => t.Kind == kind);

    /// <summary>«12 7»: a row's figures as they are printed.</summary>
    public static string Row(this AnnualReport report, ReportTableKind kind, string row, string? section = null)
    {
        var figures = report.Table(kind).Figures.Where(f => f.Row == row && (section is null || f.Section == section)).OrderBy(f => f.ColumnNumber).ToList();
        Assert.NotEmpty(figures);
        return string.Join(' ', figures.Select(f => f.Text));
    }

    public static IReadOnlyList<string> Sections(this AnnualReport report, ReportTableKind kind) =>
        [.. report.Table(kind).Figures.OrderBy(f => f.RowNumber).Select(f => f.Section!).Distinct()];

    /// <summary>Everything that is printed, for comparing two computations.</summary>
    public static IEnumerable<string> Lines(this IEnumerable<ReportTable> tables) =>
        tables.OrderBy(t => t.Number).SelectMany(t => t.Figures.OrderBy(f => f.RowNumber).ThenBy(f => f.ColumnNumber)
            .Select(f => $"{t.Title} | {t.Perspective} | {t.Note} | {f.Section} | {f.Row} | {f.Column} | {f.Text}"));
}
