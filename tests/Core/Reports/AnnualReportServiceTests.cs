using EnVagUt.Core.Accounts.Reports;
using EnVagUt.Core.Cases.Lives;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Organisation;
using EnVagUt.Core.Parties.Participants;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Reports;

/// <summary>From the draft to the registrar, and what stays as it was.</summary>
public class AnnualReportServiceTests
{
    private static readonly DateOnly After = new(2027, 1, 20);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Compiling_again_gives_the_same_draft_new_figures()
    {
        await using var s = await ReportStage.StartAsync();
        var workplace = await s.OwnWorkplaceAsync(s.Home);
        await s.OfferAsync(workplace);
        var first = await s.CompileAsync(s.Care);
        await s.OfferAsync(workplace, slots: 2);
        s.Test.Clock.AdvanceDays(1);
        var second = await s.CompileAsync(s.Care);

        Assert.Equal(first.Id, second.Id);
        Assert.Equal("1 0", first.Row(ReportTableKind.Places, "Totalt", "Omsorgsförvaltningen"));
        Assert.Equal("3 0", second.Row(ReportTableKind.Places, "Totalt", "Omsorgsförvaltningen"));
        Assert.Equal(second.Tables.Count, await s.Test.Db.ReportTables.CountAsync(Ct));
        Assert.Equal(ReportStatus.Draft, second.Status);
    }

    [Fact]
    public async Task The_figures_are_not_locked_before_the_period_is_over()
    {
        await using var s = await ReportStage.StartAsync();
        s.Test.Clock.SetStockholm(new DateOnly(2026, 12, 31), new TimeOnly(23, 59));
        var draft = await s.CompileAsync(s.Care);
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => s.Service.LockAsync(draft.Id, draft.Version, "Alva Handläggare", Ct));
        Assert.Equal(Rule.PeriodNotOver, refused.Rule);

