using EnVagUt.Core.Desk.Import;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Parties.Organisation;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Import;

public class OrganisationImportTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private const string Head = "nivå;kod;namn;överordnad;kostnadsställe;chef;chef_epost;registrator_epost;giltig_från;giltig_till;efterträdare;anställda\r\n";
    private const string Tree = Head
        + "Enhet;HT-C;Hemtjänst Centrum;VOF;4711;Kim Provmyr;kim@exempel.se;;2019-01-01;;;38\r\n"
        + "Nämnd;VON;Vård- och omsorgsnämnden;;;;;von@exempel.se;2019-01-01;;;\r\n"
        + "Förvaltning;VOF;Vård- och omsorgsförvaltningen;VON;47;Alex Testlund;alex@exempel.se;;2019-01-01;;;\r\n"
        + "Kommunalt bolag;BO;Bostäder AB;;;;;;2010-01-01;;;\r\n";

    [Fact]
    public async Task The_tree_is_read_in_whatever_order_its_rows_stand()
    {
        await using var t = await ImportTest.StartAsync();

        var counts = await t.ReadInAsync(ImportKind.Organisation, Tree);

        Assert.Equal(new ImportCounts(Added: 4, Workplaces: 1), counts);
        var tree = await OrgTree.LoadAsync(t.Db, Ct);
        var unit = await t.Db.OrgUnits.SingleAsync(u => u.Code == "HT-C", Ct);
        Assert.Equal("Vård- och omsorgsförvaltningen › Hemtjänst Centrum", tree.Path(unit.Id));
        Assert.Equal("Vård- och omsorgsnämnden", tree.Above(unit.Id, OrgLevel.Namnd)!.Name);
        Assert.Equal(("4711", "Kim Provmyr", "kim@exempel.se"), (unit.CostCentre, unit.ManagerName, unit.ManagerEmail));
        Assert.Equal("von@exempel.se", (await t.Db.OrgUnits.SingleAsync(u => u.Code == "VON", Ct)).RegistrarEmail);
    }

    [Fact]
    public async Task Codes_that_differ_only_in_case_are_the_same_unit()
    {
        await using var t = await ImportTest.StartAsync();
        await t.ReadInAsync(ImportKind.Organisation, Tree);

        var again = await t.ReadInAsync(ImportKind.Organisation, Head
            + "Enhet;ht-c;Hemtjänst Centrum och Öster;vof;4711;Kim Provmyr;kim@exempel.se;;2019-01-01;;;38\r\n"
            + "Enhet;HT-Ö;Hemtjänst Öster;Vof;4712;Kim Provmyr;kim@exempel.se;;2019-01-01;2026-12-31;ht-c;38\r\n");

        Assert.Equal(new ImportCounts(Added: 1, Changed: 1, Ended: 1, Workplaces: 1, WorkplacesChanged: 1), again);
        Assert.Equal("Hemtjänst Centrum och Öster", (await t.Db.OrgUnits.AsNoTracking().SingleAsync(u => u.Code == "HT-C", Ct)).Name);
        Assert.Equal(5, await t.Db.OrgUnits.CountAsync(Ct));
        // And the database refuses it, whatever door it comes by.
        t.Db.OrgUnits.Add(OrgUnit.Create(OrgLevel.Namnd, "bo", "Bokennämnden", null, new DateOnly(2019, 1, 1), new Stamp(null, DateTime.UnixEpoch)));
        Assert.True(t.Db.Dialect.IsUniqueBreach(await Assert.ThrowsAsync<DbUpdateException>(() => t.Db.SaveChangesAsync(Ct))));
    }

    [Fact]
    public async Task Two_rows_whose_codes_differ_only_in_case_are_told_before_anything_is_read_in()
    {
        await using var t = await ImportTest.StartAsync();
        var (faults, _, _, _) = await t.PreviewAsync(ImportKind.Organisation, Tree + "Nämnd;von;Valnämnden;;;;;val@exempel.se;2019-01-01;;;\r\n");
        Assert.Contains(faults, f => f.ToString().Contains("Koden ”von” finns också på rad 3 som ”VON”. Stora och små bokstäver är samma kod.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_unit_becomes_an_approved_employer_with_one_workplace_and_can_be_found()
    {
        await using var t = await ImportTest.StartAsync();
        await t.ReadInAsync(ImportKind.Organisation, Tree);

        var employer = await t.Db.Employers.Include(e => e.Workplaces).SingleAsync(Ct);
        Assert.Equal((Sector.OwnMunicipality, EmployerStatus.Approved, SizeClass.From20To49), (employer.Sector, employer.Status, employer.Size));
        Assert.Equal(ImportTest.Municipality, employer.Number.Display);
        Assert.Equal((await t.Db.OrgUnits.SingleAsync(u => u.Code == "HT-C", Ct)).Id, employer.UnitId);
        var workplace = Assert.Single(employer.Workplaces);
        Assert.Equal(("Hemtjänst Centrum", "Kim Provmyr", "kim@exempel.se", 38), (workplace.Name, workplace.ContactName, workplace.ContactEmail, workplace.Employees));
        Assert.True(workplace is { CollectiveAgreement: true, LiabilityInsurance: true });
        Assert.Equal(employer.Id, await EnVagUt.Core.Ground.Data.SearchIndex.Find(t.Db, EnVagUt.Core.Ground.Data.SearchOwner.Employer, "hemtj cent").SingleAsync(Ct));
    }

    [Fact]
    public async Task Reading_the_same_file_in_again_changes_nothing()
    {
        await using var t = await ImportTest.StartAsync();
        await t.ReadInAsync(ImportKind.Organisation, Tree);
        var before = await t.Db.History.CountAsync(Ct);

        Assert.Equal(default, await t.ReadInAsync(ImportKind.Organisation, Tree));

        Assert.Equal(before + 1, await t.Db.History.CountAsync(Ct));
        Assert.Equal(4, await t.Db.OrgUnits.CountAsync(Ct));
    }

    [Fact]
    public async Task A_changed_row_updates_the_unit_and_its_workplace_by_code()
    {
        await using var t = await ImportTest.StartAsync();
        await t.ReadInAsync(ImportKind.Organisation, Tree);
        var workplace = await t.Db.Workplaces.SingleAsync(Ct);
        workplace.SetCeiling(7, hard: true, t.Stamp);
        await t.Db.SaveChangesAsync(Ct);

        var counts = await t.ReadInAsync(ImportKind.Organisation, Tree.Replace("Hemtjänst Centrum", "Hemtjänst City", StringComparison.Ordinal).Replace("Kim Provmyr", "Lo Fiktivgren", StringComparison.Ordinal));

        Assert.Equal(new ImportCounts(Changed: 1, WorkplacesChanged: 1), counts);
        t.NewScope();
        Assert.Equal("Hemtjänst City", (await t.Db.OrgUnits.SingleAsync(u => u.Code == "HT-C", Ct)).Name);
        workplace = await t.Db.Workplaces.SingleAsync(Ct);
        Assert.Equal(("Hemtjänst City", "Lo Fiktivgren", 7), (workplace.Name, workplace.ContactName, workplace.Ceiling));
    }

    [Fact]
    public async Task A_unit_that_got_an_end_date_ends_with_the_name_it_had()
    {
        await using var t = await ImportTest.StartAsync();
        await t.ReadInAsync(ImportKind.Organisation, Tree);
        var merged = Head
            + "Enhet;HT-C;Nytt namn som kom för sent;VOF;;;;;2019-01-01;2026-09-30;HT;\r\n"
            + "Enhet;HT;Hemtjänsten;VOF;;Kim Provmyr;kim@exempel.se;;2026-10-01;;;60\r\n";

        var counts = await t.ReadInAsync(ImportKind.Organisation, merged);

        Assert.Equal(new ImportCounts(Added: 1, Ended: 1, Workplaces: 1), counts);
        t.NewScope();
        var old = await t.Db.OrgUnits.SingleAsync(u => u.Code == "HT-C", Ct);
        var successor = await t.Db.OrgUnits.SingleAsync(u => u.Code == "HT", Ct);
        Assert.Equal(("Hemtjänst Centrum", new DateOnly(2026, 9, 30), successor.Id), (old.Name, old.ValidTo, old.SuccessorId));
        Assert.Equal(default, await t.ReadInAsync(ImportKind.Organisation, merged));
    }

    [Fact]
    public async Task Columns_may_stand_in_any_order_under_other_names_and_unknown_ones_are_told()
    {
        await using var t = await ImportTest.StartAsync();
        var preview = await t.PreviewAsync(ImportKind.Organisation,
            "Enhetskod;ORGANISATIONSNIVÅ;Benämning;Giltig fran;Tillhör;Färg\n\"KS\"; Nämnd ;\"Kommunstyrelsen; \"\"KS\"\"\";22/11 2018;;blå\n;;;;;\n\n");

        Assert.Empty(preview.Faults);
        Assert.Equal(["Färg"], preview.Unread);
        Assert.Equal((1, 1), (preview.Rows, preview.Counts.Added));
        Assert.Equal(0, await t.Db.OrgUnits.CountAsync(Ct));
    }

    [Theory]
    [InlineData("Nivå9;X;Namn;;;;;;2019-01-01;;;", "”nivå”")]
    [InlineData(";X;Namn;;;;;;2019-01-01;;;", "”nivå” är tomt")]
    [InlineData("Nämnd;;Namn;;;;;;2019-01-01;;;", "”kod” är tomt")]
    [InlineData("Nämnd;X;;;;;;;2019-01-01;;;", "”namn” är tomt")]
    [InlineData("Nämnd;X;Namn;;;;;;;;;", "”giltig_från” är tomt")]
    [InlineData("Nämnd;X;Namn;;;;;;2019-02-30;;;", "Skriv datumet som")]
    [InlineData("Nämnd;X;Namn;;;;;;2019-01-01;2018-01-01;;", "ligger före")]
    [InlineData("Nämnd;X;Namn;KS;;;;;2019-01-01;;;", "ska inte ha någon överordnad")]
    [InlineData("Förvaltning;X;Namn;;;;;;2019-01-01;;;", "”överordnad” är tomt")]
    [InlineData("Förvaltning;X;Namn;SAKNAS;;;;;2019-01-01;;;", "Överordnad ”SAKNAS” finns varken")]
    [InlineData("Verksamhet;X;Namn;KS;;Kim;kim@exempel.se;;2019-01-01;;;", "ska ligga under förvaltning")]
    [InlineData("Enhet;X;Namn;GF;;Kim;kim@exempel.se;;2019-01-01;;;", "upphör 31 december 2030")]
    [InlineData("Enhet;X;Namn;KLF;;;kim@exempel.se;;2019-01-01;;;", "”chef” är tomt")]
    [InlineData("Enhet;X;Namn;KLF;;Kim;;;2019-01-01;;;", "”chef_epost” är tomt")]
    [InlineData("Enhet;X;Namn;KLF;;Kim;kim(at)exempel.se;;2019-01-01;;;", "inte är en e-postadress")]
    [InlineData("Enhet;X;Namn;KLF;;Kim;kim@exempel.se;;2019-01-01;;;många", "Skriv ett heltal")]
    [InlineData("Nämnd;X;Namn;;;;;;2019-01-01;2026-01-01;SAKNAS;", "Efterträdaren ”SAKNAS”")]
    [InlineData("Nämnd;X;Namn;;;;;;2019-01-01;2026-01-01;X;", "sin egen efterträdare")]
    [InlineData("Nämnd;X;Namn;;;;;;2019-01-01;;KS;", "inget slutdatum")]
    [InlineData("Nämnd;KS;Namn;;;;;;2019-01-01;;;", "finns också på rad 2")]
    [InlineData("Nämnd;X;\"Namn;;;;;;2019-01-01;;;", "citattecken")]
    [InlineData("Nämnd;X;Namn;;;;;;2019-01-01;;;;för;många", "Raden har 14 fält")]
    public async Task A_faulty_row_is_told_with_its_line_and_nothing_is_saved(string row, string reason)
    {
        await using var t = await ImportTest.StartAsync();
        var file = Head + "Nämnd;KS;Kommunstyrelsen;;;;;;2019-01-01;;;\r\n" + "Förvaltning;KLF;Kontoret;KS;;;;;2019-01-01;;;\r\n"
            + "Förvaltning;GF;Gamla kontoret;KS;;;;;2019-01-01;2030-12-31;;\r\n" + row + "\r\n";

        var preview = await t.PreviewAsync(ImportKind.Organisation, file);
        Assert.Contains(preview.Faults, f => f.Line == 5 && f.Text.Contains(reason, StringComparison.Ordinal));

        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => t.ReadInAsync(ImportKind.Organisation, file));
        Assert.Equal(Rule.ImportRowWrong, refused.Rule);
        t.NewScope();
        Assert.Equal(0, await t.Db.OrgUnits.CountAsync(Ct));
        Assert.Equal(0, await t.Db.Employers.CountAsync(Ct));
    }

    [Fact]
    public async Task Every_fault_is_told_at_once()
    {
        await using var t = await ImportTest.StartAsync();
        var preview = await t.PreviewAsync(ImportKind.Organisation, Head + "Nämnd;;;;;;;;igår;;;\r\nEnhet;E;Enheten;;;;;;2019-01-01;;;\r\n");

        Assert.Equal([2, 2, 2, 3, 3, 3], preview.Faults.Select(f => f.Line));
    }

    [Fact]
    public async Task A_registered_unit_keeps_its_level_its_start_and_its_end()
    {
        await using var t = await ImportTest.StartAsync();
        await t.ReadInAsync(ImportKind.Organisation, Tree + "Nämnd;OLD;Gamla nämnden;;;;;;2015-01-01;2022-12-31;;\r\n");

        var preview = await t.PreviewAsync(ImportKind.Organisation, Head
            + "Verksamhet;HT-C;Hemtjänst;VOF;;Kim;kim@exempel.se;;2019-01-01;;;\r\n"
            + "Nämnd;VON;Vård- och omsorgsnämnden;;;;;;2020-01-01;;;\r\n"
            + "Nämnd;OLD;Gamla nämnden;;;;;;2015-01-01;;;\r\n");

        Assert.Equal([2, 3, 4], preview.Faults.Select(f => f.Line));
    }

    [Fact]
    public async Task A_missing_column_is_told()
    {
        await using var t = await ImportTest.StartAsync();
        var preview = await t.PreviewAsync(ImportKind.Organisation, "nivå;kod;namn;kod\nNämnd;A;A;A");
        Assert.Equal(3, preview.Faults.Count);
        Assert.All(preview.Faults, f => Assert.Equal(1, f.Line));
    }
}
