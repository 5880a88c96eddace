using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Core.Employers;

public class EmployerRegistrationServiceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    internal static RegisterEmployer Registration(string? orgNumber = null, string email = "anna@exempel.se") => new()
    {
        OrgNumber = orgNumber ?? Stage.NewOrgNumber(),
        Employer = new EmployerDetails { Name = "Bageriet vid Ån", Sector = Sector.Private, Branch = Branch.Manufacturing, Size = SizeClass.From5To9 },
        Workplace = new WorkplaceDetails
        {
            Name = "Bageriet",
            StreetAddress = "Ågatan 3",
            PostalCode = "582 22",
            City = "Linköping",
            Area = "Innerstaden",
            ContactName = "Anna Andersson",
            ContactEmail = "bageriet@exempel.se",
            Employees = 7,
        },
        DisplayName = "Anna Andersson",
        Email = email,
        Password = "tre degar och en ugn",
    };

    private static Task<CoreTest> StartAsync() => CoreTest.StartAsync(s => s.AddSingleton(new Municipality { AmeEmail = "ame@exempel.se" }));

    [Fact]
    public async Task A_registration_saves_employer_workplace_account_role_and_two_letters()
    {
        await using var t = await StartAsync();
        t.AsVisitor();
        await t.Get<EmployerRegistrationService>().RegisterAsync(Registration(), Ct);

        t.AsJob();
        var employer = await t.Db.Employers.Include(e => e.Workplaces).SingleAsync(Ct);
        Assert.Equal(EmployerStatus.Pending, employer.Status);
        Assert.Equal("Bageriet", Assert.Single(employer.Workplaces).Name);
        var grant = await t.Db.RoleGrants.SingleAsync(Ct);
        Assert.Equal((Role.EmployerAdmin, employer.Id), (grant.Role, grant.EmployerId));
        Assert.False((await t.Db.Users.SingleAsync(u => u.Id == grant.UserId, Ct)).EmailConfirmed);
        var letters = await t.Db.Mail.OrderBy(m => m.Template).Select(m => new { m.Template, m.To }).ToListAsync(Ct);
        Assert.Equal(["bekrafta-epost", "registrering-inkommen"], letters.Select(l => l.Template));
        Assert.Equal(["anna@exempel.se", "ame@exempel.se"], letters.Select(l => l.To));
        Assert.Equal([employer.Id], await SearchIndex.Find(t.Db, SearchOwner.Employer, "bage ån").ToListAsync(Ct));
    }

    [Fact]
    public async Task A_number_that_is_registered_is_refused_however_it_is_written()
    {
        await using var t = await StartAsync();
        var number = Stage.NewOrgNumber();
        await t.Get<EmployerRegistrationService>().RegisterAsync(Registration(number), Ct);
        t.NewScope();
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() =>
            t.Get<EmployerRegistrationService>().RegisterAsync(Registration($"16{number[..6]}-{number[6..]}", "bo@exempel.se"), Ct));
        Assert.Equal((Rule.OrgNumberTaken, "OrgNumber"), (refused.Rule, refused.Field));
        Assert.Single(await t.Db.Employers.ToListAsync(Ct));
    }

    [Fact]
    public async Task A_known_address_gets_a_letter_and_nothing_else_is_saved()
    {
        await using var t = await StartAsync();
        await t.Get<EmployerRegistrationService>().RegisterAsync(Registration(), Ct);
        t.NewScope();
        await t.Get<EmployerRegistrationService>().RegisterAsync(Registration(), Ct);

        t.NewScope();
        Assert.Single(await t.Db.Employers.ToListAsync(Ct));
        Assert.Single(await t.Db.RoleGrants.ToListAsync(Ct));
        Assert.Single(await t.Db.Mail.Where(m => m.Template == "konto-finns").ToListAsync(Ct));
    }

    [Theory]
    [InlineData("5560160681", Rule.OrgNumberWrong)]
    [InlineData("hej", Rule.OrgNumberWrong)]
    public async Task A_wrong_number_is_refused_at_its_field(string number, Rule rule)
    {
        await using var t = await StartAsync();
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<EmployerRegistrationService>().RegisterAsync(Registration(number), Ct));
        Assert.Equal((rule, "OrgNumber"), (refused.Rule, refused.Field));
    }

    [Fact]
    public async Task Ten_who_register_the_same_number_at_once_make_one_employer()
    {
        await using var t = await CoreTest.StartInFileAsync();
        var number = Stage.NewOrgNumber();
        using var barrier = new Barrier(10);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(async () =>
        {
            await using var scope = t.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Viewer>().BecomeVisitor();
            var service = scope.ServiceProvider.GetRequiredService<EmployerRegistrationService>();
            barrier.SignalAndWait(Ct);
            try
            {
                await service.RegisterAsync(Registration(number, $"person{i}@exempel.se"), Ct);
                return (Rule?)null;
            }
            catch (RuleBreachException e)
            {
                return e.Rule;
            }
        })));
        Assert.Single(answers, a => a is null);
        Assert.Equal(9, answers.Count(a => a == Rule.OrgNumberTaken));
        Assert.Single(await t.Db.Employers.ToListAsync(Ct));
        Assert.Single(await t.Db.RoleGrants.ToListAsync(Ct));
    }

    [Fact]
    public async Task Two_who_register_with_the_same_address_at_once_make_one_account()
    {
        await using var t = await CoreTest.StartInFileAsync();
        using var barrier = new Barrier(4);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var scope = t.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Viewer>().BecomeVisitor();
            var service = scope.ServiceProvider.GetRequiredService<EmployerRegistrationService>();
            barrier.SignalAndWait(Ct);
            await service.RegisterAsync(Registration(), Ct);
        })));
        Assert.Single(await t.Db.Users.ToListAsync(Ct));
        Assert.Single(await t.Db.Employers.ToListAsync(Ct));
    }

    [Fact]
    public async Task By_phone_the_employer_is_approved_at_once_and_has_no_account()
    {
        await using var t = await StartAsync();
        await t.AsAsync(Role.BusinessContact);
        var r = Registration();
        var id = await t.Get<EmployerRegistrationService>().RegisterByPhoneAsync(new RegisterByPhone
        {
            OrgNumber = r.OrgNumber,
            Employer = r.Employer,
            Workplace = r.Workplace with { ContactEmail = "" },
        }, Ct);
        Assert.Equal(EmployerStatus.Approved, (await t.Db.Employers.SingleAsync(e => e.Id == id, Ct)).Status);
        Assert.Empty(await t.Db.RoleGrants.Where(g => g.EmployerId == id).ToListAsync(Ct));
        Assert.Empty(await t.Db.Mail.ToListAsync(Ct));
    }

    [Fact]
    public async Task An_employer_cannot_register_another_by_phone()
    {
        await using var t = await StartAsync();
        var workplace = await t.Stage.WorkplaceAsync();
        await t.AsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        var r = Registration();
        await Assert.ThrowsAsync<NotFoundException>(() => t.Get<EmployerRegistrationService>().RegisterByPhoneAsync(
            new RegisterByPhone { OrgNumber = r.OrgNumber, Employer = r.Employer, Workplace = r.Workplace }, Ct));
    }
}
