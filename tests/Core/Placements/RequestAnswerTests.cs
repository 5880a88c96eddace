using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Days;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Tests.Common;
using EnVagUt.Tests.Core.ByHand;
using EnVagUt.Tests.Core.Users;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Placements;

/// <summary>A request is answered without an account: by the link in its letter, or by telling staff who record it.</summary>
public class RequestAnswerTests
{
    private const string Letter = "forfragan-till-arbetsplats";
    private static readonly OnBehalf Said = new(BehalfChannel.Phone, "Kim Kontakt");
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<(PlacementInState Stage, string Secret)> AskedAsync(CoreTest t)
    {
        var stage = await PlacementInState.BringAsync(t, Form.Praktik, "Requested");
        t.AsJob();
        return (stage, await Links.SecretAsync(t, Letter));
    }

    private static async Task<Placement> ReadAsync(CoreTest t, Guid id)
    {
        t.AsJob();
        return await t.Db.Placements.AsNoTracking().SingleAsync(p => p.Id == id, Ct);
    }

    private static async Task RefusedAsync(CoreTest t, Rule rule, Func<Task> command)
    {
        Assert.Equal(rule, (await Assert.ThrowsAsync<RuleBreachException>(command)).Rule);
        t.NewScope();
    }

    public static TheoryData<AnswerKind, PlacementStatus, string> Kinds => new()
    {
        { AnswerKind.Yes, PlacementStatus.AwaitingPaper, "arbetsplatsen-tackar-ja" },
        { AnswerKind.No, PlacementStatus.NotHeld, "arbetsplatsen-tackar-nej" },
        { AnswerKind.MeetFirst, PlacementStatus.Requested, "arbetsplatsen-vill-traffas" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_link_in_the_letter_answers_and_tells_the_coordinator(AnswerKind kind, PlacementStatus leadsTo, string letter)
    {
        await using var t = await CoreTest.StartAsync();
        var (stage, secret) = await AskedAsync(t);
        t.AsVisitor();
        await t.Get<EmployerAnswerService>().AnswerByLinkAsync(secret, new EmployerAnswer(kind, NoCode.HighLoad), Ct);

        Assert.Equal(leadsTo, (await ReadAsync(t, stage.Id)).Status);
        Assert.Equal(1, await t.Db.Mail.CountAsync(m => m.Template == letter, Ct));
        Assert.Equal(kind == AnswerKind.No ? 0 : 1, await t.Db.Claims.CountAsync(c => c.ReleasedAt == null, Ct));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_was_told_to_staff_is_recorded_with_who_said_it_and_how(AnswerKind kind, PlacementStatus leadsTo, string letter)
    {
        await using var t = await CoreTest.StartAsync();
        var (stage, _) = await AskedAsync(t);
        var me = await t.AsAsync(Role.Consultant);
        await t.Get<EmployerAnswerService>().AnswerAsync(stage.Id, new EmployerAnswer(kind, NoCode.HighLoad, Said), Ct);

        Assert.Equal(leadsTo, (await ReadAsync(t, stage.Id)).Status);
        var behalf = await t.Db.Behalves.SingleAsync(Ct);
        Assert.Equal((stage.Id, BehalfChannel.Phone, "Kim Kontakt", me), (behalf.CaseId, behalf.Channel, behalf.SaidBy, behalf.RecordedBy));
        var history = await t.Db.History.SingleAsync(h => h.SubjectId == stage.Id && h.Verb == behalf.Act, Ct);
        Assert.Contains("Phone", history.Codes, StringComparison.Ordinal);
        Assert.DoesNotContain("Kim", history.Codes, StringComparison.Ordinal);
        // A colleague wrote it down: whoever has the case is told.
        Assert.Equal(1, await t.Db.Mail.CountAsync(m => m.Template == letter, Ct));
    }

    [Fact]
    public async Task Whoever_has_the_case_gets_no_letter_about_the_own_note()
    {
        await using var t = await CoreTest.StartAsync();
        var stage = await PlacementInState.BringAsync(t, Form.Praktik, "Requested");
        var me = await t.AsAsync(Role.Coordinator);
        await t.Db.Placements.ExecuteUpdateAsync(u => u.SetProperty(p => p.CoordinatorId, me), Ct);
        t.NewScope();
        await t.Get<EmployerAnswerService>().AnswerAsync(stage.Id, EmployerAnswer.Yes with { Behalf = Said }, Ct);
        Assert.Equal(0, await t.Db.Mail.CountAsync(m => m.Template == "arbetsplatsen-tackar-ja", Ct));
    }

    [Fact]
    public async Task Only_case_workers_of_the_gren_record_it_and_somebody_is_named()
    {
        await using var t = await CoreTest.StartAsync();
        var (stage, _) = await AskedAsync(t);
        Task Record(OnBehalf said) => t.Get<EmployerAnswerService>().AnswerAsync(stage.Id, EmployerAnswer.Yes with { Behalf = said }, Ct);
        await t.AsAsync(Role.Referrer);
        await RefusedAsync(t, Rule.NotForYourRole, () => Record(Said));
        await t.AsAsync(Role.Coordinator, Verksamhetsgren.Kaa);
        await Assert.ThrowsAsync<NotFoundException>(() => Record(Said));
        await t.AsAsync(Role.EmployerAdmin, employerId: stage.EmployerId);
        await Assert.ThrowsAsync<NotFoundException>(() => Record(Said));
        await t.AsAsync(Role.Coordinator);
        await RefusedAsync(t, Rule.Required, () => Record(Said with { SaidBy = " " }));
        // Without the words that it is told, staff do not answer for a workplace.
        await Assert.ThrowsAsync<NotFoundException>(() => t.Get<EmployerAnswerService>().AnswerAsync(stage.Id, true, null, Ct));
        Assert.Equal(PlacementStatus.Requested, (await ReadAsync(t, stage.Id)).Status);
    }

    [Fact]
    public async Task A_link_shows_the_place_and_never_who()
    {
        await using var t = await CoreTest.StartAsync();
        var (_, secret) = await AskedAsync(t);
        t.AsVisitor();
        var shown = await t.Get<EmployerAnswerService>().ReadAsync(secret, Ct);
        Assert.Equal(("Butiksbiträde", "Plocka upp varor och möta kunder.", false), (shown!.Title, shown.Tasks, shown.WantsToMeet));
        Assert.DoesNotContain("Robin", shown.ToString(), StringComparison.Ordinal);
        t.AsJob();
        var mail = await t.Db.Mail.SingleAsync(m => m.Template == Letter, Ct);
        Assert.DoesNotContain("Robin", mail.Subject + mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await t.Db.RequestLinks.ToListAsync(Ct), l => mail.Text.Contains(l.Hash, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_holds_until_the_request_is_answered_taken_back_or_too_old()
    {
        await using var t = await CoreTest.StartAsync();
        foreach (var end in new Func<PlacementInState, string, Task>[]
        {
            (_, secret) => t.Get<EmployerAnswerService>().AnswerByLinkAsync(secret, EmployerAnswer.No(NoCode.HighLoad), Ct),
            async (stage, _) =>
            {
                await t.AsAsync(Role.Coordinator);
                await t.Get<PlacementService>().CancelAsync(stage.Id, NotHeldReason.ParticipantNo, Ct);
            },
            async (stage, _) =>
            {
                await t.AsAsync(Role.EmployerAdmin, employerId: stage.EmployerId);
                await t.Get<EmployerAnswerService>().AnswerAsync(stage.Id, true, null, Ct);
            },
            async (stage, _) =>
            {
                t.AsJob();
                await t.Db.Placements.Where(p => p.Id == stage.Id).ExecuteUpdateAsync(u => u.SetProperty(p => p.IsProtected, true), Ct);
            },
            async (stage, _) =>
            {
                t.AsJob();
                await t.Db.Placements.Where(p => p.Id == stage.Id).ExecuteUpdateAsync(u => u.SetProperty(p => p.LettersStoppedAt, t.Clock.UtcNow()), Ct);
            },
            (_, _) =>
            {
                t.Clock.AdvanceDays(41);
                return Task.CompletedTask;
            },
        })
        {
            await t.Db.Mail.ExecuteDeleteAsync(Ct);
            var (stage, secret) = await AskedAsync(t);
            t.AsVisitor();
            Assert.NotNull(await t.Get<EmployerAnswerService>().ReadAsync(secret, Ct));
            await end(stage, secret);
            t.AsVisitor();
            Assert.Null(await t.Get<EmployerAnswerService>().ReadAsync(secret, Ct));
            await RefusedAsync(t, Rule.LinkNotValid, () => t.Get<EmployerAnswerService>().AnswerByLinkAsync(secret, EmployerAnswer.Yes, Ct));
            t.AsJob();
        }
        foreach (var nobodys in new[] { null, "", "okänd", new string('x', 5000) })
            Assert.Null(await t.Get<EmployerAnswerService>().ReadAsync(nobodys, Ct));
    }

    [Fact]
    public async Task Who_wants_to_meet_first_is_not_reminded_may_still_answer_and_has_ten_working_days_more()
    {
        await using var t = await CoreTest.StartAsync();
        var (stage, secret) = await AskedAsync(t);
        var asked = t.Clock.Today();
        t.AsVisitor();
        await t.Get<EmployerAnswerService>().AnswerByLinkAsync(secret, EmployerAnswer.MeetFirst, Ct);
        await RefusedAsync(t, Rule.NothingToRecord, () => t.Get<EmployerAnswerService>().AnswerByLinkAsync(secret, EmployerAnswer.MeetFirst, Ct));
        foreach (var days in new[] { 3, 7 })
            await t.RemindAsync(asked.AddWorkingDays(days));
        t.AsJob();
        Assert.Equal(0, await t.Db.Mail.CountAsync(m => m.Template == "paminnelse-forfragan", Ct));
        await t.RemindAsync(asked.AddWorkingDays(10));
        t.AsJob();
        Assert.Equal(1, await t.Db.Mail.CountAsync(m => m.Template == "forfragan-utan-svar", Ct));

        t.AsVisitor();
        await t.Get<EmployerAnswerService>().AnswerByLinkAsync(secret, EmployerAnswer.Yes, Ct);
        Assert.Equal(PlacementStatus.AwaitingPaper, (await ReadAsync(t, stage.Id)).Status);
    }

    [Fact]
    public async Task Every_reminder_has_a_link_of_its_own()
    {
        await using var t = await CoreTest.StartAsync();
        var (stage, first) = await AskedAsync(t);
        await t.RemindAsync(t.Clock.Today().AddWorkingDays(3));
        t.AsJob();
        var second = await Links.SecretAsync(t, "paminnelse-forfragan");
        Assert.NotEqual(first, second);
        t.AsVisitor();
        foreach (var secret in new[] { first, second })
            Assert.NotNull(await t.Get<EmployerAnswerService>().ReadAsync(secret, Ct));
        await t.Get<EmployerAnswerService>().AnswerByLinkAsync(second, EmployerAnswer.Yes, Ct);
        t.AsVisitor();
        Assert.Null(await t.Get<EmployerAnswerService>().ReadAsync(first, Ct));
        Assert.Equal(PlacementStatus.AwaitingPaper, (await ReadAsync(t, stage.Id)).Status);
    }
}
