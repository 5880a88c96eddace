using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Employers;

namespace EnVagUt.Core.Cases.FirstDays;

/// <summary>
/// «Första dagen»: one page in large type to take along (docs/vardag.md, First day). It may be left lying on a bus, so it has the first
/// name alone, and neither the form, nor needs, nor who has arranged it.
/// </summary>
public sealed record FirstDaySheet
{
    /// <param name="Answer">Null when nobody has answered; then there is a line to write on.</param>
    public sealed record Line(string Question, string? Answer);

    public required string FirstName { get; init; }
    public required string Employer { get; init; }
    public required Guid WorkplaceId { get; init; }
    public required Guid EmployerId { get; init; }
    public required string Workplace { get; init; }
    public required string Address { get; init; }
    public required Period Period { get; init; }
    public required Cells Cells { get; init; }
    public required WeeklyPattern Pattern { get; init; }
    public string? SupervisorName { get; init; }
    public string? SupervisorPhone { get; init; }
    public required FirstDayAnswers Told { get; init; }

    /// <summary>Stockholm time; null when no day of the period has a time.</summary>
    public DateTime? Begins => WeekInWords.FirstDay(Pattern, Cells, Period);

    /// <summary>«Ingång, kläder» with the supervisor, who is named on the placement.</summary>
    public IReadOnlyList<string> Missing => SupervisorName is null ? ["handledare", .. Told.Missing] : Told.Missing;

    public IReadOnlyList<Line> Lines =>
    [
        new("När", Begins is { } begins ? When(begins) : null),
        new("Var", Workplace == Employer ? $"{Workplace}, {Address}" : $"{Workplace}, {Employer}, {Address}"),
        new("Ingång", Told.Entrance),
        new("Så tar du dig dit", Told.GettingThere),
        new("Kläder", Told.Clothes),
        new("Handledare", SupervisorName is null ? null : WithPhone(SupervisorName, SupervisorPhone)),
        new("Om du är sjuk", Told.SickCallName is null && Told.SickCallPhone is null ? null : $"Ring {WithPhone(Told.SickCallName ?? "arbetsplatsen", Told.SickCallPhone)}, före arbetstidens början"),
    ];

    /// <summary>There is a first day once the workplace has said yes, and until the placement has ended.</summary>
    public static bool IsFor(PlacementStatus status) => status is PlacementStatus.AwaitingPaper or PlacementStatus.ReadyToStart or PlacementStatus.Running;

    public static IQueryable<FirstDaySheet> Of(AppDb db, IQueryable<Placement> placements) =>
        from p in placements
        join x in db.Participants on p.ParticipantId equals x.Id
        join seat in db.Slots on p.SlotId equals seat.Id
        join w in db.Workplaces on p.WorkplaceId equals w.Id
        join e in db.Employers on p.EmployerId equals e.Id
        select new FirstDaySheet
        {
            FirstName = x.FirstName,
            Employer = e.Name,
            EmployerId = e.Id,
            WorkplaceId = w.Id,
            Workplace = w.Name,
            Address = w.StreetAddress + ", " + w.PostalCode + " " + w.City,
            Period = new Period(p.From, p.To),
            Cells = new Cells(p.CellMask),
            Pattern = seat.Pattern,
            SupervisorName = db.Supervisors.Where(s => s.Id == p.SupervisorId).Select(s => s.Name).FirstOrDefault(),
            SupervisorPhone = db.Supervisors.Where(s => s.Id == p.SupervisorId).Select(s => s.Phone).FirstOrDefault(),
            Told = w.FirstDay,
        };

    // «Måndag 7 december 2026 klockan 08.00».
    private static string When(DateTime begins)
    {
        var weekday = begins.ToString("dddd", SwedishTime.Culture);
        return $"{char.ToUpper(weekday[0], SwedishTime.Culture)}{weekday[1..]} {DateOnly.FromDateTime(begins).Written()} klockan {begins.ToString("HH.mm", SwedishTime.Culture)}";
    }

    private static string WithPhone(string name, string? phone) => string.IsNullOrWhiteSpace(phone) ? name : $"{name}, {phone}";
}
