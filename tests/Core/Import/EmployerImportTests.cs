using EnVagUt.Core.Desk.Import;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Employers;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Import;

public class EmployerImportTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private const string Head = "organisationsnummer;namn;sektor;bransch;storlek;arbetsplats;adress;postnr;ort;område;kontakt;epost;telefon;anställda;kollektivavtal;ansvarsförsäkring\r\n";
    private const string Bakery = "599900-0010;Blåklintens bageri;Företag;I;;;Ågatan 1;99910;Lindköping;Centrum;Kim Provmyr;kim@exempel.se;08-465 004 00;12;ja;nej\r\n";

    [Fact]
    public async Task An_employer_is_read_in_with_its_workplace_and_is_approved()
    {
        await using var t = await ImportTest.StartAsync();
        var counts = await t.ReadInAsync(ImportKind.Employers, Head + Bakery);

        Assert.Equal(new ImportCounts(Added: 1, Workplaces: 1), counts);
        var employer = await t.Db.Employers.Include(e => e.Workplaces).SingleAsync(Ct);
        Assert.Equal(("599900-0010", Sector.Private, Branch.Hospitality, SizeClass.From10To19, EmployerStatus.Approved),
            (employer.Number.Display, employer.Sector, employer.Branch, employer.Size, employer.Status));
        var workplace = Assert.Single(employer.Workplaces);
        Assert.Equal(("Blåklintens bageri", "999 10", "Centrum", 12, true, false),
            (workplace.Name, workplace.PostalCode, workplace.Area, workplace.Employees, workplace.CollectiveAgreement, workplace.LiabilityInsurance));
    }

    [Fact]
    public async Task Two_rows_with_one_number_are_one_employer_with_two_workplaces()
    {
        await using var t = await ImportTest.StartAsync();
        var second = Bakery.Replace(";I;;;", ";I;;Konditoriet;", StringComparison.Ordinal);
        Assert.Equal(new ImportCounts(Added: 1, Workplaces: 2), await t.ReadInAsync(ImportKind.Employers, Head + Bakery + second));
        Assert.Equal(SizeClass.From20To49, (await t.Db.Employers.SingleAsync(Ct)).Size);
    }

    [Fact]
    public async Task Reading_in_again_updates_by_number_and_keeps_what_the_file_does_not_say()
    {
        await using var t = await ImportTest.StartAsync();
        await t.ReadInAsync(ImportKind.Employers, Head + Bakery);
        Assert.Equal(default, await t.ReadInAsync(ImportKind.Employers, Head + Bakery));

        const string shortHead = "orgnr;företag;bransch;adress;postnummer;ort;kontaktperson;e-post;antal anställda\n";
        var counts = await t.ReadInAsync(ImportKind.Employers,
            shortHead + "5999000010;Blåklintens bageri;Hotell och restaurang;Ågatan 3;999 10;Lindköping;Lo Testlund;lo@exempel.se;14\n");

        Assert.Equal(new ImportCounts(WorkplacesChanged: 1), counts);
        t.NewScope();
        var workplace = await t.Db.Workplaces.SingleAsync(Ct);
        Assert.Equal(("Ågatan 3", "Lo Testlund", 14, true, "08-465 004 00", "Centrum"),
            (workplace.StreetAddress, workplace.ContactName, workplace.Employees, workplace.CollectiveAgreement, workplace.ContactPhone, workplace.Area));
    }

    [Fact]
    public async Task An_enskild_firma_is_read_in_and_its_number_stays_masked()
    {
        await using var t = await ImportTest.StartAsync();
        await t.ReadInAsync(ImportKind.Employers, Head + Bakery.Replace("599900-0010", "18900101-9802", StringComparison.Ordinal));
        var number = (await t.Db.Employers.SingleAsync(Ct)).Number;
        Assert.True(number.IsSoleTrader);
        Assert.Equal("••••••-9802", number.Display);
    }

    [Theory]
    [InlineData("599900-0010", "599900-0011", "sista är en kontrollsiffra")]
    [InlineData("599900-0010", "212000-9994", "kommunens eget organisationsnummer")]
    [InlineData("599900-0010", "", "”organisationsnummer” är tomt")]
    [InlineData("Blåklintens bageri", "", "”namn” är tomt")]
    [InlineData(";I;", ";Bagerier;", "”bransch” är ”Bagerier”")]
    [InlineData(";I;", ";;", "”bransch” är tomt")]
    [InlineData("Företag", "Kommunens egen verksamhet", "läses in med organisationsfilen")]
    [InlineData("99910", "9991", "Ett postnummer har fem siffror")]
    [InlineData("kim@exempel.se", "", "”epost” är tomt")]
    [InlineData("Kim Provmyr", "", "”kontakt” är tomt")]
    [InlineData(";12;", ";-1;", "Skriv ett heltal")]
    [InlineData(";ja;", ";kanske;", "Skriv ja eller nej")]
    public async Task A_faulty_row_is_told_with_its_line_and_nothing_is_saved(string right, string wrong, string reason)
    {
        await using var t = await ImportTest.StartAsync();
        var file = Head + Bakery.Replace("599900-0010", "599900-0028", StringComparison.Ordinal) + Bakery.Replace(right, wrong, StringComparison.Ordinal);

        var preview = await t.PreviewAsync(ImportKind.Employers, file);
        Assert.Contains(preview.Faults, f => f.Line == 3 && f.Text.Contains(reason, StringComparison.Ordinal));

        await Assert.ThrowsAsync<RuleBreachException>(() => t.ReadInAsync(ImportKind.Employers, file));
        t.NewScope();
        Assert.Equal(0, await t.Db.Employers.CountAsync(Ct));
    }

    [Fact]
    public async Task One_number_under_two_names_or_one_workplace_twice_is_a_fault()
    {
        await using var t = await ImportTest.StartAsync();
        var preview = await t.PreviewAsync(ImportKind.Employers, Head + Bakery + Bakery + Bakery.Replace("Blåklintens", "Lingonets", StringComparison.Ordinal));
        Assert.Contains(preview.Faults, f => f.Line == 3 && f.Text.StartsWith("Arbetsplatsen ”Blåklintens bageri” finns också på rad 2", StringComparison.Ordinal));
        Assert.Contains(preview.Faults, f => f.Line == 4 && f.Text.Contains("heter ”Blåklintens bageri” på rad 2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fault_never_repeats_the_number()
    {
        await using var t = await ImportTest.StartAsync();
        var preview = await t.PreviewAsync(ImportKind.Employers, Head + Bakery.Replace("599900-0010", "18900101-9803", StringComparison.Ordinal));
        Assert.NotEmpty(preview.Faults);
        Assert.DoesNotContain(preview.Faults, f => f.Text.Contains("9803", StringComparison.Ordinal));
    }
}