        s.Test.Clock.SetStockholm(new DateOnly(2027, 1, 1), new TimeOnly(0, 1));
        var locked = await s.LockAsync(s.Care);
        Assert.Equal(ReportStatus.Locked, locked.Status);
        Assert.Equal(locked.LockedAt, locked.RegisteredAtLatest);
        Assert.Equal(AnnualReport.HashOf(locked), locked.Hash);
    }

    [Fact]
    public async Task What_is_registered_after_the_lock_changes_nothing_and_the_old_figures_can_be_computed_again()
    {
        await using var s = await ReportStage.StartAsync();
        s.Test.Clock.SetStockholm(new DateOnly(2026, 3, 2));
        var offer = await s.OfferAsync(await s.OwnWorkplaceAsync(s.Home), slots: 12);
        var ids = new List<Guid>();
        for (var i = 0; i < 12; i++)
            ids.Add(await s.StartAsync(offer, i, i % 2 == 0 ? Sex.Woman : Sex.Man));
        s.Test.Clock.SetStockholm(new DateOnly(2026, 8, 20));
        foreach (var id in ids.Take(10))
            await s.EndAsync(id, ExitReason.Work, InterruptedBy.Nobody, Outcome.Work);
        s.Test.Clock.SetStockholm(new DateOnly(2026, 8, 24));
        var back = await s.StartAsync(offer, 0);
        s.Test.Clock.SetStockholm(After);
        await VoidAsync(s, ids[0]);
        await VoidAsync(s, ids[1]);
        var locked = await s.LockAsync(s.Labour);
        Assert.Equal("6 5 11", locked.Row(ReportTableKind.Forms, "Totalt"));

        s.Test.Clock.AdvanceDays(3);
        // Two who were counted turn out to be one.
        await s.Test.AsAsync(Role.Coordinator);
        var two = await s.Test.Db.Placements.Where(p => p.Id == ids[4] || p.Id == back).Select(p => p.ParticipantId!.Value).ToListAsync(Ct);
        await s.Test.Get<JoinService>().JoinAsync(two[0], two[1], Ct);
        await VoidAsync(s, ids[2]);
        await s.EndAsync(ids[10], ExitReason.Illness, InterruptedBy.Participant);
        s.Test.NewScope();
        await s.Test.Get<PlacementService>().RecordOutcomeAsync(ids[3], Outcome.JobSeeking, s.Test.Clock.Today(), Ct);
        await s.OfferAsync(await s.OwnWorkplaceAsync(await s.UnitAsync(OrgLevel.Enhet, "Hemtjänst söder", s.CareOffice)));

        await s.Test.AsAsync(Role.UnitManager);
        Assert.Equal(locked.Tables.Lines(), (await s.Service.RecomputeAsync(locked.Id, Ct)).Lines());
        Assert.Equal(locked.Tables.Lines(), (await s.ReadAsync(locked.Id)).Tables.Lines());
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => s.CompileAsync(s.Labour));
        Assert.Equal(Rule.ReportAlreadyLocked, refused.Rule);
    }

    [Fact]
    public async Task A_lock_from_a_page_that_shows_older_figures_is_refused()
    {
        await using var s = await ReportStage.StartAsync();
        s.Test.Clock.SetStockholm(After);
        var seen = await s.CompileAsync(s.Care);
        await s.CompileAsync(s.Care);
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => s.Service.LockAsync(seen.Id, seen.Version, "Alva Handläggare", Ct));
        Assert.Equal(Rule.ChangedByAnother, refused.Rule);
    }

    [Fact]
    public async Task The_author_approves_only_with_a_reason()
    {
        await using var s = await ReportStage.StartAsync();
        s.Test.Clock.SetStockholm(After);
        var locked = await s.LockAsync(s.Care);
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => s.Service.ApproveAsync(locked.Id, locked.Version, "Alva Handläggare", " ", Ct));
        Assert.Equal(Rule.ApproverIsAuthor, refused.Rule);

        s.Test.NewScope();
        await s.Service.ApproveAsync(locked.Id, locked.Version, "Alva Handläggare", "Chefen är ledig", Ct);
        Assert.Equal("Chefen är ledig", (await s.ReadAsync(locked.Id)).OwnApprovalReason);
    }

    [Fact]
    public async Task The_approved_document_goes_to_the_registrar_once_and_to_nobody_else()
    {
        await using var s = await ReportStage.StartAsync();
        s.Test.Clock.SetStockholm(After);
        var approved = await ApprovedAsync(s, s.Care);
        await s.Service.HandOverAsync(approved.Id, Ct);
        s.Test.NewScope();
        await Assert.ThrowsAsync<RuleBreachException>(() => s.Service.HandOverAsync(approved.Id, Ct));

        var letter = Assert.Single(await s.Test.Db.Mail.Where(m => m.CaseId == approved.Id).ToListAsync(Ct));
        var document = await s.Test.Db.FrozenDocuments.SingleAsync(d => d.Id == letter.DocumentId, Ct);
        Assert.Equal("registrator.omsorg@exempel.se", letter.To);
        Assert.Equal("Årsrapport 2026 för Omsorgsnämnden", letter.Subject);
        Assert.Contains(approved.Hash!, letter.Text);
        Assert.Equal("arsrapport-2026-omsorgsnamnden.docx", document.FileName);
        Assert.Equal(document.Bytes, (await s.Service.DocumentAsync(approved.Id, Ct)).Bytes);
        Assert.Equal(ReportStatus.HandedOver, (await s.ReadAsync(approved.Id)).Status);
    }

    [Fact]
    public async Task Without_a_registrars_mailbox_nothing_is_handed_over()
    {
        await using var s = await ReportStage.StartAsync();
        s.Test.Clock.SetStockholm(After);
        var culture = await s.UnitAsync(OrgLevel.Namnd, "Kulturnämnden", null);
        var approved = await ApprovedAsync(s, culture);
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => s.Service.HandOverAsync(approved.Id, Ct));
        Assert.Equal(Rule.RegistrarMissing, refused.Rule);
        Assert.Equal(["Kulturnämnden"], refused.Values);
        Assert.Empty(await s.Test.Db.Mail.Where(m => m.CaseId == approved.Id).ToListAsync(Ct));
    }

    [Fact]
    public async Task The_diary_number_is_typed_in_after_the_hand_over()
    {
        await using var s = await ReportStage.StartAsync();
        s.Test.Clock.SetStockholm(After);
        var approved = await ApprovedAsync(s, s.Care);
        await Assert.ThrowsAsync<RuleBreachException>(() => s.Service.RecordDiaryNumberAsync(approved.Id, "OMS 2027/14", Ct));
        s.Test.NewScope();
        await s.Service.HandOverAsync(approved.Id, Ct);
        await s.Service.RecordDiaryNumberAsync(approved.Id, " OMS 2027/14 ", Ct);
        Assert.Equal("OMS 2027/14", (await s.ReadAsync(approved.Id)).DiaryNumber);
    }

    [Fact]
    public async Task The_hash_tells_a_changed_figure_but_not_a_hidden_one()
    {
        await using var s = await ReportStage.StartAsync();
        s.Test.Clock.SetStockholm(new DateOnly(2026, 3, 2));
        var offer = await s.OfferAsync(await s.OwnWorkplaceAsync(s.Home), slots: 3);
        foreach (var slot in new[] { 0, 1, 2 })
            await s.StartAsync(offer, slot, slot < 2 ? Sex.Woman : Sex.Man);
        var twoWomen = await s.CompileAsync(s.Labour);
        await using (var db = s.Test.Database.Open())
        {
            var one = await db.Participants.Include(p => p.Person).FirstAsync(p => p.Sex == Sex.Woman, Ct);
            one.Describe(
                new PersonDetails { FirstName = "Robin", LastName = "Prov", BirthDate = one.BirthDate, Sex = Sex.Man, HomeMunicipality = "1489" },
                new ParticipantDetails { TargetGroup = one.TargetGroup, Education = one.Education, ExtentPercent = one.ExtentPercent }, s.Test.Stamp);
            await db.SaveChangesAsync(Ct);
        }
        var oneWoman = await s.CompileAsync(s.Labour);
        await s.OfferAsync(await s.Test.Stage.WorkplaceAsync());
        var onePlaceMore = await s.CompileAsync(s.Labour);

        Assert.Equal(AnnualReport.HashOf(twoWomen), AnnualReport.HashOf(oneWoman));
        Assert.NotEqual(AnnualReport.HashOf(oneWoman), AnnualReport.HashOf(onePlaceMore));
    }

    [Fact]
    public async Task A_year_that_has_not_begun_has_no_report_and_what_is_not_locked_is_not_approved()
    {
        await using var s = await ReportStage.StartAsync();
        foreach (var year in new[] { ReportStage.Year + 1, 1999, int.MaxValue, int.MinValue })
            Assert.Equal(Rule.YearNotReportable, (await Assert.ThrowsAsync<RuleBreachException>(() => s.CompileAsync(s.Care, year))).Rule);
        var draft = await s.CompileAsync(s.Care);
        Assert.Equal(Rule.ReportNotLocked, (await Assert.ThrowsAsync<RuleBreachException>(
            () => s.Service.ApproveAsync(draft.Id, draft.Version, "Ulla Enhetschef", null, Ct))).Rule);
    }

    internal static async Task<AnnualReport> ApprovedAsync(ReportStage s, OrgUnit namnd)
    {
        var locked = await s.LockAsync(namnd);
        await s.Test.AsAsync(Role.UnitManager);
        await s.Service.ApproveAsync(locked.Id, locked.Version, "Ulla Enhetschef", null, Ct);
        s.Test.NewScope();
        return await s.ReadAsync(locked.Id);
    }

    private static async Task VoidAsync(ReportStage s, Guid placementId)
    {
        await s.Test.AsAsync(Role.Coordinator);
        await s.Test.Get<PlacementService>().VoidAsync(placementId, Ct);
    }
}
