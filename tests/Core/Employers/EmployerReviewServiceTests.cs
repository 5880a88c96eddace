using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Employers;

public class EmployerReviewServiceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Approval_is_told_to_each_who_speaks_for_the_employer()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync(approved: false);
        await t.AsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        await t.AsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        var staff = await t.AsAsync(Role.Coordinator);
        await t.Get<EmployerReviewService>().ApproveAsync(workplace.EmployerId, Ct);

        var employer = await t.Db.Employers.SingleAsync(Ct);
        Assert.Equal((EmployerStatus.Approved, staff), (employer.Status, employer.DecidedBy));
        Assert.Equal(2, await t.Db.Mail.CountAsync(m => m.Template == "registrering-godkand", Ct));
    }

    [Fact]
    public async Task A_no_needs_a_reason_which_stands_in_the_letter()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync(approved: false);
        await t.AsAsync(Role.UnitManager);
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<EmployerReviewService>().RejectAsync(workplace.EmployerId, " ", Ct));
        Assert.Equal((Rule.Required, "Because"), (refused.Rule, refused.Field));

        t.NewScope();
        await t.Get<EmployerReviewService>().RejectAsync(workplace.EmployerId, "Företaget är avregistrerat.", Ct);
        var letter = await t.Db.Mail.SingleAsync(Ct);
        Assert.Equal(("registrering-nekad", "kontakt@exempel.se"), (letter.Template, letter.To));
        Assert.Contains("Företaget är avregistrerat.", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_employer_may_be_approved_later_but_an_approved_one_is_not_refused()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync(approved: false);
        await t.AsAsync(Role.Coordinator);
        await t.Get<EmployerReviewService>().RejectAsync(workplace.EmployerId, "Fel nummer.", Ct);
        t.NewScope();
        await t.Get<EmployerReviewService>().ApproveAsync(workplace.EmployerId, Ct);
        Assert.Null((await t.Db.Employers.SingleAsync(Ct)).RejectedBecause);
        t.NewScope();
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<EmployerReviewService>().RejectAsync(workplace.EmployerId, "Nej.", Ct));
        Assert.Equal(Rule.EmployerAlreadyDecided, refused.Rule);
    }

    [Fact]
    public async Task A_letter_to_a_workplace_without_email_waits_as_a_call_to_make()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync(approved: false);
        await t.AsAsync(Role.Coordinator);
        var details = new WorkplaceDetails
        {
            Name = "Butiken",
            StreetAddress = "Storgatan 1",
            PostalCode = "123 45",
            City = "Lindköping",
            ContactName = "Kim Kontakt",
            ContactEmail = "",
            ContactPhone = "070-174 06 05",
            Employees = 3,
        };
        await t.Get<EmployerService>().DescribeWorkplaceAsync(workplace.Id, workplace.Version, details, Ct);
        t.NewScope();
        await t.Get<EmployerReviewService>().ApproveAsync(workplace.EmployerId, Ct);
        Assert.Equal(MailState.NoAddress, (await t.Db.Mail.SingleAsync(Ct)).State);
    }
}
