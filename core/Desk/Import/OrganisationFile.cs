using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Organisation;

namespace EnVagUt.Core.Desk.Import;

/// <summary>One unit as the file describes it; a verksamhet or enhet is a workplace too.</summary>
internal sealed record OrganisationLine(ImportRow Row, OrgLevel Level, string Code, string Name, string? ParentCode, DateOnly? From, DateOnly? To, string? SuccessorCode)
{
    public string? CostCentre { get; init; }
    public string? RegistrarEmail { get; init; }

    /// <summary>Its contact is the manager.</summary>
    public required PlaceColumns Place { get; init; }

    public bool IsWorkplace => Level is OrgLevel.Verksamhet or OrgLevel.Enhet;
}

/// <summary>The organisation tree as the municipality's own systems export it (docs/model.md, Employers).</summary>
internal static class OrganisationFile
{
    public static readonly ImportColumn[] Columns =
    [
        new("nivå", true, "enhetsnivå", "typ", "organisationsnivå"),
        new("kod", true, "enhetskod", "organisationskod", "id"),
        new("namn", true, "enhetsnamn", "benämning"),
        new("överordnad", true, "överordnad kod", "överordnad enhet", "förälder", "tillhör"),
        new("kostnadsställe", false, "kst", "ansvar"),
        new("chef", false, "chefens namn", "ansvarig chef"),
        new("chef_epost", false, "chefens e-post", "chef e-postadress", "chef mail"),
        new("registrator_epost", false, "registrator", "nämndens e-post", "funktionsbrevlåda"),
        new("giltig_från", true, "från", "startdatum", "from"),
        new("giltig_till", false, "till", "slutdatum", "t o m"),
        new("efterträdare", false, "ersätts av", "uppgår i"),
        new("adress", false, "gatuadress", "besöksadress"),
        new("postnr", false, "postnummer"),
        new("ort", false, "postort"),
        new("område", false, "stadsdel"),
        new("telefon", false, "tel"),
        new("anställda", false, "antal anställda"),
        new("bransch", false, "sni"),
    ];

    private static readonly Dictionary<string, OrgLevel> Levels = new(StringComparer.Ordinal)
    {
        ["bolag"] = OrgLevel.Bolag, ["kommunaltbolag"] = OrgLevel.Bolag, ["kommunalforbund"] = OrgLevel.Bolag,
        ["styrelse"] = OrgLevel.Namnd, ["kontor"] = OrgLevel.Forvaltning, ["avdelning"] = OrgLevel.Verksamhet,
    };

    public static List<OrganisationLine> Read(ImportTable table) => [.. table.Rows.Select(Read)];

    private static OrganisationLine Read(ImportRow row)
    {
        if (!row.Has("nivå"))
            row.Fault("”nivå” är tomt.");
        var level = row.Choice("nivå", Levels) ?? OrgLevel.Enhet;
        var line = new OrganisationLine(row, level, row.Required("kod", 40), row.Required("namn"), row.Text("överordnad", 40),
            row.Date("giltig_från"), row.Date("giltig_till"), row.Text("efterträdare", 40))
        {
            CostCentre = row.Text("kostnadsställe"),
            RegistrarEmail = row.Email("registrator_epost"),
            Place = PlaceColumns.Of(row, "chef", "chef_epost"),
        };
        if (line.To < line.From)
            row.Fault($"”giltig_till” ({line.To?.Written()}) ligger före ”giltig_från” ({line.From?.Written()}).");
        if (line.SuccessorCode is not null && line.To is null)
            row.Fault("Enheten har en efterträdare men inget slutdatum i ”giltig_till”.");
        if (line.SuccessorCode is not null && Codes.Same.Equals(line.SuccessorCode, line.Code))
            row.Fault("Enheten är sin egen efterträdare.");
        // A workplace is written to: letters need somebody who reads them.
        if (line is { IsWorkplace: true, To: null } && !row.Has("chef"))
            row.Fault("”chef” är tomt. Enheten är också en arbetsplats och behöver en kontaktperson.");
        if (line is { IsWorkplace: true, To: null } && !row.Has("chef_epost"))
            row.Fault("”chef_epost” är tomt. Enheten är också en arbetsplats och behöver en adress för brev.");
        return line;
    }

