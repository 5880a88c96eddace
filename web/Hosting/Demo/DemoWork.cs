using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Parties.Participants;

namespace EnVagUt.Web.Hosting.Demo;

/// <param name="Swedish">What the work demands.</param>
internal sealed record DemoTask(string Title, string Tasks, SwedishLevel Swedish = SwedishLevel.Basic, bool DrivingLicence = false);

/// <summary>What there is to do in each branch.</summary>
internal static class DemoWork
{
    public static IReadOnlyList<DemoTask> In(Branch branch) => branch switch
    {
        Branch.Agriculture or Branch.Mining =>
        [
            new("Medarbetare på gården", "Hjälpa till i djurstall, hålla rent och laga stängsel. Arbetet är utomhus i alla väder.", SwedishLevel.Basic),
            new("Trädgårdsarbetare", "Rensa, plantera och klippa. Viss körning av åkgräsklippare efter introduktion.", SwedishLevel.None),
        ],
        Branch.Manufacturing =>
        [
            new("Montör", "Montera delar efter ritning, kontrollera och packa. Stående arbete i verkstad."),
            new("Lagerarbetare", "Ta emot gods, plocka ordrar och hålla ordning på lagret."),
        ],
        Branch.Energy or Branch.Water =>
        [
            new("Medarbetare på återvinningscentralen", "Ta emot besökare, visa var saker sorteras och hålla ordning vid containrarna.", SwedishLevel.Everyday),
            new("Driftassistent", "Följa med på tillsyn, läsa av mätare och sköta enklare underhåll.", SwedishLevel.Everyday, DrivingLicence: true),
        ],
        Branch.Construction =>
        [
            new("Hantlangare på bygge", "Bära material, städa och hjälpa snickarna. Skyddsutrustning får man av oss."),
            new("Målarassistent", "Förbereda ytor, maska, grundmåla och städa efter dagens arbete."),
        ],
        Branch.Trade =>
        [
            new("Butiksmedarbetare", "Packa upp varor, fylla på i hyllorna och hjälpa kunder att hitta.", SwedishLevel.Everyday),
            new("Medarbetare i verkstad", "Byta däck, tvätta bilar och hålla ordning bland verktygen."),
        ],
        Branch.Transport => [new("Lagermedarbetare", "Lasta och lossa, scanna gods och sortera till rätt bil.")],
        Branch.Hospitality =>
        [
            new("Köksbiträde", "Diska, skära grönsaker, duka fram och hålla rent i köket. Vi lär ut hygienreglerna."),
            new("Kafémedarbetare", "Stå i kassan, brygga kaffe och plocka disk.", SwedishLevel.Everyday),
        ],
        Branch.Education =>
        [
            new("Resurs på förskola", "Vara med i leken, duka och följa med ut. Utdrag ur belastningsregistret krävs.", SwedishLevel.Everyday),
            new("Vaktmästare på skola", "Byta lampor, ställa i ordning salar och hålla snyggt på gården."),
        ],
        Branch.Care =>
        [
            new("Servicemedarbetare på äldreboende", "Servera mat, bädda, sköta disk och vara sällskap på promenader.", SwedishLevel.Everyday),
            new("Medarbetare i tvättstugan", "Sortera, tvätta och vika. Arbetet sker i lugn takt tillsammans med en kollega."),
        ],
        Branch.Culture =>
        [
            new("Medarbetare på idrottsplats", "Sköta planer, städa omklädningsrum och hjälpa föreningar på plats."),
            new("Medarbetare på bibliotek", "Sätta upp böcker, plocka reservationer och visa besökare till rätta.", SwedishLevel.Everyday),
        ],
        Branch.Support or Branch.RealEstate =>
        [
            new("Lokalvårdare", "Städa kontor, trapphus och skolsalar efter schema."),
            new("Fastighetsskötare", "Klippa gräs, skotta snö, byta lampor och felanmäla.", SwedishLevel.Everyday, DrivingLicence: true),
        ],
        Branch.PublicAdministration =>
        [
            new("Parkarbetare", "Rensa rabatter, tömma papperskorgar och klippa gräs i stadens parker.", SwedishLevel.None),
            new("Medarbetare i reception", "Ta emot besökare, sortera post och boka rum.", SwedishLevel.Fluent),
        ],
        _ =>
        [
            new("Kontorsassistent", "Skanna, registrera och hålla ordning bland papper.", SwedishLevel.Fluent),
            new("Medhjälpare", "Hjälpa till med det som behövs under dagen. Passar den som vill prova på."),
        ],
    };
}
