using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Participants;

namespace EnVagUt.Web.Hosting.Demo;

/// <summary>Somebody who is registered on a day, and is free for the next case from another day on.</summary>
internal sealed class DemoParticipant(Verksamhetsgren gren, Actor coordinator, DateOnly registered, RegisterParticipant input)
{
    public Verksamhetsgren Gren { get; } = gren;
    public Actor Coordinator { get; } = coordinator;
    public DateOnly Registered { get; } = registered;
    public RegisterParticipant Input { get; } = input;
    public DateOnly FreeFrom { get; set; } = registered.AddDays(10);
    public Guid Id { get; set; }
}

/// <summary>
/// Invented people: the surnames say so, and nobody has a personnummer. Telephone numbers are PTS's for fiction, addresses
/// end in .example.
/// </summary>
internal sealed class DemoPeople(DemoStage stage, DemoLogins logins)
{
    // Codes that no municipality has.
    private const string Home = "9900", Neighbour = "9901", Farther = "9902";

    private static readonly string[] Women = ["Maria", "Anna", "Amina", "Fatima", "Leila", "Karin", "Eva", "Sara", "Hanna", "Lena", "Elin", "Zahra", "Maja", "Samira", "Ida", "Linnea", "Nour", "Hodan", "Olena", "Selam"];
    private static readonly string[] Men = ["Erik", "Johan", "Omar", "Lars", "Nils", "Ali", "Peter", "Ahmed", "Oskar", "Yusuf", "Viktor", "Hassan", "Emil", "Abdi", "Karim", "Tesfay", "Andrij", "Jonas", "Mohammed", "Filip"];
    private static readonly string[] Last = ["Provmyr", "Exempelsson", "Testlund", "Påhittson", "Demoberg", "Fiktivsson", "Låtsberg", "Modellgren", "Provdal", "Exempelgren", "Testström", "Påhittlund", "Demodal", "Fiktivgren", "Låtsasman", "Modellsson", "Provhage", "Exempelberg", "Testholm", "Påhittgren"];
    private static readonly string?[] Wishes = [null, null, "Vill gärna arbeta med mat.", "Har lagat bilar tidigare och vill göra det igen.", "Vill träffa människor och öva svenska.", "Helst utomhus.", "Vill prova på vårdarbete.", "Tycker om ordning och reda, gärna lager."];

    private int _serial;

    public List<DemoParticipant> Register(int count, TargetGroup group, Verksamhetsgren gren)
    {
        var coordinator = gren switch { Verksamhetsgren.Socialtjanst => logins.SocialCoordinator, Verksamhetsgren.Kaa => logins.KaaCoordinator, _ => logins.Coordinator };
        return [.. Enumerable.Range(0, count).Select(_ => Register(group, gren, coordinator)).OrderBy(p => p.Registered)];
    }

    // One in six was there when the portal was taken into use.
    private DemoParticipant Register(TargetGroup group, Verksamhetsgren gren, Actor coordinator)
    {
        var days = stage.Last.DayNumber - stage.First.DayNumber;
        var registered = stage.First.AddDays(stage.Chance(0.16) ? stage.Random.Next(5, 60) : stage.Random.Next(60, days - 1));
        var input = new RegisterParticipant
        {
            Gren = gren,
            Person = Person(group, registered),
            Details = new ParticipantDetails
            {
                TargetGroup = group,
                Education = stage.Weighted((Education.PreGymnasium, group == TargetGroup.A ? 58 : 80), (Education.Gymnasium, 30), (Education.PostGymnasium, 12)),
                ExtentPercent = stage.Weighted((100, 60), (75, 15), (50, 20), (25, 5)),
                Swedish = stage.Weighted((SwedishLevel.None, 10), (SwedishLevel.Basic, 35), (SwedishLevel.Everyday, 35), (SwedishLevel.Fluent, 20)),
                DrivingLicence = stage.Chance(0.35),
                Wish = stage.Pick(Wishes),
                ByHand = registered.DayNumber % 15 == 0 ? ByHandReason.Language : null,
            },
        };
        var made = new DemoParticipant(gren, coordinator, registered, input);
        stage.OnWorkingDay(registered, async () => made.Id = (await stage.AskAsync<ParticipantService, Registered>(coordinator, s => s.RegisterAsync(input, default))).Id);
        return made;
    }

    private PersonDetails Person(TargetGroup group, DateOnly on)
    {
        var serial = ++_serial;
        var sex = stage.Weighted((Sex.Woman, 52), (Sex.Man, 48));
        var age = group == TargetGroup.Kaa ? stage.Random.Next(17, 20) : stage.Weighted((stage.Random.Next(20, 30), 30), (stage.Random.Next(30, 50), 50), (stage.Random.Next(50, 61), 20));
        return new PersonDetails
        {
            FirstName = stage.Pick(sex == Sex.Woman ? Women : Men),
            LastName = stage.Pick(Last),
            BirthDate = on.AddYears(-age).AddDays(-stage.Random.Next(1, 360)),
            Sex = sex,
            Email = stage.Chance(0.7) ? $"deltagare{serial}@post.example" : null,
            Phone = string.Create(SwedishTime.Culture, $"070-174 06 {5 + serial % 95:00}"),
            HomeMunicipality = stage.Weighted((Home, 90), (Neighbour, 8), (Farther, 2)),
        };
    }
}
