using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Cases.Warnings;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Law.Supports;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Core.Rulebook;

/// <summary>
/// Every rule of a form and of a support is met from both sides. The names are spelled out here, so a rule that is taken
/// away is missed by name.
/// </summary>
public class ShippedRulesTests
{
    private const string Texts = "ShortText InsuranceText InUse";
    private const string Clock = "MinorSchoolDayHours MinorFreeDayHours MinorHolidayDayHours MinorTermWeekHours MinorHolidayWeekHours MinorFromHour MinorToHour MinorBreakAfterMinutes MinorBreakMinutes";
    private static readonly Dictionary<string, string> Expected = new()
    {
        ["Praktik"] = $"MinAge MaxAge LongestMonths LongestMonthsTotal {Texts}",
        ["Arbetstraning"] = $"MinAge MaxAge LongestMonths LongestMonthsTotal {Texts}",
        ["EgenRegi"] = $"MinAge MaxAge LongestMonths LongestMonthsTotal {Texts}",
        ["AnpassatArbete"] = $"MinAge MaxAge LongestMonths {Texts}",
        ["Spraktraning"] = $"MinAge MaxAge LongestMonths LongestMonthsTotal {Texts}",
        ["AfPraktik"] = $"MinAge MaxAge LongestMonths {Texts}",
        ["Prao"] = $"MinAge MaxAge LongestMonths {Texts} {Clock}",
        ["AplGymnasium"] = $"MinAge MaxAge {Texts}",
        ["AplKomvux"] = $"MinAge MaxAge {Texts}",
        ["Larling"] = $"MinAge MaxAge {Texts}",
        ["Lia"] = $"MinAge MaxAge {Texts}",
        ["Feriejobb"] = $"MinAge MaxAge LongestMonths {Texts}",
        ["Employment"] = $"MinAge MaxAge {Texts}",
        ["Aktivitet"] = $"MinAge MaxAge {Texts}",
        ["Nystartsjobb"] = "LongestMonths LongestMonthsTotal WageCeiling ClaimDays ClaimFirstWarnDays ClaimLastWarnDays AbsenceLongMonths AbsenceLongestMonths FeePercentShort FeePercentLong FeePercentLongest",
        ["Introduktionsjobb"] = "LongestMonths LongestMonthsTotal SharePercent WageCeiling",
        ["LonebidragUtveckling"] = "LongestMonths LongestMonthsTotal WageCeiling",
        ["LonebidragAnstallning"] = "LongestMonths LongestMonthsTotal WageCeiling",
        ["LonebidragTrygghet"] = "LongestMonths WageCeiling",
        ["Osa"] = "LongestMonths WageCeiling",
        ["Etableringsjobb"] = "LongestMonthsTotal",
        ["KommunalAnstallning"] = "LongestMonths",
        ["OlderChild"] = $"MinAge {Clock} MinorNightRestHours MinorWeekRestDays MinorLaw",
        ["Youth"] = $"MinAge {Clock} MinorLaterFromHour MinorLaterToHour MinorNightRestHours MinorWeekRestDays MinorLaw",
        ["All"] = "EmployerFeeHundredths LockInWarnDays LockInAlarmDays PeriodsAtWorkplace MinorsPerSupervisor PencilWorkingDays UnionMonths RiskMonths DeclarationMonths DisplacementMonths ReemploymentMonths PauseAskDays IndustryHolidayWeeks DraftOfferWeeks SchoolHolidays MinorForbiddenTasks",
    };

    private static readonly Stamp Now = new(null, new DateTime(2027, 7, 1, 8, 0, 0, DateTimeKind.Utc));
    // A Monday of the summer holiday, when the youngest may work too.
    private static readonly DateOnly Start = new(2027, 7, 5);

    public static TheoryData<Form, Limit> OfForms() => [.. Named<Form>([Limit.MinAge, Limit.MaxAge, Limit.LongestMonths])];
    public static TheoryData<Lonestod, Limit> OfSupports() => [.. Named<Lonestod>([Limit.LongestMonths, Limit.LongestMonthsTotal, Limit.SharePercent])];

