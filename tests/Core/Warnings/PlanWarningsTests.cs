using EnVagUt.Core.Cases.Warnings;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using Xunit;

namespace EnVagUt.Tests.Core.Warnings;

/// <summary>Each soft rule from both sides, by the shipped values.</summary>
public class PlanWarningsTests
{
    private static readonly DateOnly Start = new(2027, 3, 1);
    private static readonly Guid Here = Guid.NewGuid();
    private static readonly Guid Elsewhere = Guid.NewGuid();
    private static readonly PlanFacts Praktik = Plan(Form.Praktik);

    [Fact]
    public void An_ordinary_plan_has_no_warnings() => Assert.Empty(PlanWarnings.Of(Praktik));

    [Fact]
    public void Ninety_days_of_municipal_praktik_warn_and_a_hundred_and_eighty_alarm()
    {
        Assert.Empty(PlanWarnings.Of(Praktik with { Others = [Been(89, Form.Arbetstraning)] }));
        Assert.StartsWith("Tänk på inlåsning: 90 dagar", Only(SoftRule.LockIn, Praktik with { Others = [Been(90, Form.Arbetstraning)] }), StringComparison.Ordinal);
        Assert.StartsWith("Tänk på inlåsning", Only(SoftRule.LockIn, Praktik with { Others = [Been(179, Form.Arbetstraning)] }), StringComparison.Ordinal);
        Assert.StartsWith("Risk för inlåsning: 180 dagar", Only(SoftRule.LockIn, Praktik with { Others = [Been(180, Form.Arbetstraning)] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Days_of_school_or_employment_lock_nobody_in()
    {
        Assert.Empty(PlanWarnings.Of(Praktik with { Others = [Been(300, Form.AplKomvux), Been(300, Form.Employment)] }));
        Assert.Empty(PlanWarnings.Of(Plan(Form.Employment) with { Others = [Been(300, Form.Arbetstraning)] }));
    }

    [Fact]
    public void Uppehall_is_not_counted_where_the_form_does_not_count_it() =>
        Assert.Empty(PlanWarnings.Of(Praktik with { Others = [Been(95, Form.Arbetstraning) with { Pauses = [new Period(Start.AddDays(-50), Start.AddDays(-45))] }] }));

    [Fact]
    public void Uppehall_that_is_still_to_come_takes_nothing_from_the_days_that_have_been()
    {
        var running = new OtherPlacement(Guid.NewGuid(), Form.Arbetstraning, Elsewhere, new Period(Start, Start.AddDays(60)), [new Period(Start.AddDays(8), Start.AddDays(20))], null);
        Assert.Equal([1, 8, 8, 8, 9], new[] { 0, 7, 8, 20, 21 }.Select(days => running.DaysThrough(Start.AddDays(days))));
    }

    [Fact]
    public void The_third_period_at_one_workplace_warns_but_a_continuation_is_no_new_period()
    {
        var (first, second) = (Been(10, Form.Spraktraning, Here), Been(20, Form.Arbetstraning, Here));
        Assert.Empty(PlanWarnings.Of(Praktik with { Others = [first, Been(20, Form.Arbetstraning, Elsewhere)] }));
        Assert.Contains("3:e perioden", Only(SoftRule.RepeatedAtWorkplace, Praktik with { Others = [first, second] }), StringComparison.Ordinal);
        Assert.Empty(PlanWarnings.Of(Praktik with { Others = [first, second], ContinuesId = second.Id }));
        Only(SoftRule.RepeatedAtWorkplace, Praktik with { Others = [first, second], ContinuesId = Guid.NewGuid() });
    }

    [Fact]
    public void Twelve_months_of_one_form_are_enough_in_all()
    {
        var year = Start.AddMonths(-10);
        OtherPlacement Earlier(int days) => new(Guid.NewGuid(), Form.Arbetstraning, Elsewhere, new Period(year, year.AddDays(days - 1)), [], null);
        var plan = Plan(Form.Arbetstraning) with { Period = new Period(Start, Start.AddDays(99)) };
        Assert.DoesNotContain(PlanWarnings.Of(plan with { Others = [Earlier(265)] }), w => w.Rule == SoftRule.TotalTime);
        Assert.Contains(PlanWarnings.Of(plan with { Others = [Earlier(267)] }), w => w.Rule == SoftRule.TotalTime);
    }

    [Fact]
    public void Another_authoritys_decision_is_asked_about_when_it_is_longer_or_for_somebody_younger_than_usual()
    {
        var (plan, rules) = (Plan(Form.AfPraktik), RuleSet.Shipped.On(Start).Of(Form.AfPraktik));
        var most = Start.AddMonths(rules.LongestMonths!.Value);
        Assert.Empty(PlanWarnings.Of(plan with { Period = new Period(Start, most.AddDays(-1)) }));
        Assert.Contains($"högst {rules.LongestMonths} månader per beslut", Only(SoftRule.LengthOfOthersDecision, plan with { Period = new Period(Start, most) }), StringComparison.Ordinal);
        foreach (var age in new[] { rules.MinAge, rules.MaxAge })
            Assert.Empty(PlanWarnings.Of(plan with { BirthDate = Start.AddYears(-age) }));
        foreach (var age in new[] { rules.MinAge - 1, rules.MaxAge + 1 })
            Assert.Contains($"personen är {age}", Only(SoftRule.AgeOfOthersDecision, plan with { BirthDate = Start.AddYears(-age) }), StringComparison.Ordinal);
    }

    [Fact]
    public void Forms_beside_each_other_are_judged_by_the_pair_table()
    {
        Assert.Empty(PlanWarnings.Of(Praktik with { Beside = [Form.Spraktraning] }));
        Assert.Contains("Studierna går först", Only(SoftRule.SeveralAtOnce, Praktik with { Beside = [Form.AplKomvux] }), StringComparison.Ordinal);
        PlanWarnings.EnsureFormsGoTogether(Praktik with { Beside = [Form.AplKomvux, null] });
        Assert.Equal(Rule.FormsDoNotGoTogether, Assert.Throws<RuleBreachException>(
            () => PlanWarnings.EnsureFormsGoTogether(Plan(Form.Feriejobb) with { Beside = [Form.Feriejobb] })).Rule);
    }

    [Fact]
    public void What_another_gren_has_planned_is_told_as_busy_and_nothing_more() =>
        Assert.Equal("Personen är upptagen på andra pass samma period: stäm av med personen att det går ihop.", Only(SoftRule.SeveralAtOnce, Praktik with { Beside = [null] }));

    [Fact]
    public void A_soft_ceiling_warns_and_a_hard_one_is_the_bookings_affair()
    {
        CeilingFacts Soft(int most) => new(most, false, [(new Period(Start, null), Cells.OfficeWeek)]);
        Assert.Empty(PlanWarnings.Of(Praktik with { Workplace = Soft(2), Supervisor = Soft(2) }));
        Only(SoftRule.WorkplaceCeiling, Praktik with { Workplace = Soft(1) });
        Only(SoftRule.SupervisorCeiling, Praktik with { Supervisor = Soft(1) });
        Assert.Empty(PlanWarnings.Of(Praktik with { Workplace = Soft(1) with { IsHard = true } }));
    }

    [Fact]
    public void A_third_minor_with_one_supervisor_warns()
    {
        (Period, Cells) other = (new Period(Start, null), Cells.OfficeWeek);
        var minor = Praktik with { BirthDate = Start.AddYears(-17), Supervisor = new(null, false, []) };
        Assert.Empty(PlanWarnings.Of(minor with { MinorsWithSupervisor = [other] }));
        Only(SoftRule.MinorsPerSupervisor, minor with { MinorsWithSupervisor = [other, other] });
        Assert.Empty(PlanWarnings.Of(minor with { BirthDate = Start.AddYears(-18), MinorsWithSupervisor = [other, other] }));
    }

    [Fact]
    public void Several_placements_are_weighed_together_by_the_hours_of_a_week()
    {
        var mornings = WeeklyPattern.Usual(Cells.From([0, 3, 6, 9, 12])).Times;
        var afternoons = WeeklyPattern.Usual(Cells.From([1, 4, 7, 10, 13])).Times;
        var saturday = WeeklyPattern.Usual(Cells.From([15])).Times;
        var plan = Praktik with { Times = mornings, BusyBeside = [new(new Period(Start, null), afternoons)] };
        Assert.Empty(PlanWarnings.Of(plan));
        Assert.Contains("44 timmar", Only(SoftRule.MoreThanFullTime, plan with { BusyBeside = [.. plan.BusyBeside, new(new Period(Start, null), saturday)] }), StringComparison.Ordinal);
        Assert.Empty(PlanWarnings.Of(plan with { BusyBeside = [.. plan.BusyBeside, new(new Period(Start.AddYears(2), null), saturday)] }));
    }

    [Fact]
    public void A_minor_may_do_no_more_in_two_places_than_in_one()
    {
        // 14 years old, in term: two hours on a school day.
        var child = Praktik with { BirthDate = Start.AddYears(-14), Times = [new(1, new(14, 0), new(16, 0), 0)] };
        PlanWarnings.EnsureMinorCanDoAll(child with { BusyBeside = [new(new Period(Start, null), [new(4, new(14, 0), new(16, 0), 0)])] });
        Assert.Equal(Rule.MinorDayTooLong, Assert.Throws<RuleBreachException>(
            () => PlanWarnings.EnsureMinorCanDoAll(child with { BusyBeside = [new(new Period(Start, null), [new(2, new(17, 0), new(18, 0), 0)])] })).Rule);
        PlanWarnings.EnsureMinorCanDoAll(child with { BirthDate = Start.AddYears(-18), BusyBeside = [new(new Period(Start, null), [new(2, new(17, 0), new(18, 0), 0)])] });
    }

    private static PlanFacts Plan(Form form) =>
        new(RuleSet.Shipped.On(Start).Of(form), Here, new Period(Start, Start.AddMonths(3)), Cells.OfficeWeek) { BirthDate = new DateOnly(1990, 5, 17) };

    private static OtherPlacement Been(int days, Form form, Guid? workplace = null) =>
        new(Guid.NewGuid(), form, workplace ?? Elsewhere, new Period(Start.AddDays(-days - 5), Start.AddDays(-6)), [], null);

    private static string Only(SoftRule rule, PlanFacts plan)
    {
        var warning = Assert.Single(PlanWarnings.Of(plan));
        Assert.Equal(rule, warning.Rule);
        return warning.Text;
    }
}
