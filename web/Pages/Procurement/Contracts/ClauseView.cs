using System.Globalization;
using EnVagUt.Core.Cases.Delivery;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Places.Procurement;

namespace EnVagUt.Web.Pages.Procurement.Contracts;

/// <summary>One clause as the ledger page writes it: its figures, what they mean, and where it is heading.</summary>
public sealed class ClauseView(int number, Clause clause, ClauseLedger ledger, DateOnly contractEnd, DateOnly today)
{
    public int Number { get; } = number;
    public Guid Id => clause.Id;
    public ClauseKind Kind => clause.Kind;
    public string? Note => clause.Note;
    public DateOnly FirstStartBy => clause.FirstStartBy;
    public Fulfilment Fulfilment { get; } = ledger.Fulfilment(clause, today);
    public IReadOnlyList<ClausePlacement> Placements { get; } = [.. ledger.Placements(clause.Id)];

    /// <summary>Those who run now go on as agreed, and no others start.</summary>
    private Fulfilment Forecast { get; } = ledger.Fulfilment(clause, contractEnd > today ? contractEnd : today);

    public bool IsLate => Fulfilment.FirstStart is null && today > FirstStartBy;

    public string Reduction => clause.ReductionGrantedOn is { } on ? $" ({clause.ReductionReference}, {on.Brief()})" : "";

    public string FirstStartText => Fulfilment.FirstStart switch
    {
        { } start when start <= FirstStartBy => $"(började {start.Brief()})",
        { } start => $"(började {start.Brief()}, för sent)",
        null => IsLate ? "(passerat utan start)" : "(ingen start än)",
    };

    public string ProgressText => $"{Fulfilment.Credited} av {Fulfilment.Demanded} är tillgodoräknade.";

    public string ForecastText => (Fulfilment.IsFulfilled, Forecast.IsFulfilled, today > contractEnd) switch
    {
        (true, _, _) or (_, _, true) => "",
        (_, true, _) => "Om de som är på plats fortsätter som avtalat blir kravet uppfyllt.",
        _ => $"Om de som är på plats fortsätter som avtalat saknas {Forecast.Remaining} när avtalet slutar den {contractEnd.Written()}. Det behövs fler placeringar.",
    };

    public string DoneWidth => Percent(Fulfilment);
    public string ForecastWidth => Percent(Forecast);

    private static string Percent(Fulfilment f) =>
        (f.Demanded > MonthUnits.Zero ? 100m * f.Credited.Months / f.Demanded.Months : 100m).ToString("0.##", CultureInfo.InvariantCulture);
}