    public static TheoryData<Lonestod, Limit> OfCalculations() => [.. Named<Lonestod>([Limit.WageCeiling, Limit.FeePercentShort, Limit.FeePercentLong, Limit.FeePercentLongest])];

    [Fact]
    public void Every_shipped_rule_is_named_here_and_every_name_is_shipped()
    {
        var named = Expected.SelectMany(e => e.Value.Split(' ').Select(l => $"{e.Key} {l}")).ToList();
        // The reminders are spelled out in ReminderCatalogueTests.
        var shipped = ShippedRules.Rows.Select(r => $"{r.Subject} {r.Limit}").ToList();
        Expect.None([.. named.Except(shipped).Select(n => $"{n} is not shipped any more"), .. shipped.Except(named).Select(n => $"{n} is not in the list")]);
    }

    [Theory]
    [MemberData(nameof(OfForms))]
    public void A_form_takes_what_its_rule_allows_and_refuses_the_next(Form form, Limit limit)
    {
        var value = Value(form.ToString(), limit);
        var (age, longest) = (Value(form.ToString(), Limit.MaxAge), Start.AddDays(6));
        var (passes, fails, rule) = limit switch
        {
            Limit.MinAge => ((value, longest), (value - 1, longest), Rule.AgeOutsideForm),
            Limit.MaxAge => ((value, longest), (value + 1, longest), Rule.AgeOutsideForm),
            _ => ((age, Start.AddMonths(value).AddDays(-1)), (age, Start.AddMonths(value)), Rule.PeriodTooLong),
        };
        Assert.Null(Refusal(form, passes.Item1, passes.Item2));
        Assert.Empty(Warned(form, passes.Item1, passes.Item2));
        if (form.Row().IsOurDecision)
        {
            Assert.Equal(rule, Refusal(form, fails.Item1, fails.Item2));
            return;
        }
        // Another authority decides: warned about, never refused. The law on minors stands above both.
        Assert.True(Refusal(form, fails.Item1, fails.Item2) is null or Rule.MinorTooYoung);
        Assert.Equal(rule == Rule.PeriodTooLong ? SoftRule.LengthOfOthersDecision : SoftRule.AgeOfOthersDecision,
            Assert.Single(Warned(form, fails.Item1, fails.Item2)).Rule);
    }

    [Theory]
    [MemberData(nameof(OfSupports))]
    public void A_support_beyond_its_rule_is_warned_about_and_recorded_all_the_same(Lonestod kind, Limit limit)
    {
        var value = Value(kind.ToString(), limit);
        DecidedSupport Decided(int more, int months = 1) => limit switch
        {
            Limit.SharePercent => new(kind, new(Start, Start.AddMonths(months).AddDays(-1)), value + more),
            _ => new(kind, new(Start, Start.AddMonths(value).AddDays(more - 1)), null),
        };
        // A total is reached by several decisions, each of them short enough.
        DecidedSupport[] Decisions(int more) => limit != Limit.LongestMonthsTotal ? [Decided(more)]
            : [.. Enumerable.Range(0, value).Select(m => new DecidedSupport(kind, new(Start.AddMonths(m), Start.AddMonths(m + 1).AddDays(m == value - 1 ? more - 1 : -1)), null))];
        Assert.Empty(SupportWarnings.Of(RuleSet.Shipped, Decisions(0)));
        Assert.Contains($"{value} ", Assert.Single(SupportWarnings.Of(RuleSet.Shipped, Decisions(1))), StringComparison.Ordinal);
    }

    private static IReadOnlyList<Warning> Warned(Form form, int age, DateOnly to) => PlanWarnings.Of(
        new PlanFacts(RuleSet.Shipped.On(Start).Of(form), Guid.NewGuid(), new Period(Start, to), Cells.From([0])) { BirthDate = Start.AddYears(-age) });

