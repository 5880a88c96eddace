using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Law.Rulebook;

namespace EnVagUt.Core.Law.Supports;

/// <summary>One calculation under way: remembers every rule that it asks, since each of them is shown.</summary>
internal sealed class Calculator(RulesOfDay rules, WageQuestion question)
{
    private const string Typed = "Eget värde i kalkylen";
    private readonly List<CalculationParameter> _asked = [];
    private readonly string _subject = question.Kind.ToString();

    public WageCalculation Calculate()
    {
        var (pay, fee) = (Proportional(question.FullTimeWage), Fee());
        var (support, unknown) = Support(fee);
        var total = Ask(_subject, Limit.LongestMonthsTotal);
        var months = total ?? Ask(_subject, Limit.LongestMonths);
        return new WageCalculation(new Cost(pay.Rounded(), (pay * fee).Rounded(), support?.Rounded()), months, total is null, unknown, _asked);
    }

    private (decimal? Amount, string? Unknown) Support(decimal fee) => question.Kind.Counting() switch
    {
        SupportCounting.MultipleOfFees => (CountedPay() * fee * Multiple() / 100m, null),
        SupportCounting.ShareOfCost when Share() is { } share => (CountedPay() * (1 + fee) * share / 100m, null),
        SupportCounting.ShareOfCost => (null, "Andelen beror på hur mycket arbetsförmågan är nedsatt, och Arbetsförmedlingen bestämmer den. Skriv in andelen när ni vet den, så räknar vi."),
        SupportCounting.PaidToThePerson => (null, "Ersättningen från staten betalas till den som är anställd, inte till arbetsgivaren. Vad ni själva betalar följer av kollektivavtalet, så vi räknar inte fram något stöd här."),
        SupportCounting.OwnDecision => (null, "Kommunen bestämmer själv hur anställningen betalas. Fråga den som ansvarar för budgeten. Har personen dessutom ett stöd från Arbetsförmedlingen väljer ni det i kalkylen."),
        _ => (null, "Stödet är avskaffat. Nya beslut fattas inte."),
    };

    /// <summary>The pay that support is counted on.</summary>
    private decimal CountedPay() => Proportional(
        Ask(_subject, Limit.WageCeiling) is { } ceiling ? Math.Min(question.FullTimeWage, ceiling) : question.FullTimeWage);

    private decimal Proportional(int fullTime) => fullTime * question.ExtentPercent / 100m;

    // A share of pay, not percent.
    private decimal Fee()
    {
        if (question.FeePercent is not { } typed)
            return Ask(ShippedRules.All, Limit.EmployerFeeHundredths, hundredths => (hundredths / 100m).InPercent()) is { } rule ? rule / 10_000m : 0;
        _asked.Add(new("Arbetsgivaravgift", typed.InPercent(), Typed));
        return typed / 100m;
    }

    private int? Share()
    {
        if (question.SharePercent is not { } typed)
            return Ask(_subject, Limit.SharePercent);
        _asked.Add(new(Limit.SharePercent.Label(), $"{typed}", Typed));
        return typed;
    }

    private int Multiple() => Ask(_subject, question.Absence switch
    {
        Absence.Shorter => Limit.FeePercentShort,
        Absence.Longer => Limit.FeePercentLong,
        _ => Limit.FeePercentLongest,
    }) ?? 0;

    private int? Ask(string subject, Limit limit, Func<int, string>? written = null)
    {
        if (rules.Find(subject, limit) is not { } rule || rules.Number(subject, limit) is not { } number)
            return null;
        var name = limit == Limit.EmployerFeeHundredths ? "Arbetsgivaravgift" : limit.Label();
        _asked.Add(new(name, written?.Invoke(number) ?? rule.Shown(), rule.Source));
        return number;
    }
}
