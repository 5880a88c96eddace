using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Parties.Organisation;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;

namespace EnVagUt.Tests.Core.Reminders.Simulation;

/// <summary>What is there on the first day: staff, workplaces and their offers, open for as long as the simulation lasts.</summary>
internal sealed partial class World
{
    private static readonly (int, int)?[] Closings = [null, null, (28, 31), (28, 31), (27, 30), (29, 29), (52, 53)];
    private readonly Dictionary<(Guid Place, Form Form), Offer> _offers = [];
    private readonly Dictionary<Guid, WorkplaceDetails> _details = [];
    private readonly Dictionary<Guid, Workplace> _workplaces = [];

    public static async Task<World> BuildAsync(CoreTest test, int seed, int placements)
    {
        var world = new World(test.Database, seed, placements);
        test.Clock.SetStockholm(First.AddDays(-20));
        foreach (var (role, gren) in new (Role, Verksamhetsgren)[]
        {
            (Role.UnitManager, Verksamhetsgren.Arbetsmarknad), (Role.UnitManager, Verksamhetsgren.Arbetsmarknad), (Role.UnitManager, Verksamhetsgren.Skola),
            (Role.Coordinator, Verksamhetsgren.Arbetsmarknad), (Role.Coordinator, Verksamhetsgren.Arbetsmarknad), (Role.Coordinator, Verksamhetsgren.Arbetsmarknad),
            (Role.Coordinator, Verksamhetsgren.Arbetsmarknad), (Role.Coordinator, Verksamhetsgren.Skola), (Role.Coordinator, Verksamhetsgren.Skola),
        })
        {
            var (user, _) = await TestUsers.AddAsync(test.Database, test.Clock, [role], gren);
            (role == Role.UnitManager ? world.Managers : world.Coordinators).Add(new Colleague { Id = user.Id, Gren = gren, Email = user.Email! });
            test.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        await world.DigestAsync(world.Coordinators[1]);
        await world.PlacesAsync(new Stamp(null, test.Clock.GetUtcNow().UtcDateTime));
        return world;
    }

    private async Task DigestAsync(Colleague who)
    {
        await using var db = _database.Open();
        db.Users.Single(u => u.Id == who.Id).SetDigest(true);
        who.WantsDigest = true;
        await db.SaveChangesAsync();
    }

    private async Task PlacesAsync(Stamp stamp)
    {
        await using var db = _database.Open();
        for (var i = 0; i < 100; i++)
        {
            var isOwn = i % 4 == 0;
            var unit = isOwn ? OrgUnit.Create(OrgLevel.Enhet, $"E{i}", $"Enhet {i}", null, First.AddYears(-3), stamp) : null;
            var employer = Employer.Register(
                new EmployerDetails { Name = $"Arbetsgivare {i}", Sector = isOwn ? Sector.OwnMunicipality : Sector.Private, Branch = Branch.Trade, Size = SizeClass.From5To9 },
                OrgNumber.Parse(Stage.NewOrgNumber()), unit?.Id, stamp);
            employer.Approve(stamp);
            var closed = Closings[_random.Next(Closings.Length)];
            var details = new WorkplaceDetails
            {
                Name = $"Arbetsplats {i}", StreetAddress = "Storgatan 1", PostalCode = "123 45", City = "Lindköping", ContactName = "Kontakten",
                ContactEmail = Chance(0.85) ? $"plats{i}@exempel.se" : "", Employees = 25, ExtractRequired = i % 3 == 0, ExtractLegalBasis = "Skollagen 2 kap. 31 §",
                ClosedWeeks = closed is var (first, last) ? new ClosedWeeks(first, last) : null,
            };
            var workplace = employer.AddWorkplace(details, stamp);
            var supervisor = workplace.AddSupervisor(new SupervisorDetails { Name = "Handledaren" }, stamp);
            if (unit is not null)
                db.Add(unit);
            db.Add(employer);
            Places.Add(new Place
            {
                Id = workplace.Id, IsOwnUnit = isOwn, Closed = closed, AsksExtract = details.ExtractRequired, SupervisorId = supervisor.Id, Email = details.ContactEmail,
            });
            (_details[workplace.Id], _workplaces[workplace.Id]) = (details, workplace);
        }
        await db.SaveChangesAsync();
    }

    /// <summary>One open offer for each workplace and form, made the first time that somebody is proposed to it.</summary>
    private Offer OfferOf(Place place, Form form, AppDb db, Stamp stamp)
    {
        if (_offers.TryGetValue((place.Id, form), out var known))
            return known;
        var details = Details(place, form, First.AddDays(-15), null);
        var offer = Offer.Draft(_workplaces[place.Id], details, stamp);
        offer.Submit(stamp);
        offer.Publish(employerApproved: true, stamp);
        db.Add(offer);
        return _offers[(place.Id, form)] = offer;
    }

    private static OfferDetails Details(Place place, Form form, DateOnly from, DateOnly? to) => new()
    {
        WorkplaceId = place.Id, Form = form, Title = "Plats", Tasks = "Hjälpa till.", From = from, To = to, Displacement = Displacement.None,
        Pattern = WeeklyPattern.Usual(Cells.OfficeWeek).Times,
    };
}
