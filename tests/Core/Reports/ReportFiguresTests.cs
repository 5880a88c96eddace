using EnVagUt.Core.Accounts.Reports;
using EnVagUt.Core.Cases.Arranged;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Organisation;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Procurement;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Core.Reports;

/// <summary>What the figures count, and in whose report.</summary>
public class ReportFiguresTests
{
    private static readonly DateOnly Spring = new(ReportStage.Year, 3, 2);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Offered_and_used_places_stand_with_the_forvaltning_that_takes_people_on()
    {
        await using var s = await ReportStage.StartAsync();
        s.Test.Clock.SetStockholm(Spring);
        var offer = await s.OfferAsync(await s.OwnWorkplaceAsync(s.Home), slots: 3);
        await s.StartAsync(offer);
        await s.Test.Stage.OfferAsync(await s.Test.Stage.WorkplaceAsync(), o => o with { Slots = 4 });
        s.Test.Clock.SetStockholm(new DateOnly(2027, 1, 10));

        var care = await s.CompileAsync(s.Care);
        var labour = await s.CompileAsync(s.Labour);

        Assert.Equal("3 1", care.Row(ReportTableKind.Places, "Praktik, skola och feriejobb", "Omsorgsförvaltningen"));
        Assert.Equal("3 1", care.Row(ReportTableKind.Places, "Totalt", "Omsorgsförvaltningen"));
        Assert.Equal("7 1", care.Row(ReportTableKind.Places, "Totalt", "Hela kommunen"));
        Assert.Equal(["Omsorgsförvaltningen", "Hela kommunen"], care.Sections(ReportTableKind.Places));
        Assert.Equal(["Arbetsmarknadsförvaltningen", "Externa arbetsgivare", "Nämnden totalt", "Hela kommunen"], labour.Sections(ReportTableKind.Places));
        Assert.Equal("0 0", labour.Row(ReportTableKind.Places, "Totalt", "Arbetsmarknadsförvaltningen"));
        Assert.Equal("4 0", labour.Row(ReportTableKind.Places, "Totalt", "Externa arbetsgivare"));
        Assert.Contains("Mottagande nämnd", care.Table(ReportTableKind.Places).Perspective);
    }

    [Fact]
    public async Task A_nameless_placement_counts_among_places_and_placements_and_never_as_a_person()
    {
        await using var s = await ReportStage.StartAsync();
        s.Test.Clock.SetStockholm(Spring);
        var workplace = await s.OwnWorkplaceAsync(s.Home);
        await s.Test.AsAsync(Role.Coordinator);
        var ids = new List<Guid>();
        for (var i = 0; i < 7; i++)
        {
            var agreed = ArrangedStage.ByOthers(workplace, Spring) with { DoneOn = Spring, On = Spring };
            ids.Add((await s.Test.Get<ArrangedByOthersService>().RegisterAsync(agreed, Ct)).Id);
        }
        // Never started: neither a place nor a placement of the year.
        await s.Test.Get<ArrangedByOthersService>().RegisterAsync(ArrangedStage.ByOthers(workplace, Spring), Ct);
        foreach (var id in ids.Take(6))
            await s.EndAsync(id);
        await s.StartAsync(await s.OfferAsync(workplace));
        s.Test.Clock.SetStockholm(new DateOnly(2027, 1, 10));
        var (labour, care) = (await s.CompileAsync(s.Labour), await s.CompileAsync(s.Care));

        Assert.Equal("0 7 7", labour.Row(ReportTableKind.Forms, Form.AfPraktik.Label()));
        Assert.Equal("8 8", care.Row(ReportTableKind.Places, "Totalt", "Omsorgsförvaltningen"));
        Assert.Equal("0 6 6", labour.Row(ReportTableKind.Outcomes, "Registrerad utan namn, följs inte upp"));
        Assert.Equal("0", labour.Row(ReportTableKind.DataQuality, "Avslutad, resultat saknas"));
        // One woman: hidden as few, but no man is among the persons.
        Assert.DoesNotContain(labour.Table(ReportTableKind.TargetGroups).Figures, f => f.Column == "Män" && f.Text is not ("0" or "–"));
    }

