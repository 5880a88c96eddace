using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Tests.Common;
using EnVagUt.Tests.Core.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using A = EnVagUt.Core.Cases.Placements.PlacementAction;
using S = EnVagUt.Core.Cases.Placements.PlacementStatus;

namespace EnVagUt.Tests.Core.Placements;

/// <summary>
/// Who may do what, when. c = case worker (samordnare, arbetskonsulent, enhetschef) · w = the workplace (administratör,
/// handledare) · j = the nightly job · with + it is recorded on the workplace's behalf · every other role, and everybody where a point stands, is refused.
/// </summary>
public class PlacementTransitionTests
{
    // Proposed: no answer yet. Yes: answered. Told: and released to the workplace. TakenBack: requested, and what was released is withdrawn. Lapsed: the pencil has run out.
    private static readonly TransitionDocument Praktik = new("""
                    Proposed Yes Told Lapsed Pencilled PencilTold Requested TakenBack AwaitingPaper ReadyToStart Running Paused Ended Interrupted NotHeld Voided
        LapsePencil     ·     ·    ·     j       ·          ·         ·         ·           ·             ·         ·       ·     ·        ·         ·       ·
        Pencil          c     c    c     c       ·          ·         ·         ·           ·             ·         ·       ·     ·        ·         ·       ·
        Answer          c     ·    ·     c       c          ·         ·         ·           ·             ·         ·       ·     ·        ·         ·       ·
        Release         ·     c    c     ·       ·          c         ·         c           ·             ·         ·       ·     ·        ·         ·       ·
        TellWithdrawn   ·     ·    ·     ·       ·          ·         ·         c           ·             ·         ·       ·     ·        ·         ·       ·
        Withdraw        ·     ·    c     ·       ·          c         c         ·           c             c         c       c     c        c         ·       ·
        Request         ·     ·    c     ·       ·          c         ·         ·           ·             ·         ·       ·     ·        ·         ·       ·
        MeetFirst       ·     ·    ·     ·       ·          ·         w         w           ·             ·         ·       ·     ·        ·         ·       ·
        MeetFirst+      ·     ·    ·     ·       ·          ·         c         c           ·             ·         ·       ·     ·        ·         ·       ·
        Decline         ·     ·    ·     ·       ·          ·         w         w           ·             ·         ·       ·     ·        ·         ·       ·
        Decline+        ·     ·    ·     ·       ·          ·         c         c           ·             ·         ·       ·     ·        ·         ·       ·
        Accept          ·     ·    ·     ·       ·          ·         w         w           ·             ·         ·       ·     ·        ·         ·       ·
        Accept+         ·     ·    ·     ·       ·          ·         c         c           ·             ·         ·       ·     ·        ·         ·       ·
        Supervise       ·     ·    ·     ·       ·          ·         ·         ·           w             w         w       w     ·        ·         ·       ·
        Supervise+      ·     ·    ·     ·       ·          ·         ·         ·           c             c         c       c     ·        ·         ·       ·
        FirstDay        ·     ·    ·     ·       ·          ·         ·         ·           ·             w         w       w     ·        ·         ·       ·
        FirstDay+       ·     ·    ·     ·       ·          ·         ·         ·           ·             c         c       c     ·        ·         ·       ·
        Replan          ·     ·    ·     ·       ·          ·         ·         ·           c             c         c       c     ·        ·         ·       ·
        Pause           ·     ·    ·     ·       ·          ·         ·         ·           ·             ·         c       ·     ·        ·         ·       ·
        EndPause        ·     ·    ·     ·       ·          ·         ·         ·           ·             ·         ·       c     ·        ·         ·       ·
        Support         ·     ·    ·     ·       ·          ·         ·         ·           ·             ·         ·       ·     ·        ·         ·       ·
        BeforeStart     ·     ·    ·     ·       ·          ·         ·         ·           c             c         ·       ·     ·        ·         ·       ·
        Paper           ·     ·    ·     ·       ·          ·         ·         ·           c             c         ·       ·     ·        ·         ·       ·
        Agreement       ·     ·    ·     ·       ·          ·         ·         ·           c             c         c       c     ·        ·         ·       ·
        Start           ·     ·    ·     ·       ·          ·         ·         ·           ·             c         ·       ·     ·        ·         ·       ·
        End             ·     ·    ·     ·       ·          ·         ·         ·           ·             ·         c       c     ·        ·         ·       ·
        Outcome         ·     ·    ·     ·       ·          ·         ·         ·           ·             ·         ·       ·     c        c         ·       ·
        Cancel          c     c    c     c       c          c         c         c           c             c         ·       ·     ·        ·         ·       ·
        Void            c     c    c     c       c          c         c         c           c             c         c       c     c        c         c       ·
        """);