    /// <summary>What holds between the rows, and between them and the units that are registered already.</summary>
    public static void CheckTree(List<OrganisationLine> lines, IReadOnlyCollection<OrgUnit> registered)
    {
        foreach (var twice in lines.Where(l => l.Code.Length > 0).GroupBy(l => l.Code, Codes.Same).Where(g => g.Count() > 1))
            twice.Last().Row.Fault($"Koden ”{twice.Last().Code}” finns också på rad {twice.First().Row.Line}"
                + (twice.Last().Code == twice.First().Code ? "." : $" som ”{twice.First().Code}”. Stora och små bokstäver är samma kod."));

        var known = registered.ToDictionary(u => u.Code, u => (u.Level, u.ValidTo), Codes.Same);
        foreach (var line in lines)
            known[line.Code] = (line.Level, line.To);
        foreach (var line in lines)
        {
            CheckParent(line, known);
            if (line.SuccessorCode is { } successor && !known.ContainsKey(successor))
                line.Row.Fault($"Efterträdaren ”{successor}” finns varken i filen eller bland de registrerade enheterna.");
            CheckRegistered(line, registered.FirstOrDefault(u => Codes.Same.Equals(u.Code, line.Code)));
            CheckSuccession(line, lines);
        }
    }

    private static void CheckSuccession(OrganisationLine line, List<OrganisationLine> lines)
    {
        var passed = new HashSet<string>(Codes.Same);
        for (var at = line; at is { SuccessorCode: { } next } && passed.Add(at.Code); at = lines.Find(l => Codes.Same.Equals(l.Code, next)))
            if (Codes.Same.Equals(next, line.Code) && at != line)
                line.Row.Fault($"Efterträdarna går i ring: ”{line.Code}” efterträds till sist av sig själv.");
    }

    private static void CheckParent(OrganisationLine line, Dictionary<string, (OrgLevel Level, DateOnly? To)> known)
    {
        OrgLevel[] allowed = line.Level switch
        {
            OrgLevel.Forvaltning => [OrgLevel.Namnd],
            OrgLevel.Verksamhet => [OrgLevel.Forvaltning, OrgLevel.Bolag],
            OrgLevel.Enhet => [OrgLevel.Verksamhet, OrgLevel.Forvaltning, OrgLevel.Bolag],
            _ => [],
        };
        var words = string.Join(" eller ", allowed.Select(l => l.Label().ToLowerInvariant()));
        if (line.ParentCode is not { } code)
        {
            if (allowed.Length > 0)
                line.Row.Fault($"”överordnad” är tomt. {line.Level.Label()} ska ligga under {words}.");
        }
        else if (allowed.Length == 0)
            line.Row.Fault($"{line.Level.Label()} ska inte ha någon överordnad.");
        else if (!known.TryGetValue(code, out var parent))
            line.Row.Fault($"Överordnad ”{code}” finns varken i filen eller bland de registrerade enheterna.");
        else if (!allowed.Contains(parent.Level))
            line.Row.Fault($"Överordnad ”{code}” är {parent.Level.Label().ToLowerInvariant()}. {line.Level.Label()} ska ligga under {words}.");
        else if (parent.To < (line.To ?? DateOnly.MaxValue))
            line.Row.Fault($"Överordnad ”{code}” upphör {parent.To?.Written()}, men enheten fortsätter.");
    }

    private static void CheckRegistered(OrganisationLine line, OrgUnit? unit)
    {
        if (unit is null)
        {
            if (!line.Row.Has("giltig_från"))
                line.Row.Fault("”giltig_från” är tomt.");
        }
        else if (unit.Level != line.Level)
            line.Row.Fault($"Koden ”{line.Code}” är registrerad som {unit.Level.Label().ToLowerInvariant()}. Ge den nya enheten en egen kod.");
        else if (line.From is { } from && from != unit.ValidFrom)
            line.Row.Fault($"Enheten gäller från {unit.ValidFrom.Written()} i registret, och det ändras inte av en fil.");
        else if (unit.ValidTo is { } ended && line.To is null)
            line.Row.Fault($"Enheten är avslutad {ended.Written()}. Skriv slutdatumet i ”giltig_till”, eller ge den nya enheten en egen kod.");
    }
}
