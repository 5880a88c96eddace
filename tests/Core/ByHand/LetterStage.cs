using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Core.ByHand;

/// <summary>A placement that is ready to start, and the jobs that write letters about it.</summary>
internal static class LetterStage
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="email">The participant's; none makes the letters a matter for the telephone.</param>
    /// <param name="monthsLater">So much later than two weeks from now.</param>
    public static async Task<(Offer Offer, Participant Participant, Guid Id)> ReadyAsync(this CoreTest t, string? email = null,
        Verksamhetsgren gren = Verksamhetsgren.Arbetsmarknad, Guid? personId = null, int monthsLater = 0, string? supervisorEmail = null)
    {
        var workplace = await t.Stage.WorkplaceAsync(supervisorCeiling: 5);
        if (supervisorEmail is not null)
        {
            await using var db = t.Database.Open();
            await db.Supervisors.Where(s => s.WorkplaceId == workplace.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Email, supervisorEmail), Ct);
        }
        var offer = await t.Stage.OfferAsync(workplace, d => d with { From = d.From.AddMonths(monthsLater), To = d.To!.Value.AddMonths(monthsLater) });
        var participant = await t.Stage.ParticipantAsync(gren, email: email, personId: personId);
        await t.AsAsync(Role.Coordinator, gren);
        var service = t.Get<PlacementService>();
        var id = await service.ProposeAsync(new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = offer.From, To = offer.To }, Ct);
        await service.ParticipantAnsweredAsync(id, true, Ct);
        await service.ReleaseAsync(id, null, Ct);
        await service.RequestAsync(id, Ct);
        await t.AsAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        await t.Get<EmployerAnswerService>().AnswerAsync(id, true, null, Ct);
        await t.AsAsync(Role.Coordinator, gren);
        await t.Get<PlacementService>().RecordPaperAsync(id, new RecordPaper(t.Clock.Today(), "Kim Konsulent", null), Ct);
        return (offer, participant, id);
    }

    /// <summary>The reminders of a day, or what comes by a job of its own.</summary>
    public static async Task RemindAsync(this CoreTest t, DateOnly day, string job = Schedules.Reminders)
    {
        t.Clock.SetStockholm(day, job == Schedules.FirstDay ? new TimeOnly(10, 0) : new TimeOnly(6, 0));
        await using var scope = t.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Viewer>().BecomeJob();
        await ActivatorUtilities.CreateInstance<RemindersJob>(scope.ServiceProvider).RunAsync(new JobContext(job, "", day, null), Ct);
        t.NewScope();
    }

    public static async Task<Rule> RefusedAsync(Func<Task> act) => (await Assert.ThrowsAsync<RuleBreachException>(act)).Rule;
}