    // A candidate for an employment holds nothing before the employer's yes, so there is no pencil.
    private static readonly TransitionDocument Employment = new("""
                    Proposed Yes Told Requested TakenBack AwaitingPaper ReadyToStart Running Paused Ended Interrupted NotHeld Voided
        LapsePencil     ·     ·    ·      ·         ·           ·             ·         ·       ·     ·        ·         ·       ·
        Pencil          ·     ·    ·      ·         ·           ·             ·         ·       ·     ·        ·         ·       ·
        Answer          c     ·    ·      ·         ·           ·             ·         ·       ·     ·        ·         ·       ·
        Release         ·     c    c      ·         c           ·             ·         ·       ·     ·        ·         ·       ·
        TellWithdrawn   ·     ·    ·      ·         c           ·             ·         ·       ·     ·        ·         ·       ·
        Withdraw        ·     ·    c      c         ·           c             c         c       c     c        c         ·       ·
        Request         ·     ·    c      ·         ·           ·             ·         ·       ·     ·        ·         ·       ·
        MeetFirst       ·     ·    ·      w         w           ·             ·         ·       ·     ·        ·         ·       ·
        MeetFirst+      ·     ·    ·      c         c           ·             ·         ·       ·     ·        ·         ·       ·
        Decline         ·     ·    ·      w         w           ·             ·         ·       ·     ·        ·         ·       ·
        Decline+        ·     ·    ·      c         c           ·             ·         ·       ·     ·        ·         ·       ·
        Accept          ·     ·    ·      w         w           ·             ·         ·       ·     ·        ·         ·       ·
        Accept+         ·     ·    ·      c         c           ·             ·         ·       ·     ·        ·         ·       ·
        Supervise       ·     ·    ·      ·         ·           w             w         w       w     ·        ·         ·       ·
        Supervise+      ·     ·    ·      ·         ·           c             c         c       c     ·        ·         ·       ·
        FirstDay        ·     ·    ·      ·         ·           ·             w         w       w     ·        ·         ·       ·
        FirstDay+       ·     ·    ·      ·         ·           ·             c         c       c     ·        ·         ·       ·
        Replan          ·     ·    ·      ·         ·           c             c         c       c     ·        ·         ·       ·
        Pause           ·     ·    ·      ·         ·           ·             ·         c       ·     ·        ·         ·       ·
        EndPause        ·     ·    ·      ·         ·           ·             ·         ·       c     ·        ·         ·       ·
        Support         ·     ·    ·      ·         ·           c             c         c       c     ·        ·         ·       ·
        BeforeStart     ·     ·    ·      ·         ·           c             c         ·       ·     ·        ·         ·       ·
        Paper           ·     ·    ·      ·         ·           c             c         ·       ·     ·        ·         ·       ·
        Agreement       ·     ·    ·      ·         ·           ·             ·         ·       ·     ·        ·         ·       ·
        Start           ·     ·    ·      ·         ·           ·             c         ·       ·     ·        ·         ·       ·
        End             ·     ·    ·      ·         ·           ·             ·         c       c     ·        ·         ·       ·
        Outcome         ·     ·    ·      ·         ·           ·             ·         ·       ·     c        c         ·       ·
        Cancel          c     c    c      c         c           c             c         ·       ·     ·        ·         ·       ·
        Void            c     c    c      c         c           c             c         c       c     c        c         c       ·
        """);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<Form, string> Situations() =>
        [.. Praktik.Situations.Select(s => (Form.Praktik, s)), .. Employment.Situations.Select(s => (Form.Employment, s))];

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task Each_role_can_do_what_the_document_says_and_nothing_else(Form form, string situation)
    {
        await using var t = await CoreTest.StartAsync(s => s.AddScoped<StatusOfDayJob>());
        var document = form == Form.Praktik ? Praktik : Employment;
        var stage = await PlacementInState.BringAsync(t, form, situation);
        var actors = await WhoMay.AllAsync(t, stage.EmployerId);
        var happened = new List<string>();
        foreach (var name in document.Actions)
        {
            var (action, onBehalf) = (Enum.Parse<A>(name.TrimEnd('+')), name.EndsWith('+'));
            var passed = new List<string>();
            foreach (var actor in actors)
                if (await actor.TryAsync(t, () => stage.DoAsync(t, action, onBehalf: onBehalf), () => EnsureLedWhereItSaysAsync(t, stage, action)))
                    passed.Add(actor.Name);
            happened.Add($"{name}: {WhoMay.Letter(passed)}");
        }
        Assert.Equal(document.Column(situation), happened);
    }

    [Fact]
    public void The_document_has_every_action_and_every_status()
    {
        var all = Enum.GetNames<A>().Concat(PlacementTransitions.Table.Rows.Where(r => r.OnBehalf.Length > 0).Select(r => $"{r.Action}+")).Order(StringComparer.Ordinal);
        foreach (var document in new[] { Praktik, Employment })
            Assert.Equal(all, document.Actions.Order(StringComparer.Ordinal));
        Assert.Empty(Enum.GetNames<S>().Except(Praktik.Situations));
    }

    [Fact]
    public async Task A_coordinator_of_one_gren_who_only_refers_in_another_changes_nothing_there()
    {
        await using var t = await CoreTest.StartAsync();
        var stage = await PlacementInState.BringAsync(t, Form.Praktik, "Proposed");
        var user = Guid.NewGuid();
        await using var scope = t.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Viewer>().BecomeUser(user,
            [new RoleGrant(user, Role.Coordinator, Verksamhetsgren.Kaa), new RoleGrant(user, Role.Referrer, Verksamhetsgren.Arbetsmarknad)]);
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => scope.ServiceProvider.GetRequiredService<PlacementService>().PencilAsync(stage.Id, Ct));
        Assert.Equal(Rule.NotForYourRole, refused.Rule);
    }

    private static async Task EnsureLedWhereItSaysAsync(CoreTest t, PlacementInState stage, A action)
    {
        var leadsTo = PlacementTransitions.Table[action].LeadsTo;
        var now = (await t.Db.Placements.SingleAsync(p => p.Id == stage.Id, Ct)).StatusAt(t.Clock.UtcNow());
        Assert.Contains(now, leadsTo.Length == 0 ? [stage.Status] : leadsTo);
    }
}