    [Fact]
    public async Task A_place_outside_the_year_or_withdrawn_before_it_began_is_not_offered()
    {
        await using var s = await ReportStage.StartAsync();
        var workplace = await s.OwnWorkplaceAsync(s.Home);
        await s.Test.Stage.OfferAsync(workplace, o => o with { From = new DateOnly(2027, 1, 1), To = new DateOnly(2027, 3, 1) });
        var withdrawn = await s.Test.Stage.OfferAsync(workplace, o => o with { From = Spring, To = Spring.AddDays(30) });
        await s.Test.Stage.OfferAsync(workplace, o => o with { From = Spring, To = Spring.AddDays(30) }, published: false);
        await s.Test.Stage.OfferAsync(workplace, o => o with { From = new DateOnly(2026, 12, 31), To = new DateOnly(2027, 1, 31) });
        await using (var db = s.Test.Database.Open())
        {
            var offer = await db.Offers.FindAsync([withdrawn.Id], Ct);
            offer!.Close(false, new EnVagUt.Core.Ground.Entities.Stamp(null, s.Test.Clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync(Ct);
        }
        s.Test.Clock.SetStockholm(new DateOnly(2027, 1, 10));

        Assert.Equal("1 0", (await s.CompileAsync(s.Care)).Row(ReportTableKind.Places, "Totalt", "Omsorgsförvaltningen"));
    }

    [Fact]
    public async Task A_unit_that_was_merged_counts_under_the_names_of_each_time()
    {
        await using var s = await ReportStage.StartAsync();
        s.Test.Clock.SetStockholm(Spring);
        var workplace = await s.OwnWorkplaceAsync(s.Home);
        await s.StartAsync(await s.OfferAsync(workplace));
        var office = await s.UnitAsync(OrgLevel.Forvaltning, "Äldreförvaltningen", s.Care, new DateOnly(2026, 7, 1));
        var unit = await s.UnitAsync(OrgLevel.Enhet, "Hemtjänsten", office, new DateOnly(2026, 7, 1));
        await using (var db = s.Test.Database.Open())
        {
            var stamp = new EnVagUt.Core.Ground.Entities.Stamp(null, s.Test.Clock.GetUtcNow().UtcDateTime);
            (await db.OrgUnits.FindAsync([s.Home.Id], Ct))!.End(new DateOnly(2026, 6, 30), unit, stamp);
            (await db.OrgUnits.FindAsync([s.CareOffice.Id], Ct))!.End(new DateOnly(2026, 6, 30), office, stamp);
            await db.SaveChangesAsync(Ct);
        }
        s.Test.Clock.SetStockholm(new DateOnly(2026, 9, 1));
        await s.StartAsync(await s.OfferAsync(workplace, slots: 2));
        s.Test.Clock.SetStockholm(new DateOnly(2027, 1, 10));

        var report = await s.CompileAsync(s.Care);

        Assert.Equal("1 1", report.Row(ReportTableKind.Places, "Totalt", "Omsorgsförvaltningen"));
        Assert.Equal("2 1", report.Row(ReportTableKind.Places, "Totalt", "Äldreförvaltningen"));
    }

    [Fact]
    public async Task Lonestod_is_offered_by_what_the_employer_is_open_to_and_used_by_decisions_that_were_valid()
    {
        await using var s = await ReportStage.StartAsync();
        s.Test.Clock.SetStockholm(Spring);
        var offer = await s.OfferAsync(await s.OwnWorkplaceAsync(s.Home), 2, Form.Employment, null, Lonestod.Nystartsjobb, Lonestod.Introduktionsjobb);
        var placement = await s.StartAsync(offer);
        await s.Test.Get<PlacementService>().RecordSupportAsync(placement, Support(Lonestod.Nystartsjobb, Spring, Spring.AddMonths(3)), Ct);
        s.Test.NewScope();
        await s.Test.Get<PlacementService>().RecordSupportAsync(placement, Support(Lonestod.Nystartsjobb, new(2026, 7, 1), new(2026, 9, 30)), Ct);
        s.Test.NewScope();
        await s.Test.Get<PlacementService>().RecordSupportAsync(placement, Support(Lonestod.Introduktionsjobb, new(2027, 1, 2), new(2027, 6, 1)), Ct);
        s.Test.Clock.SetStockholm(new DateOnly(2027, 1, 10));

        var report = await s.CompileAsync(s.Care);

        // One employment with a decision is one person: hidden, in every sum too. Nobody is nobody, and is shown.
        Assert.Equal("2 ..", report.Row(ReportTableKind.Lonestod, "Nystartsjobb", "Omsorgsförvaltningen"));
        Assert.Equal("2 0", report.Row(ReportTableKind.Lonestod, "Introduktionsjobb", "Omsorgsförvaltningen"));
        Assert.Equal("2 ..", report.Row(ReportTableKind.Lonestod, "Alla stöd", "Omsorgsförvaltningen"));
        Assert.Equal("2 ..", report.Row(ReportTableKind.Lonestod, "Alla stöd", "Hela kommunen"));
        Assert.Contains("Färre än 5 visas inte", report.Table(ReportTableKind.Lonestod).Note);
        // The places in use are nearly the same number: hidden, and their total with them; what is left is places and no persons.
        foreach (var (row, shown) in new[] { ("Anställning med lönestöd", "2 .."), ("Totalt", "2 .."), ("Praktik, skola och feriejobb", "0 0"), ("Plats från krav", "0 0") })
            Assert.Equal(shown, report.Row(ReportTableKind.Places, row, "Omsorgsförvaltningen"));
        Assert.Contains("Färre än 5 visas inte", report.Table(ReportTableKind.Places).Note);
    }

    [Fact]
    public async Task Employments_with_a_decision_are_shown_when_they_are_many_and_no_report_gives_away_the_few_of_another()
    {
        await using var s = await ReportStage.StartAsync();
        s.Test.Clock.SetStockholm(Spring);
        var own = await s.OfferAsync(await s.OwnWorkplaceAsync(s.Home), 6, Form.Employment, null, Lonestod.Nystartsjobb);
        var outside = await s.OfferAsync(await s.Test.Stage.WorkplaceAsync(), 8, Form.Employment, null, Lonestod.Nystartsjobb, Lonestod.Introduktionsjobb);
        for (var i = 0; i < 14; i++)
        {
            var (offer, slot) = i < 6 ? (own, i) : (outside, i - 6);
            var placement = await s.StartAsync(offer, slot);
            await s.Test.Get<PlacementService>().RecordSupportAsync(placement, Support(i < 12 ? Lonestod.Nystartsjobb : Lonestod.Introduktionsjobb, Spring, Spring.AddMonths(3)), Ct);
        }
        s.Test.Clock.SetStockholm(new DateOnly(2027, 1, 10));
        var (care, labour) = (await s.CompileAsync(s.Care), await s.CompileAsync(s.Labour));

        Assert.Equal("6 6", care.Row(ReportTableKind.Lonestod, "Nystartsjobb", "Omsorgsförvaltningen"));
        Assert.Equal("14 14", care.Row(ReportTableKind.Lonestod, "Alla stöd", "Hela kommunen"));
        // 14 in all less 12 would tell of the two with introduktionsjobb.
        Assert.Equal("14 ..", care.Row(ReportTableKind.Lonestod, "Nystartsjobb", "Hela kommunen"));
        Assert.Equal("8 ..", care.Row(ReportTableKind.Lonestod, "Introduktionsjobb", "Hela kommunen"));
        Assert.Equal("8 .. 8 ..", string.Join(' ', new[] { "Nystartsjobb", "Introduktionsjobb" }.Select(k => labour.Row(ReportTableKind.Lonestod, k, "Externa arbetsgivare"))));
        Assert.Equal(care.Table(ReportTableKind.Lonestod).Figures.Where(f => f.Section == "Hela kommunen").Select(f => f.Text),
            labour.Table(ReportTableKind.Lonestod).Figures.Where(f => f.Section == "Hela kommunen").Select(f => f.Text));
        Assert.All(new[] { care, labour }.SelectMany(r => r.Table(ReportTableKind.Lonestod).Figures).Where(f => f.Column == "Använda"),
            f => Assert.True(f.Value is null or 0 or >= 5, $"{f.Section} {f.Row} {f.Value}"));
    }

    [Fact]
    public async Task Somebody_with_two_employments_is_one_person_with_support()
    {
        await using var s = await ReportStage.StartAsync();
        s.Test.Clock.SetStockholm(Spring);
        var offer = await s.OfferAsync(await s.OwnWorkplaceAsync(s.Home), 6, Form.Employment, null, Lonestod.Nystartsjobb);
        var twice = await s.Test.Stage.ParticipantAsync();
        for (var i = 0; i < 6; i++)
        {
            var placement = await s.StartAsync(offer, i, to: Spring.AddMonths(2).AddDays(-1), participant: i == 0 ? twice : null);
            await s.Test.Get<PlacementService>().RecordSupportAsync(placement, Support(Lonestod.Nystartsjobb, Spring, Spring.AddMonths(1)), Ct);
        }
        s.Test.Clock.SetStockholm(Spring.AddMonths(2));
        var again = await s.StartAsync(offer, 0, participant: twice);
        await s.Test.Get<PlacementService>().RecordSupportAsync(again, Support(Lonestod.Nystartsjobb, Spring.AddMonths(2), Spring.AddMonths(3)), Ct);
        s.Test.Clock.SetStockholm(new DateOnly(2027, 1, 10));

        Assert.Equal("6 6", (await s.CompileAsync(s.Care)).Row(ReportTableKind.Lonestod, "Nystartsjobb", "Omsorgsförvaltningen"));
    }

    [Theory]
    [InlineData(2026, "1 1")]
    [InlineData(2027, "1 1")]
    public async Task A_place_is_used_in_every_year_that_its_placement_reaches(int year, string figures)
    {
        await using var s = await ReportStage.StartAsync();
        s.Test.Clock.SetStockholm(new DateOnly(2026, 12, 31));
        await s.StartAsync(await s.OfferAsync(await s.OwnWorkplaceAsync(s.Home)), to: new DateOnly(2027, 2, 26));
        s.Test.Clock.SetStockholm(new DateOnly(2028, 1, 10));

        Assert.Equal(figures, (await s.CompileAsync(s.Care, year)).Row(ReportTableKind.Places, "Totalt", "Omsorgsförvaltningen"));
    }

    [Theory]
    [InlineData(12, 31, "0 0")]
    [InlineData(1, 1, "1 1")]
    [InlineData(9, 1, "1 1")]
    public async Task A_place_in_use_since_the_year_before_is_used_until_its_last_day_though_its_offer_is_closed(int month, int day, string figures)
    {
        await using var s = await ReportStage.StartAsync();
        s.Test.Clock.SetStockholm(new DateOnly(2026, 11, 2));
        var offer = await s.OfferAsync(await s.OwnWorkplaceAsync(s.Home), form: Form.Employment);
        var placement = await s.StartAsync(offer);
        await using (var db = s.Test.Database.Open())
        {
            (await db.Offers.FindAsync([offer.Id], Ct))!.Close(false, new EnVagUt.Core.Ground.Entities.Stamp(null, s.Test.Clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync(Ct);
        }
        s.Test.Clock.SetStockholm(new DateOnly(month == 12 ? 2026 : 2027, month, day));
        await s.EndAsync(placement);
        s.Test.Clock.SetStockholm(new DateOnly(2028, 1, 10));

        Assert.Equal(figures, (await s.CompileAsync(s.Care, 2027)).Row(ReportTableKind.Places, "Totalt", "Omsorgsförvaltningen"));
    }

    [Fact]
    public async Task Persons_are_counted_once_by_sex_and_age_in_the_report_of_the_namnd_that_answers_for_them()
    {
        await using var s = await ReportStage.StartAsync();
        s.Test.Clock.SetStockholm(Spring);
        var workplace = await s.OwnWorkplaceAsync(s.Home);
        var offer = await s.OfferAsync(workplace, slots: 11);
        for (var i = 0; i < 6; i++)
            await s.StartAsync(offer, i, Sex.Woman, new DateOnly(2009, 5, 1), gren: Verksamhetsgren.Skola);
        for (var i = 6; i < 11; i++)
            await s.StartAsync(offer, i, Sex.Man, new DateOnly(2009, 5, 1));
        var first = await s.Test.Db.Placements.FirstIdAsync(Sex.Man);
        s.Test.Clock.SetStockholm(new DateOnly(2026, 5, 4));
        await s.EndAsync(first.Id, ExitReason.Studies, InterruptedBy.Nobody, Outcome.Studies);
        s.Test.Clock.AdvanceDays(1);
        await s.StartAsync(await s.OfferAsync(workplace), participant: await s.Test.Db.Participants.FindAsync([first.ParticipantId], Ct));
        s.Test.Clock.SetStockholm(new DateOnly(2027, 1, 10));

        var labour = await s.CompileAsync(s.Labour);
        var care = await s.CompileAsync(s.Care);

        Assert.Equal("6 6 12", labour.Row(ReportTableKind.Forms, "Totalt"));
        Assert.Equal("6 5 11", labour.Row(ReportTableKind.AgeBands, "16–19 år"));
        Assert.Equal("0 0 0", labour.Row(ReportTableKind.AgeBands, "20–29 år"));
        Assert.Equal("6 5 11", labour.Row(ReportTableKind.TargetGroups, "Målgrupp A"));
        Assert.Equal("0 .. ..", labour.Row(ReportTableKind.ExitReasons, "Studier"));
        Assert.DoesNotContain(care.Tables, t => t.Kind.CountsPersons());
    }

    [Fact]
    public async Task What_is_small_is_hidden_in_the_row_itself_and_said_below_the_table()
    {
        await using var s = await ReportStage.StartAsync();
        s.Test.Clock.SetStockholm(Spring);
        var offer = await s.OfferAsync(await s.OwnWorkplaceAsync(s.Home), slots: 9);
        for (var i = 0; i < 9; i++)
            await s.StartAsync(offer, i, i < 7 ? Sex.Woman : Sex.Man, new DateOnly(i < 6 ? 2009 : 1990, 5, 1));
        s.Test.Clock.SetStockholm(new DateOnly(2027, 1, 10));

        var report = await s.CompileAsync(s.Labour);

        Assert.Equal(".. .. 9", report.Row(ReportTableKind.Forms, "Praktik"));
        Assert.Contains("Färre än 5 visas inte", report.Table(ReportTableKind.Forms).Note);
        Assert.All(report.Tables.SelectMany(t => t.Figures), f => Assert.Equal(f.Hidden, f.Value is null));
        Assert.All(report.Tables.Where(t => t.Kind.CountsPersons()).SelectMany(t => t.Figures), f => Assert.True(f.Value is null or 0 or >= 5, $"{f.Row} {f.Column} {f.Value}"));
    }

    [Fact]
    public async Task The_clause_of_a_contract_shows_months_delivered_until_the_periods_last_day_and_no_supplier()
    {
        await using var s = await ReportStage.StartAsync();
        await s.Test.AsAsync(Role.Procurer);
        await s.Test.Get<ContractService>().FlagAsync(
            new ContractDetails { DiaryNumber = "KS 2026/12", Title = "Lokalvård", SupplierName = "Skurhinken AB", UnitId = s.CareOffice.Id, From = new(2026, 1, 1), To = new(2028, 12, 31) },
            new ClauseDetails { Kind = ClauseKind.Either, CommitmentMonths = 12 }, new DateOnly(2026, 1, 5), Ct);
        var clause = s.Test.Db.Clauses.Single();
        s.Test.Clock.SetStockholm(new DateOnly(2026, 11, 1));
        await s.StartAsync(await s.OfferAsync(await s.Test.Stage.WorkplaceAsync(), clauseId: clause.Id));
        s.Test.Clock.SetStockholm(new DateOnly(2027, 1, 10));

        var report = await s.CompileAsync(s.Care);

        Assert.Equal("12 2 2 10", report.Row(ReportTableKind.Clauses, "Anställning eller praktik", "KS 2026/12 Lokalvård"));
        Assert.DoesNotContain((await s.CompileAsync(s.Labour)).Tables, t => t.Kind == ReportTableKind.Clauses);
        Assert.Equal("1 1", (await s.CompileAsync(s.Labour)).Row(ReportTableKind.Places, "Plats från krav", "Externa arbetsgivare"));
        Assert.DoesNotContain(report.Tables.Lines(), l => l.Contains("Skurhinken", StringComparison.Ordinal) || l.Contains("Provföretaget", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_gaps_of_the_register_are_printed()
    {
        await using var s = await ReportStage.StartAsync();
        s.Test.Clock.SetStockholm(Spring);
        var offer = await s.OfferAsync(await s.OwnWorkplaceAsync(s.Home), slots: 12);
        for (var i = 0; i < 6; i++)
            await s.StartAsync(offer, i, to: new DateOnly(2026, 5, 31));
        var ended = new List<Guid>();
        for (var i = 6; i < 12; i++)
            ended.Add(await s.StartAsync(offer, i));
        s.Test.Clock.SetStockholm(new DateOnly(2026, 6, 15));
        foreach (var id in ended)
            await s.EndAsync(id);
        s.Test.Clock.SetStockholm(new DateOnly(2027, 1, 10));

        var report = await s.CompileAsync(s.Labour);

        Assert.Equal("6", report.Row(ReportTableKind.DataQuality, "Planerat slut har passerat, avslut saknas"));
        Assert.Equal("6", report.Row(ReportTableKind.DataQuality, "Avslutad, resultat saknas"));
    }

    private static SupportDetails Support(Lonestod kind, DateOnly from, DateOnly to) =>
        new() { Kind = kind, From = from, To = to, DecidedOn = Spring, Reference = "AF 1" };
}

file static class Finding
{
    public static Task<Placement> FirstIdAsync(this IQueryable<Placement> placements, Sex sex) =>
        Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.FirstAsync(placements.Where(p => p.Sex == sex).OrderBy(p => p.ProposedAt));
}
