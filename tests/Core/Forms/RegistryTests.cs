using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Minors;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Core.Forms;

public class RegistryTests
{
    public static TheoryData<Form> Forms() => [.. Enum.GetValues<Form>()];
    public static TheoryData<Lonestod> Supports() => [.. Enum.GetValues<Lonestod>()];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_form_has_what_pages_and_papers_print(Form form)
    {
        var rules = RuleSet.Shipped.On(new DateOnly(2027, 1, 1)).Of(form);
        Assert.NotEqual("", rules.ShortText);
        Assert.NotEqual("", rules.InsuranceText);
        Assert.InRange(rules.MinAge, 13, rules.MaxAge);
        Assert.Equal(form.Row().IsOnByDefault, rules.IsInUse);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void An_own_agreement_has_approvers_and_anothers_document_none(Form form) =>
        Assert.Equal(form.Row().Paper == Paper.OwnAgreement, form.Row().Approvers.Count > 0);

    [Theory]
    [MemberData(nameof(Forms))]
    public void Only_our_own_decisions_have_a_longest_time_of_ours(Form form) =>
        Assert.True(form.Row().IsOurDecision || form is Form.Prao || Shipped($"{form}", Limit.LongestMonths)?.Mark is null or SourceMark.Verified);

    [Fact]
    public void Every_pair_of_forms_has_an_answer_with_a_reason_whichever_comes_first() => Expect.None(
        from a in Enum.GetValues<Form>()
        from b in Enum.GetValues<Form>()
        where PairTable.Of(a, b) != PairTable.Of(b, a) || !PairTable.Of(a, b).Because.EndsWith('.')
        select $"{a} and {b}");

    [Fact]
    public void Another_authoritys_decision_is_never_refused_by_the_pair_table() => Expect.None(
        from a in FormRegistry.All
        from b in FormRegistry.All
        where (!a.IsOurDecision || !b.IsOurDecision) && PairTable.Of(a.Form, b.Form).Verdict == PairVerdict.Refuse
        select $"{a.Form} and {b.Form}");

    [Theory]
    [MemberData(nameof(Supports))]
    public void A_support_says_who_decides_and_where_that_stands(Lonestod kind)
    {
        Assert.NotEqual("", kind.Row().Source);
        Assert.True(kind.Row().LastNewDay is not null || Shipped($"{kind}", Limit.LongestMonths) is not null || Shipped($"{kind}", Limit.LongestMonthsTotal) is not null,
            $"{kind} exists and has no longest time");
    }

    [Fact]
    public void Abolished_supports_are_for_old_decisions_only()
    {
        Lonestod[] abolished = [Lonestod.Extratjanst, Lonestod.Yrkesintroduktion, Lonestod.Instegsjobb];
        Assert.Equal(abolished, SupportRegistry.All.Where(s => s.LastNewDay is not null).Select(s => s.Kind));
        Assert.Empty(SupportRegistry.On(new DateOnly(2027, 1, 1)).Intersect(abolished));
        Assert.Contains(Lonestod.Extratjanst, SupportRegistry.On(new DateOnly(2020, 1, 1)));
    }

    [Fact]
    public void No_rule_is_shipped_twice_for_the_same_day_and_every_number_is_one() => Expect.None([
        .. ShippedRules.Rows.GroupBy(r => (r.Subject, r.Limit, r.ValidFrom)).Where(g => g.Count() > 1).Select(g => $"{g.Key} stands {g.Count()} times"),
        .. ShippedRules.Rows.Where(r => !r.Limit.IsText() && !int.TryParse(r.Value, out _)).Select(r => $"{r.Subject} {r.Limit}: «{r.Value}»"),
        .. ShippedRules.Rows.Where(r => r.Source.Length == 0).Select(r => $"{r.Subject} {r.Limit} has no source"),
    ]);

    [Fact]
    public void Only_where_somebody_could_be_replaced_the_employer_is_asked_about_its_staffing() =>
        Assert.Equal([Form.Prao, Form.AplGymnasium, Form.AplKomvux, Form.Larling, Form.Lia, Form.Feriejobb],
            FormRegistry.All.Where(f => !f.AsksStaffing).Select(f => f.Form));

    [Theory]
    [InlineData(Form.Prao, 13, 2027, 1, 18)]
    [InlineData(Form.Prao, 15, 2027, 1, 18)]
    [InlineData(Form.Prao, 17, 2027, 1, 18)]
    [InlineData(Form.Feriejobb, 16, 2027, 6, 28)]
    [InlineData(Form.Feriejobb, 17, 2027, 6, 28)]
    public void Whoever_is_under_18_may_work_the_week_that_stands_in_the_form_from_the_start(Form form, int age, int year, int month, int monday)
    {
        var (week, from) = (form.Row().UsualWeek, new DateOnly(year, month, monday));
        var rules = RuleSet.Shipped.On(from).Of(form);
        Assert.InRange(age, rules.MinAge, rules.MaxAge);
        Assert.Empty(MinorWork.Faults(from.AddYears(-age).AddDays(-1), rules, new Period(from, from.AddDays(13)), week, week.Cells).Select(f => f.Summary));
        Assert.Equal(35 * 60, week.Times.Sum(t => t.Minutes));
    }

    [Fact]
    public void Outside_a_form_has_its_own_name_unless_that_tells_of_health_or_support()
    {
        Form[] telling = [Form.Arbetstraning, Form.EgenRegi, Form.AnpassatArbete, Form.AfPraktik, Form.Aktivitet];
        Assert.All(telling.Append(Form.Praktik), f => Assert.Equal(FormNoun.Praktik, f.Row().Outward));
        Assert.Equal(["språkträning", "prao", "APL", "APL", "lärlingsutbildning", "LIA", "feriejobb", "anställning"],
            Enum.GetValues<Form>().Except(telling).Except([Form.Praktik]).Select(f => f.Row().Outward.Name));
        Assert.All(FormRegistry.All, f => Assert.Contains(f.Outward.Yours.Split(' ')[0], new[] { "din", "ditt" }));
    }

    [Fact]
    public void A_place_is_called_by_its_form_and_by_the_contract_or_support_that_it_comes_from()
    {
        Assert.Equal("Prao", OfferKind.Praktik.NameOf(Form.Prao));
        Assert.Equal("Plats från krav (arbetsträning)", OfferKind.Clause.NameOf(Form.Arbetstraning));
        Assert.Equal("Anställning med lönestöd", OfferKind.SupportedEmployment.NameOf(Form.Employment));
    }

    [Fact]
    public void The_employer_reads_the_form_that_it_has_offered_but_not_one_that_tells_of_a_person()
    {
        Assert.Equal("Arbetsträning", OfferKind.Praktik.NameForEmployer(Form.Arbetstraning, isArranged: false));
        Assert.Equal("Praktik", OfferKind.Praktik.NameForEmployer(Form.Arbetstraning, isArranged: true));
        Assert.Equal("Prao", OfferKind.Praktik.NameForEmployer(Form.Prao, isArranged: true));
        Assert.Equal("Anställning med lönestöd", OfferKind.SupportedEmployment.NameForEmployer(Form.Employment, isArranged: true));
    }

    [Fact]
    public void Labels_tell_forms_apart() =>
        Assert.Equal(Enum.GetValues<Form>().Length, Enum.GetValues<Form>().Select(f => f.Label()).Distinct().Count());

    private static ShippedRule? Shipped(string subject, Limit limit) => ShippedRules.Rows.SingleOrDefault(r => r.Subject == subject && r.Limit == limit);
}
