using EnVagUt.Core.Parties.Employers;

namespace EnVagUt.Core.Desk.Import;

/// <summary>One workplace of one employer as the file describes it.</summary>
internal sealed record EmployerLine(ImportRow Row, OrgNumber? Number, string Name, string WorkplaceName)
{
    public Sector? Sector { get; init; }
    public SizeClass? Size { get; init; }
    public required PlaceColumns Place { get; init; }
    public bool? CollectiveAgreement { get; init; }
    public bool? LiabilityInsurance { get; init; }
}

/// <summary>The municipality's register of employers; an employer with several workplaces has a row for each.</summary>
internal static class EmployerFile
{
    public static readonly ImportColumn[] Columns =
    [
        new("organisationsnummer", true, "orgnr", "organisationsnr"),
        new("namn", true, "företag", "företagsnamn", "arbetsgivare"),
        new("sektor", false, "typ"),
        new("bransch", true, "sni", "näringsgren"),
        new("storlek", false, "storleksklass"),
        new("arbetsplats", false, "arbetsställe", "arbetsplatsens namn"),
        new("adress", true, "gatuadress", "besöksadress"),
        new("postnr", true, "postnummer"),
        new("ort", true, "postort"),
        new("område", false, "stadsdel"),
        new("kontakt", true, "kontaktperson", "kontaktnamn"),
        new("epost", true, "e-postadress", "mail", "mejl"),
        new("telefon", false, "tel", "telefonnummer"),
        new("anställda", true, "antal anställda"),
        new("kollektivavtal", false, "avtal"),
        new("ansvarsförsäkring", false, "försäkring"),
    ];

    private static readonly Dictionary<string, Sector> Sectors = new(StringComparer.Ordinal)
    {
        ["privat"] = Sector.Private, ["bolag"] = Sector.Private, ["aktiebolag"] = Sector.Private, ["enskildfirma"] = Sector.Private,
        ["forening"] = Sector.Association, ["ideell"] = Sector.Association, ["ideburen"] = Sector.Association, ["stiftelse"] = Sector.Association,
        ["offentlig"] = Sector.OtherPublic, ["region"] = Sector.OtherPublic, ["stat"] = Sector.OtherPublic, ["myndighet"] = Sector.OtherPublic,
    };

    private static readonly Dictionary<string, SizeClass> Sizes = new(StringComparer.Ordinal)
    {
        ["0"] = SizeClass.None, ["inga"] = SizeClass.None, ["14"] = SizeClass.From1To4, ["59"] = SizeClass.From5To9,
        ["1019"] = SizeClass.From10To19, ["2049"] = SizeClass.From20To49, ["5099"] = SizeClass.From50To99, ["100"] = SizeClass.From100,
    };

    public static List<EmployerLine> Read(ImportTable table, OrgNumber? municipality)
    {
        var lines = table.Rows.Select(r => Read(r, municipality)).ToList();
        foreach (var employer in lines.Where(l => l.Number is not null).GroupBy(l => l.Number!.Value))
            CheckTogether([.. employer]);
        return lines;
    }

    private static EmployerLine Read(ImportRow row, OrgNumber? municipality)
    {
        foreach (var column in new[] { "organisationsnummer", "bransch", "adress", "postnr", "ort", "kontakt", "epost", "anställda" })
            if (!row.Has(column))
                row.Fault($"”{column}” är tomt.");
        // The number is not repeated in the message: it may be a person's.
        var isNumber = OrgNumber.TryParse(row.Text("organisationsnummer"), out var number);
        if (!isNumber && row.Has("organisationsnummer"))
            row.Fault("Organisationsnumret stämmer inte. Kontrollera siffrorna: den sista är en kontrollsiffra.");
        if (isNumber && number == municipality)
            row.Fault("Det är kommunens eget organisationsnummer. Kommunens enheter läses in med organisationsfilen.");
        var name = row.Required("namn");
        var sector = row.Choice("sektor", Sectors);
        if (sector == Sector.OwnMunicipality)
            row.Fault("Kommunens enheter läses in med organisationsfilen.");
        var place = PlaceColumns.Of(row, "kontakt", "epost");
        return new EmployerLine(row, isNumber ? number : null, name, row.Text("arbetsplats") ?? name)
        {
            Sector = sector,
            Size = row.Choice("storlek", Sizes) ?? (place.Employees is { } n ? WorkplaceFields.SizeOf(n) : null),
            Place = place,
            CollectiveAgreement = row.YesNo("kollektivavtal"),
            LiabilityInsurance = row.YesNo("ansvarsförsäkring"),
        };
    }

    private static void CheckTogether(List<EmployerLine> lines)
    {
        var first = lines[0];
        foreach (var line in lines.Skip(1))
        {
            if (line.Name != first.Name)
                line.Row.Fault($"Samma organisationsnummer heter ”{first.Name}” på rad {first.Row.Line}.");
            if (lines.First(l => l.WorkplaceName == line.WorkplaceName) is var same && same != line)
                line.Row.Fault($"Arbetsplatsen ”{line.WorkplaceName}” finns också på rad {same.Row.Line}. Ge arbetsplatserna olika namn i kolumnen ”arbetsplats”.");
        }
    }
}
