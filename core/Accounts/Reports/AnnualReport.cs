using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Organisation;

namespace EnVagUt.Core.Accounts.Reports;

public enum ReportStatus
{
    [Display(Name = "Utkast")] Draft,
    [Display(Name = "Låst")] Locked,
    [Display(Name = "Godkänd för överlämning")] Approved,
    [Display(Name = "Överlämnad")] HandedOver,
}

/// <summary>
/// Årsrapport of one nämnd and year: working material until the figures are locked, then never changed. Has two dates
/// (docs/model.md, Facts for figures): the period that events must lie in, and the instant by which they must have been registered.
/// </summary>
public sealed class AnnualReport : Root
{
    private readonly List<ReportTable> _tables = [];

    private AnnualReport() { }

    public static AnnualReport For(Guid namndId, int year) =>
        new() { NamndId = namndId, Year = year, From = new DateOnly(year, 1, 1), To = new DateOnly(year, 12, 31) };

    public Guid NamndId { get; private set; }
    public int Year { get; private set; }
    public DateOnly From { get; private set; }

    /// <summary>Period till och med.</summary>
    public DateOnly To { get; private set; }

    /// <summary>Registrerat senast: what was registered later is not in the figures. UTC.</summary>
    public DateTime RegisteredAtLatest { get; private set; }

    /// <summary>The names of that time, whatever the municipality and its nämnd are called later.</summary>
    public string MunicipalityName { get; private set; } = "";
    public string NamndName { get; private set; } = "";
    public string SortKey { get; private set; } = "";

    public DateTime? LockedAt { get; private set; }
    public Guid? AuthorId { get; private set; }

    /// <summary>Handläggare, as it stands in the document.</summary>
    public string? AuthorName { get; private set; }

    public DateTime? ApprovedAt { get; private set; }
    public Guid? ApproverId { get; private set; }

    /// <summary>Undertecknare, as it stands in the document.</summary>
    public string? ApproverName { get; private set; }

    /// <summary>Why the author approved the report alone.</summary>
    public string? OwnApprovalReason { get; private set; }

    public DateTime? HandedOverAt { get; private set; }
    public Guid? HandedOverBy { get; private set; }

    /// <summary>The function mailbox that it went to.</summary>
    public string? HandedOverTo { get; private set; }

    /// <summary>Typed in when the registrar has given it; never minted here.</summary>
    public string? DiaryNumber { get; private set; }

    /// <summary>SHA-256 of the figures as they are shown, 64 small hexadecimal digits.</summary>
    public string? Hash { get; private set; }

    /// <summary>The document that was approved.</summary>
    public Guid? DocumentId { get; private set; }

    /// <summary>Stored for queries only.</summary>
    public ReportStatus Status { get; private set; }

    public IReadOnlyList<ReportTable> Tables => _tables;
    public Period Period => new(From, To);

    public ReportStatus CurrentStatus => this switch
    {
        { HandedOverAt: not null } => ReportStatus.HandedOver,
        { ApprovedAt: not null } => ReportStatus.Approved,
        { LockedAt: not null } => ReportStatus.Locked,
        _ => ReportStatus.Draft,
    };

    /// <summary>Sammanställ: new figures in place of those of the draft.</summary>
    internal void Compile(string municipalityName, OrgTree.Node namnd, IEnumerable<ReportTable> tables, Stamp stamp)
    {
        RuleBreachException.When(LockedAt is not null, Rule.ReportAlreadyLocked);
        (MunicipalityName, NamndName, RegisteredAtLatest) = (municipalityName, namnd.Name, stamp.At);
        // Newest year first, then by name.
        SortKey = Folding.SortKey($"{9999 - Year:0000} {NamndName}", Id);
        _tables.Clear();
        _tables.AddRange(tables);
        Settle(stamp, "Compiled");
    }

    /// <summary>Lås siffrorna: compiled one last time, at the lock's own instant, by whoever answers for them.</summary>
    internal void Lock(string authorName, Stamp stamp)
    {
        RuleBreachException.When(LockedAt is not null, Rule.ReportAlreadyLocked);
        RuleBreachException.When(stamp.Today <= To, Rule.PeriodNotOver);
        RuleBreachException.When(string.IsNullOrWhiteSpace(authorName), Rule.Required, nameof(AuthorName));
        if (RegisteredAtLatest != stamp.At)
            throw new InvalidOperationException("The figures are not compiled at the instant of the lock.");
        (LockedAt, AuthorId, AuthorName) = (stamp.At, stamp.UserId, authorName.Trim());
        Hash = HashOf(this);
        Settle(stamp, "Locked");
    }

    /// <summary>Godkänn för överlämning. The nämnd's own act, to godkänna rapporten, comes later and elsewhere.</summary>
    internal void Approve(string approverName, string? ownApprovalReason, Stamp stamp)
    {
        RuleBreachException.When(LockedAt is null, Rule.ReportNotLocked);
        RuleBreachException.When(ApprovedAt is not null, Rule.NotAllowedInStatus);
        RuleBreachException.When(string.IsNullOrWhiteSpace(approverName), Rule.Required, nameof(ApproverName));
        var own = stamp.UserId == AuthorId;
        RuleBreachException.When(own && string.IsNullOrWhiteSpace(ownApprovalReason), Rule.ApproverIsAuthor, nameof(OwnApprovalReason));
        (ApprovedAt, ApproverId, ApproverName, OwnApprovalReason) =
            (stamp.At, stamp.UserId, approverName.Trim(), own ? ownApprovalReason!.Trim() : null);
        Settle(stamp, "Approved", own ? nameof(OwnApprovalReason) : "");
    }

    internal void Attach(Guid documentId) => DocumentId = documentId;

    internal void HandOver(string to, Stamp stamp)
    {
        RuleBreachException.When(CurrentStatus != ReportStatus.Approved, Rule.NotAllowedInStatus);
        (HandedOverAt, HandedOverBy, HandedOverTo) = (stamp.At, stamp.UserId, to);
        Settle(stamp, "HandedOver");
    }

    internal void RecordDiaryNumber(string number, Stamp stamp)
    {
        RuleBreachException.When(CurrentStatus != ReportStatus.HandedOver, Rule.NotAllowedInStatus);
        RuleBreachException.When(string.IsNullOrWhiteSpace(number), Rule.Required, nameof(DiaryNumber));
        DiaryNumber = number.Trim();
        Settle(stamp, "DiaryNumberRecorded");
    }

    /// <summary>
    /// Over what is shown, and nothing else: with hidden numbers in it, the printed hash would let anybody try 1, 2, 3 and 4.
    /// </summary>
    public static string HashOf(AnnualReport report)
    {
        var text = new StringBuilder();
        Line("rapport", report.MunicipalityName, report.NamndName, Day(report.From), Day(report.To),
            report.RegisteredAtLatest.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture));
        foreach (var table in report.Tables.OrderBy(t => t.Number))
        {
            Line("tabell", table.Kind.ToString(), table.Title, table.Perspective, table.Note ?? "");
            foreach (var f in table.Figures.OrderBy(f => f.RowNumber).ThenBy(f => f.ColumnNumber))
                Line(f.Section ?? "", f.Row, f.Column, f.Hidden ? "dold" : f.Value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "");
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));

        void Line(params ReadOnlySpan<string> parts) => text.AppendJoin('\t', parts!).Append('\n');
        static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private void Settle(Stamp stamp, string verb, params ReadOnlySpan<string> codes)
    {
        Status = CurrentStatus;
        Changed(stamp, verb, codes);
    }
}
