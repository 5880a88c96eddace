using System.Net;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Web.Procurement;

public class ContractPagesTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static readonly Role[] AfterAward = [Role.ContractManager, Role.Coordinator, Role.UnitManager, Role.BusinessContact];

    private static Dictionary<string, string?> Form(string number) => new()
    {
        ["Contract.DiaryNumber"] = number,
        ["Contract.Title"] = $"Lokalvård {number}",
        ["Contract.SupplierName"] = "Granbarrets städ",
        ["Contract.SupplierOrgNumber"] = "599900-0010",
        ["Contract.Branch"] = "Support",
        ["Contract.From"] = "2026-10-01",
        ["Contract.To"] = "30/9 2028",
        ["Clause.Kind"] = "Either",
        ["Clause.CommitmentMonths"] = "12",
        ["Clause.Note"] = "Leverantören ska anställa.",
    };

    [Fact]
    public async Task A_contract_is_flagged_with_its_clause_and_the_first_start_is_due_after_six_months()
    {
        using var procurer = await app.SignInAsAsync(Role.Procurer);
        using var posted = await procurer.PostFormAsync("/avtal/ny", Form("KS 2026/1"));
        Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);

        var page = await procurer.GetPageAsync(posted.Headers.Location!.ToString());
        Assert.Contains("Avtalet är registrerat.", page.MainText(), StringComparison.Ordinal);
        Assert.Contains("Avtalet är inte tilldelat, och bara upphandlare ser det.", page.MainText(), StringComparison.Ordinal);
        Assert.Contains("1 apr 2027 (ingen start än)", page.MainText(), StringComparison.Ordinal);
        Assert.Equal("0 månader av 12 månader är tillgodoräknade.", page.QuerySelector("svg.progress")!.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task Before_award_nobody_but_the_procurer_finds_the_contract_and_after_it_the_others_do()
    {
        using var procurer = await app.SignInAsAsync(Role.Procurer);
        var id = await FlagAsync(procurer, "KS 2026/2");
        foreach (var role in AfterAward)
        {
            using var client = await app.SignInAsAsync(role);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/avtal/{id}")).StatusCode);
            Assert.DoesNotContain("KS 2026/2", (await client.GetPageAsync("/avtal")).MainText(), StringComparison.Ordinal);
            Assert.DoesNotContain("KS 2026/2", (await client.GetPageAsync("/avtal?Search=lokalvård")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
        using var manager = await app.SignInAsAsync(Role.ContractManager);
        foreach (var page in new[] { "andra", "krav" })
            Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"/avtal/{id}/{page}")).StatusCode);

        using var awarded = await procurer.PostFormAsync($"/avtal/{id}/tilldela", [new("AwardedOn", "2026-11-20")]);
        Assert.Equal(HttpStatusCode.Redirect, awarded.StatusCode);

        foreach (var role in AfterAward)
        {
            using var client = await app.SignInAsAsync(role);
            Assert.Contains("KS 2026/2", (await client.GetPageAsync($"/avtal/{id}")).MainText(), StringComparison.Ordinal);
            Assert.Contains("KS 2026/2", (await client.GetPageAsync("/avtal?Search=lokalv+2026")).MainText(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Wrong_fields_are_told_beside_them_and_nothing_typed_is_lost()
    {
        using var procurer = await app.SignInAsAsync(Role.Procurer);
        await FlagAsync(procurer, "KS 2026/3");
        async Task ExpectAsync(string field, string value, string id, string text)
        {
            var form = Form("KS 2026/31");
            form[field] = value;
            using var response = await procurer.PostFormAsync("/avtal/ny", form);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
            var page = await response.DocumentAsync();
            Assert.Contains(text, page.QuerySelector($"#{id}-error")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("Granbarrets städ", page.QuerySelector("#Contract_SupplierName")!.GetAttribute("value"));
        }
        await ExpectAsync("Contract.DiaryNumber", "KS 2026/3", "Contract_DiaryNumber", "finns redan");
        await ExpectAsync("Contract.SupplierOrgNumber", "599900-0011", "Contract_SupplierOrgNumber", "Organisationsnumret stämmer inte");
        await ExpectAsync("Contract.To", "2026-01-01", "Contract_To", "ligger före startdatumet");
        await ExpectAsync("Contract.Title", "", "Contract_Title", "Fyll i");
        await ExpectAsync("Clause.CommitmentMonths", "0", "Clause_CommitmentMonths", "mellan 1 och");
    }

    [Fact]
    public async Task Two_who_change_the_same_contract_do_not_overwrite_each_other()
    {
        using var procurer = await app.SignInAsAsync(Role.Procurer);
        var url = $"/avtal/{await FlagAsync(procurer, "KS 2026/4")}/andra";
        var early = await procurer.GetPageAsync(url);
        using var first = await procurer.PostFormAsync(url, [new("Contract.Title", "Lokalvård, nytt namn")]);
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);

        using var second = await procurer.PostFormAsync(early, url, [new("Contract.Title", "Lokalvård, annat namn")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        Assert.Contains("Någon annan har ändrat", (await second.DocumentAsync()).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reduction_is_granted_after_award_and_lessens_what_is_left()
    {
        using var procurer = await app.SignInAsAsync(Role.Procurer);
        var id = await FlagAsync(procurer, "KS 2026/5");
        var clause = await app.ReadAsync(db => db.Clauses.Where(k => k.ContractId == id).Select(k => k.Id).SingleAsync());
        var url = $"/avtal/{id}/krav/{clause}/reduktion";
        Dictionary<string, string?> decision = new() { ["ReductionMonths"] = "4", ["ReductionGrantedOn"] = "2026-11-20", ["Reference"] = "KS 2026/99" };

        using var early = await procurer.PostFormAsync(url, decision);
        Assert.Contains("inte tilldelat", (await early.DocumentAsync()).MainText(), StringComparison.Ordinal);

        (await procurer.PostFormAsync($"/avtal/{id}/tilldela", [new("AwardedOn", "2026-11-20")])).Dispose();
        using var manager = await app.SignInAsAsync(Role.ContractManager);
        decision["ReductionMonths"] = "13";
        using var tooLarge = await manager.PostFormAsync(url, decision);
        Assert.NotNull((await tooLarge.DocumentAsync()).QuerySelector("#ReductionMonths-error"));

        decision["ReductionMonths"] = "4";
        using var granted = await manager.PostFormAsync(url, decision);
        Assert.Equal(HttpStatusCode.Redirect, granted.StatusCode);
        var page = (await manager.GetPageAsync($"/avtal/{id}")).MainText();
        Assert.Contains("4 månader (KS 2026/99, 20 nov 2026)", page, StringComparison.Ordinal);
        Assert.Contains("Kvar8 månader", page.Replace("Kvar 8", "Kvar8", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_placement_toward_the_clause_is_counted_in_months_and_listed_without_the_person()
    {
        using var procurer = await app.SignInAsAsync(Role.Procurer);
        var id = await FlagAsync(procurer, "KS 2026/6");
        var clause = await app.ReadAsync(db => db.Clauses.Where(k => k.ContractId == id).Select(k => k.Id).SingleAsync());
        (await procurer.PostFormAsync($"/avtal/{id}/tilldela", [new("AwardedOn", "2026-11-20")])).Dispose();
        var person = await RunPlacementAsync(clause);

        using var contact = await app.SignInAsAsync(Role.BusinessContact);
        var page = await contact.GetPageAsync($"/avtal/{id}");

        Assert.Contains("Butiken", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Pågår", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(person, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("Levererat1 månad", page.MainText().Replace("Levererat 1", "Levererat1", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("saknas 9 månader när avtalet slutar", page.MainText(), StringComparison.Ordinal);
        Assert.Contains("Kvar är 11 månader", page.MainText(), StringComparison.Ordinal);
    }

    // Full time from 1 January, three months agreed; looked at on 31 January.
    private async Task<string> RunPlacementAsync(Guid clause)
    {
        var stage = new Stage(app.Database, app.Clock);
        var (from, to) = (new DateOnly(2027, 1, 1), new DateOnly(2027, 3, 31));
        var offer = await stage.OfferAsync(await stage.WorkplaceAsync(), d => d with { ClauseId = clause, From = from, To = to });
        var participant = await stage.ParticipantAsync();
        var (user, grants) = await TestUsers.AddAsync(app.Database, app.Clock, [Role.Coordinator]);
        var (employer, employerGrants) = await TestUsers.AddAsync(app.Database, app.Clock, [Role.EmployerAdmin], employerId: offer.EmployerId);
        Task<Guid> As(Func<PlacementService, Task<Guid>> work) =>
            app.InScopeAsync(s => work(s.GetRequiredService<PlacementService>()), v => v.BecomeUser(user.Id, grants));

        var id = await As(s => s.ProposeAsync(new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = from, To = to }, default));
        await As(async s =>
        {
            await s.ParticipantAnsweredAsync(id, true, default);
            await s.ReleaseAsync(id, null, default);
            await s.RequestAsync(id, default);
            return id;
        });
        await app.InScopeAsync(async s =>
        {
            await s.GetRequiredService<EmployerAnswerService>().AnswerAsync(id, true, null, default);
            return id;
        }, v => v.BecomeUser(employer.Id, employerGrants));
        app.Clock.SetStockholm(new DateOnly(2027, 1, 31));
        await As(async s =>
        {
            await s.RecordPaperAsync(id, new RecordPaper(app.Clock.Today(), "Kim Samordnare", null), default);
            await s.StartAsync(id, from, default, Answered.ToAll);
            return id;
        });
        return participant.LastName;
    }

    private static async Task<Guid> FlagAsync(HttpClient procurer, string number)
    {
        using var posted = await procurer.PostFormAsync("/avtal/ny", Form(number));
        Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);
        return Guid.Parse(posted.Headers.Location!.ToString().Split('/')[^1]);
    }
}
