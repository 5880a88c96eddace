using EnVagUt.Core.Desk.Questions;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Colleagues;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Core.Mail;

/// <summary>Letters that somebody outside can cause to be sent to an address of their choice: to how many, and how many.</summary>
public sealed class LetterLimitsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_address_gets_five_receipts_of_questions_a_day_and_the_sixth_question_is_kept()
    {
        await using var test = await CoreTest.StartAsync();
        foreach (var email in (string[])["rönn@exempel.se", "Rönn@exempel.se", "rönn+1@exempel.se", "RÖNN@EXEMPEL.SE", "rönn+2@exempel.se", "rönn@exempel.se"])
            await AskAsync(test, email);
        await AskAsync(test, "annan@exempel.se");
        Assert.Equal((7, 6), (await test.Db.Questions.CountAsync(Ct), await LettersAsync(test, "fraga-mottagen")));

        test.Clock.Advance(TimeSpan.FromDays(1));
        await AskAsync(test, "rönn@exempel.se");
        Assert.Equal(7, await LettersAsync(test, "fraga-mottagen"));
    }

    [Fact]
    public async Task One_address_gets_five_links_for_a_new_password_and_five_confirmations_a_day()
    {
        await using var test = await CoreTest.StartAsync();
        var user = (await test.Get<AccountService>().AddEmployerUserAsync("rönn@exempel.se", "Rönn", "kvist tegel mossa", Guid.CreateVersion7(), Ct))!;
        await test.Db.SaveChangesAsync(Ct);
        for (var i = 0; i < 9; i++)
        {
            test.Clock.Advance(TimeSpan.FromMinutes(6));
            await test.Get<AccountService>().ForgotPasswordAsync("rönn@exempel.se", Ct);
            await test.Get<AccountService>().SendConfirmationAgainAsync(user, Ct);
        }
        Assert.Equal((5, 5), (await LettersAsync(test, "nytt-losenord"), await LettersAsync(test, "bekrafta-epost")));
    }

    [Fact]
    public async Task One_address_gets_five_invitations_a_day_whoever_sends_them()
    {
        await using var test = await CoreTest.StartAsync();
        for (var i = 0; i < 5; i++)
            await InviteAsync(test, await EmployerAdminAsync(test), "rönn@exempel.se");
        var breach = await Assert.ThrowsAsync<RuleBreachException>(async () => await InviteAsync(test, await EmployerAdminAsync(test), "RÖNN@exempel.se"));
        Assert.Equal((Rule.ReceiverHasEnough, "Email"), (breach.Rule, breach.Field));
        Assert.Equal(5, await LettersAsync(test, "inbjudan-kollega"));
    }

    [Fact]
    public async Task An_employer_sends_as_many_invitations_a_day_as_the_setting_says_also_when_they_are_withdrawn()
    {
        await using var test = await CoreTest.StartAsync(s => s.Configure<MailSettings>(o => o.InvitationsPerEmployerAndDay = 3));
        var employer = await EmployerAdminAsync(test);
        for (var i = 0; i < 3; i++)
        {
            await InviteAsync(test, employer, $"{i}@exempel.se");
            await test.Get<ColleagueService>().WithdrawInvitationAsync(employer, await test.Db.ColleagueInvitations.Where(c => c.WithdrawnAt == null).Select(c => c.Id).SingleAsync(Ct), Ct);
        }
        Assert.Equal(Rule.TooManyInvitations, (await Assert.ThrowsAsync<RuleBreachException>(() => InviteAsync(test, employer, "ny@exempel.se"))).Rule);
        test.NewScope();
        test.Clock.Advance(TimeSpan.FromDays(1));
        await InviteAsync(test, employer, "ny@exempel.se");
    }

    [Fact]
    public async Task An_employer_whom_nobody_has_approved_invites_nobody()
    {
        await using var test = await CoreTest.StartAsync();
        var employer = await EmployerAdminAsync(test, approved: false);
        Assert.Equal(Rule.InviteAfterApproval, (await Assert.ThrowsAsync<RuleBreachException>(() => InviteAsync(test, employer, "ny@exempel.se"))).Rule);
        Assert.Equal(0, await test.Db.Mail.CountAsync(Ct));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Letters_about_an_offer_go_to_the_contact_that_was_typed_only_when_AME_knows_the_employer(bool approved)
    {
        await using var test = await CoreTest.StartAsync();
        var workplace = await test.Stage.WorkplaceAsync(approved);
        var offer = await test.Stage.OfferAsync(workplace, published: false);
        // Who came before: another employer's, a reader, one who has left, and one whose address nobody has confirmed.
        await test.AsAsync(Role.EmployerAdmin, employerId: (await test.Stage.WorkplaceAsync(approved)).EmployerId);
        await test.AsAsync(Role.EmployerReader, employerId: workplace.EmployerId);
        var (left, unconfirmed) = (await test.AsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId), await test.AsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId));
        await test.Db.Users.Where(u => u.Id == left).ExecuteUpdateAsync(u => u.SetProperty(x => x.DeactivatedAt, test.Stamp.At), Ct);
        await test.Db.Users.Where(u => u.Id == unconfirmed).ExecuteUpdateAsync(u => u.SetProperty(x => x.EmailConfirmed, false), Ct);
        test.Clock.Advance(TimeSpan.FromMinutes(1));
        var admin = await test.AsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        await test.Get<OfferLetters>().SubmittedAsync(offer, test.Stamp, Ct);
        await test.Get<OfferLetters>().ReturnedAsync(offer, test.Stamp, Ct);
        await test.Db.SaveChangesAsync(Ct);
        var own = await test.Db.Users.Where(u => u.Id == admin).Select(u => u.Email!).SingleAsync(Ct);
        Assert.Equal([approved ? workplace.ContactEmail : own], await test.Db.Mail.Select(m => m.To).Distinct().ToListAsync(Ct));
    }

    [Fact]
    public async Task Five_offers_a_day_are_acknowledged_to_the_contact()
    {
        await using var test = await CoreTest.StartAsync();
        var workplace = await test.Stage.WorkplaceAsync();
        for (var i = 0; i < 7; i++)
        {
            await test.Get<OfferLetters>().SubmittedAsync(await test.Stage.OfferAsync(workplace, published: false), test.Stamp, Ct);
            await test.Db.SaveChangesAsync(Ct);
        }
        Assert.Equal(5, await LettersAsync(test, "platsanmalan-mottagen"));
    }

    private static Task<Guid> AskAsync(CoreTest test, string email) =>
        test.Get<QuestionService>().AskAsync(new() { Text = "Hur många kan vi ta emot?", Email = email }, Ct);

    private static Task InviteAsync(CoreTest test, Guid employer, string email) =>
        test.Get<ColleagueService>().InviteAsync(new() { EmployerId = employer, Email = email, DisplayName = "Kollega", Role = Role.EmployerReader }, Ct);

    private static async Task<Guid> EmployerAdminAsync(CoreTest test, bool approved = true)
    {
        var employer = (await test.Stage.WorkplaceAsync(approved)).EmployerId;
        await test.AsAsync(Role.EmployerAdmin, employerId: employer);
        return employer;
    }

    private static Task<int> LettersAsync(CoreTest test, string template) => test.Db.Mail.CountAsync(m => m.Template == template, Ct);
}
