using DocumentFormat.OpenXml.Wordprocessing;
using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Core.Cases.FirstDays;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Post.Documents;
using EnVagUt.Tests.Core.Agreements;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Reports;

/// <summary>Whatever somebody once pasted into a row, the Word files of it can be written and opened.</summary>
public class WordFileTests
{
    /// <summary>A line break of Word's, other controls, halves of surrogate pairs and what is no character.</summary>
    internal const string Strange = "a\u000bb\0c\u001f\ud83cd\udf1e\ufffee\uffff\u0085f\u2028g🌞";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<int> Units => [.. Enumerable.Range(0, 0x20), 0x7f, 0x85, 0x200d, 0x2028, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0xfdd0, 0xfeff, 0xfffd, 0xfffe, 0xffff];

    [Theory]
    [MemberData(nameof(Units))]
    public void A_file_can_hold_any_unit_in_every_place_that_takes_text(int unit)
    {
        var text = $"före{(char)unit}efter";
        var file = WordFile.Write(Body(text), text, text, text, new DateTime(2027, 1, 20, 8, 0, 0, DateTimeKind.Utc));
        Assert.Matches("(?s)före.?efter", WordText.ReadAll(file));
    }

    private static Body Body(string text) => new(
        WordFile.Heading(1, text), WordFile.Paragraph("Normal", text), WordFile.Fact(text, text), WordFile.Signatures(text, text),
        WordFile.Table(text, text, [new WordFile.Row(text, text, false, [(text, text)])]), WordFile.Paragraph("Note", text), WordFile.Page());

    [Fact]
    public async Task A_report_that_was_locked_with_such_rows_can_be_approved_and_read()
    {
        await using var s = await ReportStage.StartAsync();
        s.Test.Clock.SetStockholm(new DateOnly(2027, 1, 20));
        var locked = await s.LockAsync(s.Care);
        await using (var db = s.Test.Database.Open())
        {
            await db.AnnualReports.ExecuteUpdateAsync(u => u.SetProperty(r => r.NamndName, $"Omsorg{Strange}nämnden").SetProperty(r => r.AuthorName, Strange), Ct);
            await db.ReportTables.ExecuteUpdateAsync(u => u.SetProperty(t => t.Title, Strange).SetProperty(t => t.Note, Strange), Ct);
        }
        await s.Test.AsAsync(Role.UnitManager);
        await s.Service.ApproveAsync(locked.Id, locked.Version, $"Ulla{Strange}", null, Ct);
        s.Test.NewScope();
        Assert.Contains("a b c", WordText.ReadAll((await s.Service.DocumentAsync(locked.Id, Ct)).Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agreement_and_a_first_day_sheet_can_be_written_of_such_rows()
    {
        await using var s = await AgreementStage.StartAsync(needs: Strange);
        await s.SentAsync(goals: $"Mål{Strange}");
        var view = await s.ViewAsync() with { PersonName = Strange };
        Assert.Contains("Måla b c", WordText.Read(s.Test.Get<AgreementFile>().Write(view)), StringComparison.Ordinal);

        var workplaceId = (await s.PlacementAsync()).WorkplaceId;
        s.Test.NewScope();
        await s.Test.Get<EmployerService>().TellFirstDayAsync(workplaceId, new FirstDayAnswers { Clothes = $"Kläder{Strange}" }, Ct);
        s.Test.NewScope();
        var sheet = await FirstDaySheet.Of(s.Test.Db, s.Test.Db.Placements.AsNoTracking().Where(p => p.Id == s.PlacementId)).SingleAsync(Ct);
        Assert.Contains("Klädera b c", WordText.ReadAll(FirstDayFile.Write(sheet)), StringComparison.Ordinal);
    }
}
