using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Time;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics;

namespace EnVagUt.Core.Accounts.Reports;

public enum ReportTableKind
{
    [Display(Name = "Erbjudna och använda platser")] Places,
    [Display(Name = "Erbjudna och använda lönestöd")] Lonestod,
    [Display(Name = "Praktik, träning och anställning som pågick under året, efter form")] Forms,
    [Display(Name = "Praktik, träning och anställning som avslutades under året, efter avslutsorsak")] ExitReasons,
    [Display(Name = "Praktik, träning och anställning som avslutades under året, efter resultat")] Outcomes,
    [Display(Name = "Personer efter målgrupp")] TargetGroups,
    [Display(Name = "Personer efter ålder vid start")] AgeBands,
    [Display(Name = "Uppfyllelse av sysselsättningskrav, månader på heltid")] Clauses,
    [Display(Name = "Uppgifternas kvalitet")] DataQuality,
}

public static class ReportTableKinds
{
    /// <summary>What the lines of the table are, for the head of its first column.</summary>
    public static string RowHead(this ReportTableKind kind) => kind switch
    {
        ReportTableKind.Places => "Förvaltning och form",
        ReportTableKind.Lonestod => "Förvaltning och stöd",
        ReportTableKind.Forms => "Form",
        ReportTableKind.ExitReasons => "Avslutsorsak",
        ReportTableKind.Outcomes => "Resultat",
        ReportTableKind.TargetGroups => "Målgrupp",
        ReportTableKind.AgeBands => "Ålder",
        ReportTableKind.Clauses => "Avtal och krav",
        ReportTableKind.DataQuality => "Lucka",
        _ => throw new UnreachableException($"{kind} has no row head"),
    };

    public static bool CountsPersons(this ReportTableKind kind) =>
        kind is not (ReportTableKind.Places or ReportTableKind.Lonestod or ReportTableKind.Clauses);
}

/// <summary>One table of a report, with everything that is read with it. Pages and documents render these rows only.</summary>
public sealed class ReportTable : Entity
{
    private readonly List<ReportFigure> _figures = [];

    private ReportTable() { }

    internal ReportTable(ReportTableKind kind, int number, string title, string perspective, string? note)
    {
        (Kind, Number, Title, Perspective, Note) = (kind, number, title, perspective, note);
    }

    public Guid ReportId { get; private set; }
    public ReportTableKind Kind { get; private set; }
    public int Number { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>Whose the figures are, and by the organisation of which day (docs/vardag.md, Reports).</summary>
    public string Perspective { get; private set; } = "";

    public string? Note { get; private set; }
    public IReadOnlyList<ReportFigure> Figures => _figures;

    internal void AddRow(string? section, string row, params ReadOnlySpan<(string Column, decimal? Value)> cells)
    {
        var number = _figures.Count == 0 ? 1 : _figures[^1].RowNumber + 1;
        var column = 0;
        foreach (var (name, value) in cells)
            _figures.Add(new ReportFigure(Id, number, section, row, ++column, name, value));
    }
}

/// <summary>One frozen figure. A hidden one has no value, here or anywhere.</summary>
public sealed class ReportFigure : Entity
{
    private ReportFigure() { }

    internal ReportFigure(Guid tableId, int rowNumber, string? section, string row, int columnNumber, string column, decimal? value)
    {
        (TableId, RowNumber, Section, Row, ColumnNumber, Column) = (tableId, rowNumber, section, row, columnNumber, column);
        (Value, Hidden) = (value, value is null);
    }

    public Guid TableId { get; private set; }
    public int RowNumber { get; private set; }

    /// <summary>Heading that rows stand under: the förvaltning.</summary>
    public string? Section { get; private set; }

    public string Row { get; private set; } = "";
    public int ColumnNumber { get; private set; }
    public string Column { get; private set; } = "";
    public decimal? Value { get; private set; }
    public bool Hidden { get; private set; }

    /// <summary>«1 234», «4,5», or two points for what is hidden.</summary>
    public string Text => TextOf(Value);

    /// <summary>Whether a row sums those above it.</summary>
    public static bool IsTotal(string row) => row is PlaceTables.Total or PlaceTables.AllSupports;

    public static string TextOf(decimal? value) => value?.ToString("#,##0.#", SwedishTime.Culture) ?? "..";
}