    [Theory]
    [MemberData(nameof(OfCalculations))]
    public void A_support_is_counted_by_its_rule_and_not_beyond(Lonestod kind, Limit limit)
    {
        var (value, ceiling) = (Value(kind.ToString(), limit), Value(kind.ToString(), Limit.WageCeiling));
        int Support(int wage, Absence absence) => WageCalculation.Of(RuleSet.Shipped, new(kind, wage, 100, Start) { SharePercent = 50, Absence = absence }).Monthly.Support!.Value;
        if (limit == Limit.WageCeiling)
        {
            Assert.True(Support(value - 100, Absence.Shorter) < Support(value, Absence.Shorter));
            Assert.Equal(Support(value, Absence.Shorter), Support(value + 100, Absence.Shorter));
            return;
        }
        var absence = limit == Limit.FeePercentShort ? Absence.Shorter : limit == Limit.FeePercentLong ? Absence.Longer : Absence.Longest;
        var fee = Value(ShippedRules.All, Limit.EmployerFeeHundredths) / 10_000m;
        Assert.Equal((ceiling * fee * value / 100m).Rounded(), Support(ceiling, absence));
    }

    /// <summary>Which rule refuses a proposal, by the shipped rules.</summary>
    private static Rule? Refusal(Form form, int age, DateOnly to)
    {
        var who = new PersonDetails { FirstName = "Robin", LastName = "Prov", BirthDate = Start.AddYears(-age), Sex = Sex.Woman, HomeMunicipality = "1489" };
        // At an age that the portal takes on, whatever the age at the start.
        var registered = new Stamp(null, Now.At.AddYears(age < 20 ? 2 : -3));
        var participant = Participant.Register(new Person(null), Verksamhetsgren.Arbetsmarknad, who, new ParticipantDetails { TargetGroup = TargetGroup.A, Education = Education.PreGymnasium, ExtentPercent = 100 }, registered);
        var employer = Employer.Register(new EmployerDetails { Name = "Prov", Sector = Sector.Private, Branch = Branch.Trade, Size = SizeClass.From5To9 }, OrgNumber.Parse(Stage.NewOrgNumber()), null, Now);
        var workplace = employer.AddWorkplace(new WorkplaceDetails { Name = "Butiken", StreetAddress = "Storgatan 1", PostalCode = "123 45", City = "Ort", ContactName = "Kim", ContactEmail = "kim@exempel.se", Employees = 25 }, Now);
        // Nobody offers the employment service's praktik here; the limits are the same whoever the offer comes from.
        var offered = form.Row().RefusesOffers is null ? form : Form.Praktik;
        var offer = Offer.Draft(workplace, new OfferDetails { WorkplaceId = workplace.Id, Form = offered, Title = "Hjälpreda", Tasks = "Hjälpa till.", From = Start, To = null, Displacement = Displacement.None, Pattern = [new(0, new(9, 0), new(11, 0), 0)] }, Now);
        offer.Submit(Now);
        offer.Publish(employerApproved: true, Now);
        try
        {
            Placement.Propose(participant, offer, offer.Slots[0], new Period(Start, to), Cells.From([0]), RuleSet.Shipped.On(Start).Of(form), Now);
            return null;
        }
        catch (RuleBreachException refused)
        {
            return refused.Rule;
        }
    }

    private static int Value(string subject, Limit limit)
    {
        var row = ShippedRules.Rows.SingleOrDefault(r => r.Subject == subject && r.Limit == limit);
        Assert.True(row is not null, $"{subject} {limit} is not shipped any more");
        return int.Parse(row.Value, null);
    }

    private static IEnumerable<(TSubject, Limit)> Named<TSubject>(Limit[] limits) where TSubject : struct, Enum =>
        from e in Expected
        where Enum.TryParse<TSubject>(e.Key, out _)
        from limit in e.Value.Split(' ').Select(Enum.Parse<Limit>)
        where limits.Contains(limit)
        select (Enum.Parse<TSubject>(e.Key), limit);
}
