using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Tests.Common;
using EnVagUt.Tests.Web.Coordination;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Web.Admin;

/// <summary>Roles do what their names say: what is not theirs to know shows nowhere, and that somebody tried is kept.</summary>
public class WhatRolesSeeTests(PortalApp app) : CoordinatorPages(app)
{
    private async Task<ReadLogEntry> LoggedAsync(Guid subject)
    {
        await App.Services.GetRequiredService<ReadLog>().FlushAsync();
        return await App.ReadAsync(db => db.ReadLog.Where(r => r.SubjectId == subject).OrderByDescending(r => r.At).ThenByDescending(r => r.Seq).FirstAsync());
    }

    [Fact]
    public async Task An_administrator_reads_that_a_letter_went_to_a_person_and_not_to_whom()
    {
        var (_, _, id) = await PlacementAsync();
        var letter = await App.ReadAsync(async db =>
        {
            var mail = new OutgoingMail($"prov/{id:N}", "overenskommelse-personlig-lank", "hemlig@exempel.se", "Godkänn", "Hej", "<p>Hej</p>", App.Clock.GetUtcNow().UtcDateTime, id);
            db.Mail.Add(mail);
            await db.SaveChangesAsync();
            return mail.Id;
        });
        using var client = await App.SignInAsAsync(Role.Administrator);
        foreach (var page in new[] { "/admin/brev", $"/admin/brev/{letter}" })
        {
            var text = (await client.GetPageAsync(page)).MainText();
            Assert.DoesNotContain("hemlig@exempel.se", text, StringComparison.Ordinal);
            Assert.Contains("Den som skulle godkänna", text, StringComparison.Ordinal);
        }
        Assert.Equal((nameof(OutgoingMail), false), ((await LoggedAsync(id)).SubjectKind, (await LoggedAsync(id)).Refused));
    }

    [Fact]
    public async Task That_somebody_asked_for_anothers_page_is_kept()
    {
        var (_, participant, id) = await PlacementAsync();
        using var other = await App.SignInAsAsync(Role.Coordinator, Verksamhetsgren.Kaa);
        using var person = await other.GetAsync($"/deltagare/{participant.Id}");
        Assert.Equal(("Participant", true), ((await LoggedAsync(participant.Id)).SubjectKind, (await LoggedAsync(participant.Id)).Refused));
        using var refused = await other.GetAsync($"/placeringar/{id}");
        Assert.Equal(("Placement", true), ((await LoggedAsync(id)).SubjectKind, (await LoggedAsync(id)).Refused));
        using var nobody = await other.GetAsync($"/placeringar/{Guid.NewGuid()}");
        using var own = await App.SignInAsAsync(Role.Coordinator);
        await own.GetPageAsync($"/placeringar/{id}");
        Assert.False((await LoggedAsync(id)).Refused);
    }

    [Fact]
    public async Task A_lasare_at_an_employer_sees_places_and_days_and_nobody()
    {
        var (offer, participant, id) = await PlacementAsync(PlacementStatus.ReadyToStart);
        using var reader = await App.SignInAsAsync(Role.EmployerReader, employerId: offer.EmployerId);
        using var supervisor = await App.SignInAsAsync(Role.EmployerSupervisor, employerId: offer.EmployerId);
        foreach (var page in new[] { "/arbetsgivare/placeringar", $"/arbetsgivare/forfragningar/{id}", $"/arbetsgivare/platser/{offer.Id}" })
        {
            var text = (await reader.GetPageAsync(page)).MainText();
            Assert.DoesNotContain(participant.FirstName, text, StringComparison.Ordinal);
            Assert.DoesNotContain("Behöver korta pauser", text, StringComparison.Ordinal);
            Assert.Contains(participant.FirstName, (await supervisor.GetPageAsync(page)).MainText(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_role_that_opens_no_page_is_not_offered()
    {
        using var client = await App.SignInAsAsync(Role.Administrator);
        var offered = (await client.GetPageAsync("/admin/anvandare/ny")).QuerySelectorAll("[name=Granted]").Select(i => i.GetAttribute("value")).ToList();
        Assert.DoesNotContain(nameof(Role.SchoolCoordinator), offered);
        Assert.DoesNotContain(nameof(Role.Referrer), offered);
        Assert.Contains(nameof(Role.ReportReader), offered);
    }

    [Fact]
    public async Task Whoever_decides_about_an_enskild_firma_sees_its_number_until_it_is_decided_and_that_is_kept()
    {
        var employer = await App.ReadAsync(async db =>
        {
            var made = Core.Parties.Employers.Employer.Register(new EmployerDetails { Name = "Enskilda firman", Sector = Sector.Private, Branch = Branch.Trade, Size = SizeClass.None },
                OrgNumber.Parse("900517-9982"), null, new(null, App.Clock.GetUtcNow().UtcDateTime));
            db.Add(made);
            await db.SaveChangesAsync();
            return made.Id;
        });
        using var client = await App.SignInAsAsync(Role.BusinessContact);
        using var consultant = await App.SignInAsAsync(Role.Consultant);
        Assert.Contains("900517-9982", (await client.GetPageAsync($"/foretag/{employer}")).MainText(), StringComparison.Ordinal);
        Assert.Equal("Employer", (await LoggedAsync(employer)).SubjectKind);
        Assert.DoesNotContain("900517", (await consultant.GetPageAsync($"/foretag/{employer}")).MainText(), StringComparison.Ordinal);
        (await client.PostFormAsync($"/foretag/{employer}", button: "Godkänn")).Dispose();
        Assert.DoesNotContain("900517", (await client.GetPageAsync($"/foretag/{employer}")).MainText(), StringComparison.Ordinal);
    }
}
