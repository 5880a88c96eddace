using System.Net;
using AngleSharp.Html.Dom;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Web.Coordination;

/// <summary>What the tests of the coordinator's pages share: a coordinator and placements that have come so far.</summary>
public abstract class CoordinatorPages(PortalApp app) : IClassFixture<PortalApp>
{
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected PortalApp App { get; } = app;
    protected Stage Stage { get; } = new(app.Database, app.Clock);

    protected async Task<(Offer Offer, Participant Participant, Guid Id)> PlacementAsync(
        PlacementStatus status = PlacementStatus.Proposed, Func<OfferDetails, OfferDetails>? change = null, Offer? on = null, DateOnly? birthDate = null)
    {
        var offer = on ?? await Stage.OfferAsync(await Stage.WorkplaceAsync(), change);
        var participant = await Stage.ParticipantAsync(birthDate: birthDate);
        var (user, grants) = await TestUsers.AddAsync(App.Database, App.Clock, [Role.Coordinator]);
        var (employer, employerGrants) = await TestUsers.AddAsync(App.Database, App.Clock, [Role.EmployerAdmin], employerId: offer.EmployerId);
        Task<T> Do<T>(Func<PlacementService, Task<T>> work) =>
            App.InScopeAsync(s => work(s.GetRequiredService<PlacementService>()), v => v.BecomeUser(user.Id, grants));
        Task Run(Func<PlacementService, Task> work) => Do(async s => { await work(s); return 0; });

        var id = await Do(s => s.ProposeAsync(new() { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = offer.From, To = offer.To }, Ct));
        if (status is PlacementStatus.Pencilled)
            await Run(s => s.PencilAsync(id, Ct));
        if (status < PlacementStatus.Requested)
            return (offer, participant, id);
        await Run(s => s.ParticipantAnsweredAsync(id, true, Ct));
        await Run(s => s.ReleaseAsync(id, "Behöver korta pauser", Ct));
        await Run(s => s.RequestAsync(id, Ct));
        if (status == PlacementStatus.Requested)
            return (offer, participant, id);
        await App.InScopeAsync(async s => { await s.GetRequiredService<EmployerAnswerService>().AnswerAsync(id, true, null, Ct); return 0; },
            v => v.BecomeUser(employer.Id, employerGrants));
        if (status == PlacementStatus.AwaitingPaper)
            return (offer, participant, id);
        await Run(s => s.RecordPaperAsync(id, new RecordPaper(App.Clock.Today(), "Kim Konsulent", "Avtal 17"), Ct));
        if (status == PlacementStatus.ReadyToStart)
            return (offer, participant, id);
        if (App.Clock.Today() < offer.From)
            App.Clock.SetStockholm(offer.From);
        await Run(s => s.StartAsync(id, App.Clock.Today(), Ct, Answered.ToAll));
        if (status == PlacementStatus.Running)
            return (offer, participant, id);
        await Run(s => s.EndAsync(id, new EndPlacement(App.Clock.Today(), ExitReason.Work, InterruptedBy.Nobody), Ct));
        return (offer, participant, id);
    }

    protected Task<Placement> ReadAsync(Guid id) =>
        App.ReadAsync(db => db.Placements.AsNoTracking().Include(p => p.Releases).Include(p => p.Supports).SingleAsync(p => p.Id == id));

    /// <summary>Posts what a window that has been open for a while would post, with that window's token.</summary>
    protected static async Task<HttpResponseMessage> PostFromOldWindowAsync(HttpClient client, IHtmlDocument window, string url, params (string Name, string Value)[] fields)
    {
        var token = window.QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        return await client.PostAsync(url, content);
    }

    /// <summary>What a page's list of facts says of one of them.</summary>
    protected static string? Fact(IHtmlDocument page, string term) =>
        page.QuerySelectorAll("dt").Where(t => t.TextContent == term).Select(t => t.NextElementSibling!.TextContent.Trim()).FirstOrDefault();

    /// <summary>The redirect leads there, and the page it leads to says what was done.</summary>
    protected static async Task AssertDoneAsync(HttpClient client, HttpResponseMessage response, string address, string message)
    {
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(address, response.Headers.Location?.OriginalString);
        Assert.Equal(message, (await client.GetPageAsync(address)).QuerySelector("[role=status]")?.TextContent);
    }

    /// <summary>Refused: 422, with the message in the summary.</summary>
    protected static async Task<IHtmlDocument> AssertRefusedAsync(HttpResponseMessage response, string message)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await response.DocumentAsync();
        Assert.Contains(message, page.QuerySelector(".ds-error-summary")?.TextContent ?? "no summary", StringComparison.Ordinal);
        return page;
    }
}
