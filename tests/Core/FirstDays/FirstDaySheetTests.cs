using EnVagUt.Core.Cases.FirstDays;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Tests.Core.Agreements;
using EnVagUt.Tests.Core.Reports;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.FirstDays;

/// <summary>The sheet that somebody takes along on the first day, and may leave lying on a bus.</summary>
public class FirstDaySheetTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static readonly FirstDayAnswers Answers = new()
    {
        Entrance = "Personalingången på baksidan", GettingThere = "Buss 12 till Storgatan", Clothes = "Oömma kläder", SickCallName = "Siv Sjuk", SickCallPhone = "013-20 60 11",
    };

    private static Task<FirstDaySheet> SheetAsync(AgreementStage s) =>
        FirstDaySheet.Of(s.Test.Db, s.Test.Db.Placements.AsNoTracking().Where(p => p.Id == s.PlacementId)).SingleAsync(Ct);

    private static async Task TellAsync(AgreementStage s, FirstDayAnswers answers)
    {
        s.Test.NewScope();
        await s.Test.Get<EmployerService>().TellFirstDayAsync((await s.PlacementAsync()).WorkplaceId, answers, Ct);
        s.Test.NewScope();
    }

    [Fact]
    public async Task It_says_when_where_and_whom_to_ask_and_nothing_that_tells_why_the_person_is_there()
    {
        await using var s = await AgreementStage.StartAsync();
        await s.GivePhonesAsync();
        await TellAsync(s, Answers);
        var sheet = await SheetAsync(s);
        Assert.Empty(sheet.Missing);
        var text = WordText.ReadAll(FirstDayFile.Write(sheet));
        foreach (var said in new[]
        {
            "Första dagen – Robin", "Måndag 7 december 2026 klockan 08.00", "Butiken", "Storgatan 1, 123 45 Lindköping", "Personalingången på baksidan", "Buss 12 till Storgatan",
            "Oömma kläder", "Sam Handledare, 013-20 60 12", "Ring Siv Sjuk, 013-20 60 11",
        })
            Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)Provperson|praktik|pauser|arbetsmarknad|kommun", text);
        Assert.DoesNotContain("____", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_workplace_has_not_answered_is_said_and_has_a_line_to_write_on()
    {
        await using var s = await AgreementStage.StartAsync();
        await TellAsync(s, Answers with { Clothes = " ", SickCallPhone = null });
        var sheet = await SheetAsync(s);
        Assert.Equal(["kläder", "telefon vid sjukdom"], sheet.Missing);
        var text = WordText.Read(FirstDayFile.Write(sheet));
        Assert.Contains("Kläder\n____", text, StringComparison.Ordinal);
        Assert.Contains("Ring Siv Sjuk, före", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_are_practical_and_void_nothing_and_the_same_again_change_nothing()
    {
        await using var s = await AgreementStage.StartAsync();
        await s.SentAsync();
        await s.ApproveAsWorkplaceAsync();
        var before = await s.ReadAsync();
        var workplaceId = (await s.PlacementAsync()).WorkplaceId;
        var booking = await s.Test.Db.Workplaces.Where(w => w.Id == workplaceId).Select(w => w.BookingVersion).SingleAsync(Ct);
        await TellAsync(s, Answers);
        await TellAsync(s, Answers with { Entrance = "  Personalingången på baksidan\r\n" });
        await s.ReviseAsync(w => w);
        Assert.Equal((before.Version, 1), ((await s.ReadAsync()).Version, (await s.ReadAsync()).Given.Count));
        Assert.Equal(booking, await s.Test.Db.Workplaces.Where(w => w.Id == workplaceId).Select(w => w.BookingVersion).SingleAsync(Ct));
        Assert.Equal(1, await s.Test.Db.History.CountAsync(h => h.SubjectId == workplaceId && h.Verb == "FirstDayTold", Ct));
    }

    [Theory]
    [InlineData(PlacementStatus.Requested, false)]
    [InlineData(PlacementStatus.AwaitingPaper, true)]
    [InlineData(PlacementStatus.ReadyToStart, true)]
    [InlineData(PlacementStatus.Running, true)]
    [InlineData(PlacementStatus.Ended, false)]
    [InlineData(PlacementStatus.Voided, false)]
    public void It_is_there_from_the_workplaces_yes_to_the_end(PlacementStatus status, bool there) => Assert.Equal(there, FirstDaySheet.IsFor(status));
}
