using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Core.Cases.Arranged;
using EnVagUt.Core.Cases.BeforeStart;
using EnVagUt.Core.Cases.Certificates;
using EnVagUt.Core.Cases.FirstDays;
using EnVagUt.Core.Cases.Lives;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Placements;

/// <summary>A remittent sees the persons of the gren and does nothing to their cases, whatever page or script asks.</summary>
public class RefusedRoleTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static readonly Dictionary<string, Func<CoreTest, Placement, Task>> Commands = new()
    {
        ["Propose"] = (t, p) => t.Get<PlacementService>().ProposeAsync(new ProposePlacement { ParticipantId = p.ParticipantId!.Value, SlotId = p.SlotId, From = p.From, To = p.To }, Ct),
        ["Cancel"] = (t, p) => t.Get<PlacementService>().CancelAsync(p.Id, NotHeldReason.ParticipantNo, Ct),
        ["Copy"] = (t, p) => t.Get<CopyService>().CopyAsync(p.Id, [p.ParticipantId!.Value], Ct),
        ["ByParticipant"] = async (t, p) =>
        {
            var (participant, workplace) = (await t.Db.Participants.SingleAsync(Ct), await t.Db.Workplaces.SingleAsync(Ct));
            await t.Get<ArrangedByParticipantService>().RegisterAsync(ArrangedStage.ByParticipant(participant, workplace, p.From), Ct);
        },
        ["ByOthers"] = async (t, p) => await t.Get<ArrangedByOthersService>().RegisterAsync(ArrangedStage.ByOthers(await t.Db.Workplaces.SingleAsync(Ct), p.From), Ct),
        ["Gone"] = (t, p) => t.Get<GoneService>().RecordAsync(p.ParticipantId!.Value, Gone.Deceased, t.Clock.Today(), Ct),
        ["Close"] = (t, p) => t.Get<CloseService>().CloseAsync(p.ParticipantId!.Value, ExitReason.Work, t.Clock.Today(), Ct),
        ["BeforeStart"] = (t, p) => t.Get<BeforeStartService>().RecordAsync(p.Id, new BeforeStartDetails { UnionAskedOn = t.Clock.Today() }, Ct),
        ["Intyg"] = (t, p) => t.Get<CertificateService>().IssueAsync(p.Id, null, Ct),
        ["FirstDay"] = (t, p) => t.Get<FirstDayQuestionService>().FollowUpAsync(p.Id, Ct),
        ["Agreement"] = (t, p) => t.Get<AgreementService>().DraftAsync(p.Id, Ct),
    };

    public static TheoryData<string> Names => [.. Commands.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_remittent_is_told_that_the_role_does_not_do_it(string command)
    {
        await using var t = await CoreTest.StartAsync();
        var stage = await PlacementInState.BringAsync(t, Form.Praktik, "ReadyToStart");
        var placement = await t.Db.Placements.AsNoTracking().SingleAsync(p => p.Id == stage.Id, Ct);
        await t.AsAsync(Role.Referrer);
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => Commands[command](t, placement));
        Assert.Equal(Rule.NotForYourRole, refused.Rule);
    }
}
