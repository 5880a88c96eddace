using System.Net;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Core.Places.Procurement;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Employer;

public class OfferFormTests(PortalApp app) : IClassFixture<PortalApp>
{
    private Stage Stage => new(app.Database, app.Clock);

    private static Dictionary<string, string?> Fields(Workplace workplace) => new()
    {
        ["Input.WorkplaceId"] = workplace.Id.ToString(),
        ["Input.Title"] = "Hjälpa till i köket",
        ["Input.Tasks"] = "Skala, diska och duka.",
        ["Input.Slots"] = "2",
        ["Input.From"] = "7/12 2026",
        ["Input.To"] = "2027-03-31",
        ["Input.Swedish"] = "Everyday",
        ["Input.ReplacesLeaver"] = "No",
        ["Input.ReemploymentRight"] = "No",
        ["Input.BeyondStaffing"] = "Yes",
    };

    private static Dictionary<string, string?> WithoutStaffing(Workplace workplace) =>
        Fields(workplace).Where(f => f.Key is not ("Input.ReplacesLeaver" or "Input.ReemploymentRight" or "Input.BeyondStaffing")).ToDictionary();

    private async Task<(Workplace Workplace, HttpClient Client)> EmployerAsync(bool approved = true)
    {
        var workplace = await Stage.WorkplaceAsync(approved: approved, supervisorCeiling: 3);
        return (workplace, await app.SignInAsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId));
    }

    private Task<Offer> SavedAsync(Guid workplaceId) =>
        app.ReadAsync(db => db.Offers.Include(o => o.Slots).OrderByDescending(o => o.CreatedAt).ThenByDescending(o => o.Seq).FirstAsync(o => o.WorkplaceId == workplaceId));

    [Fact]
    public async Task The_kinds_are_offered_under_headings_prao_among_them()
    {
        var (_, client) = await EmployerAsync();
        var page = await client.GetPageAsync("/arbetsgivare/platser/ny");
        var offered = page.QuerySelectorAll("a.card").Select(a => a.GetAttribute("href")!.Split('/')[^1]).ToList();
        Assert.Equal(["praktik", "arbetstraning", "spraktraning"], offered.Intersect(["praktik", "arbetstraning", "spraktraning"]));
        Assert.Equal(["lonestod", "krav"], offered[^2..]);
        // Switched off until the municipality switches it on.
        Assert.DoesNotContain("aktivitet", offered);
        Assert.Contains("prao", offered);
        Assert.DoesNotContain("afpraktik", offered);
        Assert.NotNull((await client.GetPageAsync("/arbetsgivare/platser/ny/prao")).QuerySelector("main form[method=post]"));
        using var refused = await client.GetAsync("/arbetsgivare/platser/ny/afpraktik");
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task A_praktik_is_sent_in_with_the_office_week_that_was_ticked_from_the_start()
    {
        var (workplace, client) = await EmployerAsync();
        var fields = Fields(workplace);
        fields["Input.SupervisorId"] = workplace.Supervisors[0].Id.ToString();
        using var answer = await client.PostFormAsync("/arbetsgivare/platser/ny/praktik", fields, button: "Skicka in");

        var offer = await SavedAsync(workplace.Id);
        Assert.Equal($"/arbetsgivare/platser/{offer.Id}", answer.Headers.Location?.OriginalString);
        Assert.Equal((OfferStatus.Submitted, Form.Praktik, OfferKind.Praktik, 2), (offer.Status, offer.Form, offer.Kind, offer.Slots.Count));
        Assert.Equal((new DateOnly(2026, 12, 7), new DateOnly(2027, 3, 31)), (offer.From, offer.To));
        Assert.Equal(Cells.OfficeWeek, offer.Pattern.Cells);
        Assert.Equal(100, offer.Pattern.ExtentPercent(offer.Pattern.Cells));
        Assert.Equal(workplace.Supervisors[0].Id, offer.SupervisorId);
        var page = await client.GetPageAsync($"/arbetsgivare/platser/{offer.Id}");
        Assert.Equal("Anmälan är inskickad.", page.QuerySelector("[role=status]")!.TextContent);
        Assert.Contains("mån–fre fm och em", page.MainText(), StringComparison.Ordinal);
        Assert.Equal(1, await app.ReadAsync(db => db.Mail.CountAsync(m => m.CaseId == offer.Id && m.Template == "platsanmalan-mottagen")));
    }

    [Theory]
    [InlineData("prao")]
    [InlineData("feriejobb")]
    public async Task A_place_for_the_young_is_sent_in_as_the_form_stands_and_asks_nothing_of_the_staffing(string slug)
    {
        var (workplace, client) = await EmployerAsync();
        var form = await client.GetPageAsync($"/arbetsgivare/platser/ny/{slug}");
        Assert.Null(form.QuerySelector("[name='Input.ReplacesLeaver']"));
        var fields = WithoutStaffing(workplace);
        using var answer = await client.PostFormAsync(form, $"/arbetsgivare/platser/ny/{slug}", fields, "Skicka in");
        var offer = await SavedAsync(workplace.Id);
        Assert.Equal((OfferStatus.Submitted, 35 * 60), (offer.Status, offer.Pattern.Times.Sum(t => t.Minutes)));
        Assert.Contains($"Form{offer.Form.Label()}", (await client.GetPageAsync($"/arbetsgivare/platser/{offer.Id}")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prao_of_eight_hours_is_refused_beside_the_week()
    {
        var (workplace, client) = await EmployerAsync();
        var fields = WithoutStaffing(workplace);
        fields["Input.Week.Usually[1].End"] = "16:30";
        using var answer = await client.PostFormAsync("/arbetsgivare/platser/ny/prao", fields, button: "Skicka in");
        var page = await RefusedAsync(answer, "Prao är bara till för unga under 18 år");
        Assert.NotNull(page.QuerySelector("#fel a[href='#pattern']"));
    }

    [Theory]
    [InlineData(Sector.Private, false)]
    [InlineData(Sector.OwnMunicipality, true)]
    public async Task A_private_employer_is_not_asked_about_supports_for_public_ones(Sector sector, bool isAsked)
    {
        var (workplace, client) = await EmployerAsync();
        await app.ReadAsync(db => db.Employers.Where(e => e.Id == workplace.EmployerId).ExecuteUpdateAsync(set => set.SetProperty(e => e.Sector, sector)));
        var form = await client.GetPageAsync("/arbetsgivare/platser/ny/lonestod");
        Assert.NotNull(form.QuerySelector("[name='Input.Supports'][value=Nystartsjobb]"));
        Assert.Equal(isAsked, form.QuerySelector("[name='Input.Supports'][value=Osa]") is not null);
    }

    [Fact]
    public async Task An_employer_that_waits_for_approval_saves_drafts_and_sends_in()
    {
        var (workplace, client) = await EmployerAsync(approved: false);
        using var draft = await client.PostFormAsync("/arbetsgivare/platser/ny/praktik", Fields(workplace), button: "Spara utkast");
        Assert.Equal(OfferStatus.Draft, (await SavedAsync(workplace.Id)).Status);
        using var sent = await client.PostFormAsync("/arbetsgivare/platser/ny/praktik", Fields(workplace), button: "Skicka in");
        Assert.Equal(OfferStatus.Submitted, (await SavedAsync(workplace.Id)).Status);
        Assert.Contains("så snart er registrering är godkänd", (await client.GetPageAsync(sent.Headers.Location!.OriginalString)).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_employment_names_the_supports_that_the_employer_is_open_to()
    {
        var (workplace, client) = await EmployerAsync();
        var form = await client.GetPageAsync("/arbetsgivare/platser/ny/lonestod");
        Assert.Null(form.QuerySelector("[name='Input.ClauseId']"));
        var fields = Fields(workplace).Append(new("Input.Supports", "Nystartsjobb")).Append(new("Input.Supports", "LonebidragAnstallning"));
        using var answer = await client.PostFormAsync(form, "/arbetsgivare/platser/ny/lonestod", fields, "Skicka in");
        var offer = await SavedAsync(workplace.Id);
        Assert.Equal((Form.Employment, OfferKind.SupportedEmployment), (offer.Form, offer.Kind));
        Assert.Equal([Lonestod.Nystartsjobb, Lonestod.LonebidragAnstallning], offer.Supports);
    }

    [Fact]
    public async Task A_praktik_form_asks_for_no_support_and_takes_none()
    {
        var (workplace, client) = await EmployerAsync();
        var form = await client.GetPageAsync("/arbetsgivare/platser/ny/praktik");
        Assert.Null(form.QuerySelector("[name='Input.Supports']"));
        using var answer = await PostRawAsync(client, form, "/arbetsgivare/platser/ny/praktik", [.. Fields(workplace), new("Input.Supports", "Nystartsjobb"), new("Input.Form", "Praktik")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task A_place_from_a_clause_is_linked_to_the_employers_own_contract()
    {
        var (workplace, client) = await EmployerAsync();
        Assert.Contains("Vi hittar inget gällande avtal", (await client.GetPageAsync("/arbetsgivare/platser/ny/krav")).MainText(), StringComparison.Ordinal);
        var (clauseId, _) = await ContractAsync(workplace.EmployerId, ClauseKind.Employment);
        var (othersClauseId, _) = await ContractAsync((await Stage.WorkplaceAsync()).EmployerId, ClauseKind.Employment);

        var form = await client.GetPageAsync("/arbetsgivare/platser/ny/krav");
        Assert.Equal(["", clauseId.ToString()], form.QuerySelectorAll("[name='Input.ClauseId'] option").Select(o => o.GetAttribute("value")));

        var fields = Fields(workplace);
        fields["Input.Form"] = "Employment";
        fields["Input.ClauseId"] = "";
        using var without = await client.PostFormAsync(form, "/arbetsgivare/platser/ny/krav", fields, "Skicka in");
        await RefusedAsync(without, RuleText.Of(Rule.ClauseRequired));

        fields["Input.ClauseId"] = othersClauseId.ToString();
        using var others = await client.PostFormAsync(form, "/arbetsgivare/platser/ny/krav", fields, "Skicka in");
        await RefusedAsync(others, "Uppgiften hör till någon annan");

        fields["Input.ClauseId"] = clauseId.ToString();
        fields["Input.Form"] = "Praktik";
        using var otherForm = await client.PostFormAsync(form, "/arbetsgivare/platser/ny/krav", fields, "Skicka in");
        await RefusedAsync(otherForm, "Kravet i avtalet gäller anställning");

        fields["Input.Form"] = "Employment";
        using var right = await client.PostFormAsync(form, "/arbetsgivare/platser/ny/krav", fields, "Skicka in");
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        var offer = await SavedAsync(workplace.Id);
        Assert.Equal((OfferKind.Clause, clauseId), (offer.Kind, offer.ClauseId));
    }

    [Theory]
    [InlineData("Input.Title", "", "Fyll i uppgiften")]
    [InlineData("Input.Tasks", "", "Fyll i uppgiften")]
    [InlineData("Input.From", "32/13 2026", "Datumet finns inte i kalendern")]
    [InlineData("Input.From", "", "Fyll i uppgiften")]
    [InlineData("Input.To", "2026-12-01", "Slutdatumet ligger före startdatumet")]
    [InlineData("Input.Slots", "0", "mellan 1 och 50")]
    [InlineData("Input.WorkplaceId", "", "Fyll i uppgiften")]
    [InlineData("Input.Week.Usually[0].Start", "tidigt", "Skriv klockslaget")]
    [InlineData("Input.Week.Usually[0].Start", "13:00", "Sluttiden ligger före starttiden")]
    [InlineData("Input.Week.Own[0].End", "07:00", "Sluttiden ligger före starttiden")]
    public async Task A_refused_field_says_why_and_what_was_typed_stays(string field, string value, string message)
    {
        var (workplace, client) = await EmployerAsync();
        var fields = Fields(workplace);
        fields["Input.Requirements"] = "Arbetsskor";
        fields[field] = value;
        using var answer = await client.PostFormAsync("/arbetsgivare/platser/ny/praktik", fields, button: "Skicka in");
        var page = await RefusedAsync(answer, message);
        Assert.Equal("Arbetsskor", page.QuerySelector("[name='Input.Requirements']")!.TextContent.Trim());
        var input = page.QuerySelector($"[name='{field}']")!;
        Assert.Equal(value, input.TagName == "INPUT" ? input.GetAttribute("value") ?? "" : input.TagName == "TEXTAREA" ? input.TextContent.Trim() : "");
        Assert.False(await app.ReadAsync(db => db.Offers.AnyAsync(o => o.WorkplaceId == workplace.Id)));
    }

    [Fact]
    public async Task The_questions_about_staffing_are_answered_before_it_is_sent_in_but_not_for_a_draft()
    {
        var (workplace, client) = await EmployerAsync();
        var fields = Fields(workplace);
        fields["Input.ReemploymentRight"] = null;
        using var refused = await client.PostFormAsync("/arbetsgivare/platser/ny/praktik", fields, button: "Skicka in");
        var page = await RefusedAsync(refused, "Svara ja eller nej på alla tre frågorna");
        Assert.NotNull(page.QuerySelector("[name='Input.BeyondStaffing'][value=Yes][checked]"));
        Assert.Contains("de senaste 12 månaderna", page.MainText(), StringComparison.Ordinal);
        using var draft = await client.PostFormAsync("/arbetsgivare/platser/ny/praktik", fields, button: "Spara utkast");
        Assert.Equal((OfferStatus.Draft, new Displacement(YesOrNo.No, null, YesOrNo.Yes)), ((await SavedAsync(workplace.Id)).Status, (await SavedAsync(workplace.Id)).Displacement));
    }

    [Fact]
    public async Task A_week_without_a_single_tick_is_refused_and_stays_unticked()
    {
        var (workplace, client) = await EmployerAsync();
        var fields = Fields(workplace);
        fields["Input.Week.Ticked"] = null;
        using var answer = await client.PostFormAsync("/arbetsgivare/platser/ny/praktik", fields, button: "Skicka in");
        var page = await RefusedAsync(answer, "Kryssa för minst ett pass");
        Assert.Empty(page.QuerySelectorAll("[name='Input.Week.Ticked'][checked]"));
        Assert.NotNull(page.QuerySelector("#fel a[href='#pattern']"));
    }

    [Fact]
    public async Task Times_of_their_own_hold_for_single_days_and_come_back_when_the_draft_is_opened()
    {
        var (workplace, client) = await EmployerAsync();
        var fields = Fields(workplace);
        fields["Input.Week.Ticked"] = null;
        var ticked = fields.Append(new("Input.Week.Ticked", "0")).Append(new("Input.Week.Ticked", "3")).Append(new("Input.Week.Ticked", "5"))
            .Append(new("Input.Week.Own[3].Start", "9")).Append(new("Input.Week.Usually[2].End", "19.30")).Append(new("Input.Week.Usually[0].BreakMinutes", "15"))
            .Where(f => f.Key != "Input.Week.Ticked" || f.Value is not null);
        using var answer = await client.PostFormAsync("/arbetsgivare/platser/ny/praktik", ticked, button: "Spara utkast");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var offer = await SavedAsync(workplace.Id);
        Assert.Equal("0:0800-1200-15 3:0900-1200-15 5:1700-1930-0", offer.Pattern.ToString());

        var edit = await client.GetPageAsync($"/arbetsgivare/platser/{offer.Id}/andra");
        Assert.Equal(["0", "3", "5"], edit.QuerySelectorAll("[name='Input.Week.Ticked'][checked]").Select(e => e.GetAttribute("value")));
        using var unchanged = await client.PostFormAsync(edit, $"/arbetsgivare/platser/{offer.Id}/andra", button: "Spara utkast");
        Assert.Equal(offer.Pattern.ToString(), (await SavedAsync(workplace.Id)).Pattern.ToString());
    }

    [Fact]
    public async Task A_supervisor_from_another_workplace_is_refused()
    {
        var (workplace, client) = await EmployerAsync();
        var second = await Stage.WorkplaceAsync(employerId: workplace.EmployerId, supervisorCeiling: 1);
        var fields = Fields(workplace);
        fields["Input.SupervisorId"] = second.Supervisors[0].Id.ToString();
        using var answer = await client.PostFormAsync("/arbetsgivare/platser/ny/praktik", fields, button: "Skicka in");
        await RefusedAsync(answer, "Handledaren finns inte på den arbetsplats du har valt");
    }

    [Fact]
    public async Task Another_employers_workplace_is_refused()
    {
        var (workplace, client) = await EmployerAsync();
        var others = await Stage.WorkplaceAsync();
        var fields = Fields(workplace);
        fields["Input.WorkplaceId"] = others.Id.ToString();
        using var answer = await client.PostFormAsync("/arbetsgivare/platser/ny/praktik", fields, button: "Skicka in");
        await RefusedAsync(answer, "Uppgiften hör till någon annan");
    }

    private async Task<(Guid ClauseId, Guid ContractId)> ContractAsync(Guid employerId, ClauseKind kind) => await app.ReadAsync(async db =>
    {
        var stamp = new EnVagUt.Core.Ground.Entities.Stamp(null, app.Clock.GetUtcNow().UtcDateTime);
        var digits = await db.Employers.Where(e => e.Id == employerId).Select(e => e.OrgNumberDigits).SingleAsync();
        var contract = Contract.Flag(new ContractDetails
        {
            DiaryNumber = $"KS {Guid.NewGuid():N}",
            Title = "Städning av skolor",
            SupplierName = "Leverantören",
            SupplierOrgNumber = digits,
            From = new DateOnly(2026, 1, 1),
            To = new DateOnly(2028, 12, 31),
        }, stamp);
        var clause = contract.AddClause(new ClauseDetails { Kind = kind, CommitmentMonths = 12 }, stamp);
        contract.Award(stamp.Today, stamp);
        db.Add(contract);
        await db.SaveChangesAsync();
        return (clause.Id, contract.Id);
    });

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> RefusedAsync(HttpResponseMessage answer, string message)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.DocumentAsync();
        Assert.Contains(message, page.QuerySelector("#fel")!.TextContent, StringComparison.Ordinal);
        return page;
    }

    // What a form without the field would never send.
    private static async Task<HttpResponseMessage> PostRawAsync(HttpClient client, AngleSharp.Html.Dom.IHtmlDocument page, string url, KeyValuePair<string, string?>[] fields)
    {
        var token = page.QuerySelector("main form [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Key, f.Value ?? "")),
            new("__RequestVerificationToken", token), new("Input.Week.Ticked", "0"), new("Submit", "true")]);
        return await client.PostAsync(url, content);
    }
}
