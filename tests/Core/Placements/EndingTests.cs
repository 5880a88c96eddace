using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Participants;
using Xunit;

namespace EnVagUt.Tests.Core.Placements;

/// <summary>The values of a placement refuse by themselves, whoever asks them.</summary>
public class EndingTests
{
    private static readonly Stamp Now = new(null, new DateTime(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc));
    private static readonly DateOnly Today = Now.Today, Started = Today.AddDays(-10);

    [Fact]
    public void An_end_lies_between_the_start_and_today()
    {
        Assert.Equal(Rule.EndBeforeStart, Refused(() => Ended(Started.AddDays(-1))));
        Assert.Equal(Rule.DateImpossible, Refused(() => Ended(Today.AddDays(1))));
        Assert.Equal(Started, Ended(Started).EndedOn);
        Assert.Equal(Today, Ended(Today).EndedOn);
    }

    [Fact]
    public void A_result_lies_between_the_end_and_today()
    {
        var ended = Ended(Today.AddDays(-5));
        Assert.Equal(Rule.EarlierEventAfterLater, Refused(() => ended.With(Outcome.Work, Today.AddDays(-6), Now)));
        Assert.Equal(Rule.DateImpossible, Refused(() => ended.With(Outcome.Work, Today.AddDays(1), Now)));
        Assert.Equal((Today.AddDays(-5), Outcome.Work), (ended.EndedOn, ended.With(Outcome.Work, Today, Now).Outcome));
    }

    [Fact]
    public void A_workplaces_no_has_a_code_and_its_yes_none()
    {
        Assert.Equal(Rule.NoCodeMissing, Refused(() => Answers.None.OfEmployer(EmployerAnswer.No(null), Now)));
        Assert.Null(Answers.None.OfEmployer(EmployerAnswer.Yes with { Code = NoCode.HighLoad }, Now).EmployerNoCode);
    }

    private static Ending Ended(DateOnly on) => Ending.None.On(on, ExitReason.Work, InterruptedBy.Nobody, Started, Now);

    private static Rule Refused(Func<object> act) => Assert.Throws<RuleBreachException>(act).Rule;
}
