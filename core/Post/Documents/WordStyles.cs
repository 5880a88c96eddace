using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace EnVagUt.Core.Post.Documents;

/// <summary>The styles of <see cref="WordFile"/>: Word's own names for headings, so that they are headings to every reader.</summary>
internal static class WordStyles
{
    private const string Ink = "1F3A4D";
    private const string Line = "8FA3B0";

    public static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri", ComplexScript = "Calibri" },
                new FontSize { Val = "22" }, new FontSizeComplexScript { Val = "22" },
                new Languages { Val = "sv-SE", EastAsia = "sv-SE", Bidi = "ar-SA" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
                new SpacingBetweenLines { After = "120", Line = "276", LineRule = LineSpacingRuleValues.Auto }))),
        new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        Heading(1, "32", before: "360"),
        Heading(2, "25", before: "280"),
        Style("ListBullet", "List Bullet", new StyleParagraphProperties(new NumberingProperties(new NumberingId { Val = 1 }),
            new SpacingBetweenLines { After = "40" }, new Indentation { Left = "360", Hanging = "360" })),
        Style("Footer", "footer", new StyleParagraphProperties(new Tabs(new TabStop { Val = TabStopValues.Right, Position = 9070 })), Run("17", "4A5B66")),
        Style("Sender", "Avsändare", Spacing("0", "0"), new StyleRunProperties(new Bold(), new Color { Val = Ink }, new FontSize { Val = "24" })),
        Style("Fact", "Uppgift", new StyleParagraphProperties(new Tabs(new TabStop { Val = TabStopValues.Left, Position = 3260 }),
            new SpacingBetweenLines { Before = "20", After = "20" }, new Indentation { Left = "3260", Hanging = "3260" })),
        Style("SheetQuestion", "Fråga på blad", new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "200", After = "0" }),
            Run("26", "4A5B66")),
        Style("SheetAnswer", "Svar på blad", Spacing("0", "0"), Run("36", bold: true)),
        Style("Perspective", "Perspektiv", new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { After = "120" }), Run("20")),
        Style("Note", "Not", Spacing("60", "120"), Run("18")),
        Style("Signature", "Underskrift", new StyleParagraphProperties(new KeepNext(),
            new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 4, Color = Line }), new SpacingBetweenLines { Before = "900", After = "40" },
            new Indentation { Right = "400" })),
        Style("TableHead", "Tabellhuvud", CellText(JustificationValues.Left, keepNext: true), Run("19", bold: true)),
        Style("TableHeadNumber", "Tabellhuvud tal", CellText(JustificationValues.Right, keepNext: true), Run("19", bold: true)),
        Style("TableSection", "Tabellavsnitt", CellText(JustificationValues.Left, keepNext: true), Run("20", bold: true)),
        Style("TableRow", "Tabellrad", CellText(JustificationValues.Left), Run("20")),
        Style("TableNumber", "Tabelltal", CellText(JustificationValues.Right), Run("20")),
        new Style(new StyleName { Val = "Rapporttabell" },
            new StyleTableProperties(
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 8, Color = Ink },
                    new BottomBorder { Val = BorderValues.Single, Size = 8, Color = Ink },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 2, Color = Line }),
                new TableCellMarginDefault(
                    new TopMargin { Width = "30", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 60, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "30", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 60, Type = TableWidthValues.Dxa })),
            new TableStyleProperties(new TableStyleConditionalFormattingTableCellProperties(
                new TableCellBorders(new BottomBorder { Val = BorderValues.Single, Size = 8, Color = Ink })))
            { Type = TableStyleOverrideValues.FirstRow })
        { Type = StyleValues.Table, StyleId = "ReportTable", CustomStyle = true });

    public static Numbering Bullets() => new(
        new AbstractNum(new MultiLevelType { Val = MultiLevelValues.SingleLevel },
            new Level(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = NumberFormatValues.Bullet }, new LevelText { Val = "•" },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = "360", Hanging = "360" }))
            { LevelIndex = 0 })
        { AbstractNumberId = 0 },
        new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = 1 });

    private static Style Heading(int level, string size, string before) =>
        new(new StyleName { Val = $"heading {level}" }, new BasedOn { Val = "Normal" }, new NextParagraphStyle { Val = "Normal" }, new PrimaryStyle(),
            new StyleParagraphProperties(new KeepNext(), new KeepLines(), new SpacingBetweenLines { Before = before, After = "100", Line = "240", LineRule = LineSpacingRuleValues.Auto },
                new OutlineLevel { Val = level - 1 }),
            new StyleRunProperties(new Bold(), new Color { Val = Ink }, new FontSize { Val = size }))
        { Type = StyleValues.Paragraph, StyleId = $"Heading{level}" };

    private static Style Style(string id, string name, params OpenXmlElement[] properties) =>
        new([new StyleName { Val = name }, new BasedOn { Val = "Normal" }, .. properties])
        { Type = StyleValues.Paragraph, StyleId = id, CustomStyle = id is "ListBullet" or "Footer" ? null : true };

    private static StyleParagraphProperties Spacing(string before, string after) => new(new SpacingBetweenLines { Before = before, After = after });

    private static StyleParagraphProperties CellText(JustificationValues justify, bool keepNext = false)
    {
        var properties = new StyleParagraphProperties(
            new SpacingBetweenLines { Before = "0", After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto }, new Justification { Val = justify });
        if (keepNext)
            properties.PrependChild(new KeepNext());
        return properties;
    }

    private static StyleRunProperties Run(string size, string? color = null, bool bold = false)
    {
        var run = new StyleRunProperties();
        if (bold)
            run.Append(new Bold());
        if (color is not null)
            run.Append(new Color { Val = color });
        run.Append(new FontSize { Val = size });
        return run;
    }
}
