using EnVagUt.Core.Desk.Import;
using EnVagUt.Core.Ground.Rules;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Import;

/// <summary>A workbook is read as people see it in Excel, wherever a CSV file is read.</summary>
public class WorkbookTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private static readonly string[] Headings =
        ["organisationsnummer", "namn", "bransch", "adress", "postnr", "ort", "kontakt", "epost", "telefon", "anställda", "kollektivavtal"];

    [Fact]
    public async Task An_employer_is_read_in_from_a_workbook()
    {
        await using var t = await ImportTest.StartAsync();
        var file = Workbooks.Of(Headings,
            [new(5999000010d, "000000\\-0000"), "Blåklintens ”bageri”; kafé", "I", "Ågatan 1", new(99910d, "000\\ 00"), "Lindköping", "Kim\nProvmyr", "kim@exempel.se", "0846500400", 12d, true]);

        var imports = t.Get<ImportService>();
        var id = await imports.UploadAsync(ImportKind.Employers, "arbetsgivare.xlsx", file, Ct);
        Assert.Equal(new ImportCounts(Added: 1, Workplaces: 1), await imports.CommitAsync(id, Ct));

        var workplace = (await t.Db.Employers.Include(e => e.Workplaces).SingleAsync(Ct)).Workplaces.Single();
        Assert.Equal(("Blåklintens ”bageri”; kafé", "999 10", "Kim Provmyr", "0846500400", 12, true),
            (workplace.Name, workplace.PostalCode, workplace.ContactName, workplace.ContactPhone, workplace.Employees, workplace.CollectiveAgreement));
    }

    [Fact]
    public void Cells_are_read_as_excel_shows_them() =>
        Assert.Equal("0123;2026-11-28;2026-11-28 13:45;46131234567;1,5;007;FALSKT;\"säger \"\"hej\"\"\"\n", Read(Workbooks.Of(
            ["0123", new(46354d, "yyyy\\-mm\\-dd"), new(46354.572916666664, "yyyy\\-mm\\-dd\\ hh:mm"), 46131234567d, 1.5, new(7d, "000"), false, "säger \"hej\""])));

    [Fact]
    public async Task Faults_name_the_row_that_excel_shows_even_after_empty_ones()
    {
        await using var t = await ImportTest.StartAsync();
        var imports = t.Get<ImportService>();
        var id = await imports.UploadAsync(ImportKind.Organisation, "fil.xlsx", Workbooks.Of(
            ["nivå", "kod", "namn", "överordnad", "giltig_från"], [], ["Nämnd", "KS", "", "", "2019-01-01"]), Ct);
        Assert.Contains((await imports.PreviewAsync(id, Ct)).Faults, f => f.ToString() == "Rad 3: ”namn” är tomt.");
    }

    [Fact]
    public void Of_several_sheets_the_first_is_read() =>
        Assert.Equal("först\n", Read(Workbooks.OfSheets([["först"]], [["sedan"]])));

    [Fact]
    public void An_old_or_locked_workbook_is_refused_with_what_to_do() =>
        Assert.Equal(Rule.ImportWorkbookOld, Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512]]));

    [Fact]
    public void A_broken_workbook_is_refused_wherever_it_is_broken()
    {
        var whole = Workbooks.Of(Headings);
        foreach (var length in new[] { 4, 30, whole.Length / 2, whole.Length - 30 })
            Assert.Equal(Rule.ImportWorkbookBroken, Refused(whole[..length]));
        Assert.Equal(Rule.ImportWorkbookBroken, Refused(Workbooks.Zip(("word/document.xml", "<document/>"))));
        Assert.Equal(Rule.ImportWorkbookBroken, Refused(Workbooks.WithSheet("<worksheet><sheetData><row>")));
    }

    [Fact]
    public void A_formula_that_excel_could_not_reckon_out_is_an_empty_cell() =>
        Assert.Equal("namn;kod\nEnheten\n", Read(Workbooks.Of(["namn", "kod"], ["Enheten", Workbooks.Cell.Fault("#N/A")])));

    [Fact]
    public void A_small_file_that_unpacks_to_a_huge_one_is_refused()
    {
        var bomb = Workbooks.WithSheet(new string(' ', 200 * 1024 * 1024));
        Assert.InRange(bomb.Length, 1, ImportText.MostBytes);
        Assert.Equal(Rule.ImportFileTooLarge, Refused(bomb));
    }

    [Fact]
    public void A_sheet_that_claims_a_million_wide_rows_is_refused_without_reading_them() =>
        Assert.Equal(Rule.ImportFileTooLarge, Refused(Workbooks.WithSheet(
            """<row r="1"><c r="XFD1" t="inlineStr"><is><t>x</t></is></c></row><row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>""")));

    [Theory]
    [InlineData("=\"0123\"", "0123")]
    [InlineData("0123", "0123")]
    public async Task A_number_that_excel_keeps_as_text_is_read_without_its_wrapping(string code, string read)
    {
        await using var t = await ImportTest.StartAsync();
        await t.ReadInAsync(ImportKind.Organisation, $"=\"nivå\";kod;namn;överordnad;giltig_från\nNämnd;{code};Kommunstyrelsen;;2019-01-01\n");
        Assert.Equal(read, (await t.Db.OrgUnits.SingleAsync(Ct)).Code);
    }

    [Fact]
    public async Task A_number_that_excel_has_shortened_is_a_fault()
    {
        await using var t = await ImportTest.StartAsync();
        var preview = await t.PreviewAsync(ImportKind.Organisation, "nivå;kod;namn;överordnad;giltig_från;telefon\nNämnd;KS;Kommunstyrelsen;;2019-01-01;4,6131E+10\n");
        Assert.Contains("4,6131E+10", Assert.Single(preview.Faults).Text, StringComparison.Ordinal);
    }

    private static string Read(byte[] file) => ImportText.Decode(file, "Upload");

    private static Rule Refused(byte[] file)
    {
        var breach = Assert.Throws<RuleBreachException>(() => Read(file));
        Assert.Equal("Upload", breach.Field);
        return breach.Rule;
    }
}
