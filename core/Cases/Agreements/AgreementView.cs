using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;

namespace EnVagUt.Core.Cases.Agreements;

/// <summary>One version as pages and the Word file show it, with the approvals that hold.</summary>
public sealed record AgreementView
{
    public sealed record Row(Approver Approver, ApprovalWay Way, string? GivenBy, BehalfReason? Reason, DateOnly? SignedOn, string? SeenBy, DateTime At);

    /// <param name="Given">How it was given; null when it has not been.</param>
    public sealed record Line(Approver Approver, string Who, string? Given, bool IsNext);

    public required Guid Id { get; init; }
    public required Guid Version { get; init; }
    public required Form Form { get; init; }
    public required int Number { get; init; }
    public required AgreementChange Change { get; init; }
    public required DateOnly EffectiveOn { get; init; }
    public required AgreementTerms Terms { get; init; }
    public required bool NeedsGuardian { get; init; }
    public required DateTime ChangedAt { get; init; }
    public DateTime? SentAt { get; init; }
    public DateTime? ConcludedAt { get; init; }
    public DateTime? VoidedAt { get; init; }
    public required IReadOnlyList<Row> Approvals { get; init; }

    /// <summary>As far as the reader may see it: an employer reads the first name until the placement is Klar för start.</summary>
    public string PersonName { get; init; } = "";

    /// <summary>How the person and the guardian gave theirs is not the workplace's to know.</summary>
    public bool ForEmployer { get; init; }

    public AgreementStatus Status => Agreement.StatusOf(SentAt, ConcludedAt, VoidedAt);

    /// <summary>«Överenskommelse om språkträning»; it is read by whoever holds its link.</summary>
    public string Heading => $"Överenskommelse om {Form.Row().Outward.Name}";

    public string PersonWord => Approver.Participant.Word(Form);

    public Approver? Next => Status == AgreementStatus.Sent ? ApprovalOrder.Next(Form, NeedsGuardian, [.. Approvals.Select(a => a.Approver)]) : null;

    public IReadOnlyList<Line> Lines => [.. ApprovalOrder.Of(Form, NeedsGuardian).Select(approver =>
        new Line(approver, approver.Word(Form), Approvals.FirstOrDefault(a => a.Approver == approver) is { } row ? Told(row) : null, approver == Next))];

    public static IQueryable<AgreementView> Of(IQueryable<Agreement> agreements) => agreements.Select(a => new AgreementView
    {
        Id = a.Id,
        Version = a.Version,
        Form = a.Form,
        Number = a.Number,
        Change = a.Change,
        EffectiveOn = a.EffectiveOn,
        Terms = a.Terms,
        NeedsGuardian = a.NeedsGuardian,
        ChangedAt = a.ChangedAt,
        SentAt = a.SentAt,
        ConcludedAt = a.ConcludedAt,
        VoidedAt = a.VoidedAt,
        Approvals = a.Approvals.Where(x => x.VoidedAt == null).OrderBy(x => x.At)
            .Select(x => new Row(x.Approver, x.Way, x.GivenBy, x.Reason, x.SignedOn, x.SeenBy, x.At)).ToList(),
    });

    private string Told(Row row)
    {
        var day = row.At.StockholmDate().Written();
        if (ForEmployer && row.Approver is Approver.Participant or Approver.Guardian)
            return $"godkände {day}";
        var who = row.GivenBy is null ? "" : $"{row.GivenBy}, ";
        return who + row.Way switch
        {
            ApprovalWay.OnScreen => $"godkände {day} på handläggarens skärm",
            ApprovalWay.ByLink => $"godkände {day} med personlig länk",
            ApprovalWay.OnPaper => $"skrev under på papper {row.SignedOn?.Written()}, sett av {row.SeenBy}",
            ApprovalWay.OnBehalf => $"godkände muntligt, antecknat {day} ({row.Reason?.Label().ToLower(SwedishTime.Culture)})",
            _ => $"godkände {day} i portalen",
        };
    }
}
