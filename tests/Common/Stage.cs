using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;

namespace EnVagUt.Tests.Common;

/// <summary>Puts employers, offers and participants on stage, through the entities' own verbs, with sensible defaults.</summary>
public sealed class Stage(TestDb database, TimeProvider clock)
{
    private static int _serial;

    private Stamp Now => new(null, clock.UtcNow());

    /// <summary>A number with a right check digit that is no person's.</summary>
    public static string NewOrgNumber()
    {
        var nine = $"55{7_000_000 + Interlocked.Increment(ref _serial)}";
        return nine + Enumerable.Range(0, 10).First(d => Luhn.IsValid(nine + d));
    }

    /// <param name="ceiling">Most people at one time at the workplace.</param>
    /// <param name="supervisorCeiling">A hard one, of the workplace's one handledare.</param>
    /// <param name="supervisor">What the handledare is called; null when there is none.</param>
    public async Task<Workplace> WorkplaceAsync(bool approved = true, int ceiling = 20, int? supervisorCeiling = null,
        ClosedWeeks? closedWeeks = null, Guid? employerId = null, string? supervisor = "Sam Handledare")
    {
        await using var db = database.Open();
        var employer = employerId is { } id
            ? db.Employers.Single(e => e.Id == id)
            : Employer.Register(new EmployerDetails { Name = $"Provföretaget {_serial}", Sector = Sector.Private, Branch = Branch.Trade, Size = SizeClass.From5To9 },
                OrgNumber.Parse(NewOrgNumber()), null, Now);
        if (employerId is null)
        {
            if (approved)
                employer.Approve(Now);
            db.Add(employer);
        }
        var workplace = employer.AddWorkplace(new WorkplaceDetails
        {
            Name = "Butiken", StreetAddress = "Storgatan 1", PostalCode = "123 45", City = "Lindköping", Area = "Centrum",
            ContactName = "Kim Kontakt", ContactEmail = "kontakt@exempel.se", Employees = 25, ClosedWeeks = closedWeeks,
        }, Now);
        workplace.SetCeiling(ceiling, hard: true, Now);
        if (supervisor is not null)
            workplace.AddSupervisor(new SupervisorDetails { Name = supervisor, Ceiling = supervisorCeiling, CeilingIsHard = supervisorCeiling is not null }, Now);
        db.Add(workplace);
        await db.SaveChangesAsync();
        return workplace;
    }

    /// <summary>Published, three months from two weeks on, office hours, unless the change says otherwise.</summary>
    public async Task<Offer> OfferAsync(Workplace workplace, Func<OfferDetails, OfferDetails>? change = null, bool published = true)
    {
        var from = clock.Today().AddDays(14);
        var details = new OfferDetails
        {
            WorkplaceId = workplace.Id, Form = Form.Praktik, Title = "Butiksbiträde", Tasks = "Plocka upp varor och möta kunder.",
            From = from, To = from.AddMonths(3), Displacement = Displacement.None, Pattern = WeeklyPattern.Usual(Cells.OfficeWeek).Times,
            SupervisorId = workplace.Supervisors.Count > 0 ? workplace.Supervisors[0].Id : null,
        };
        await using var db = database.Open();
        var offer = Offer.Draft(workplace, change?.Invoke(details) ?? details, Now);
        if (published)
        {
            offer.Submit(Now);
            offer.Publish(employerApproved: true, Now);
        }
        db.Add(offer);
        await db.SaveChangesAsync();
        return offer;
    }

    /// <param name="personId">When given, a person who is on stage already becomes participant of another gren too.</param>
    public async Task<Participant> ParticipantAsync(Verksamhetsgren gren = Verksamhetsgren.Arbetsmarknad, DateOnly? birthDate = null, Sex sex = Sex.Woman,
        string? email = null, Guid? personId = null, string firstName = "Robin")
    {
        await using var db = database.Open();
        var person = db.Persons.SingleOrDefault(p => p.Id == personId) ?? new Person(null);
        var participant = Participant.Register(person, gren, new PersonDetails
        {
            FirstName = firstName, LastName = $"Provperson{Interlocked.Increment(ref _serial)}", BirthDate = birthDate ?? new DateOnly(1990, 5, 17),
            Sex = sex, HomeMunicipality = "1489", Phone = "070-174 06 05", Email = email,
        }, new ParticipantDetails
        {
            TargetGroup = TargetGroup.A, Education = Education.PreGymnasium, ExtentPercent = 100,
        }, Now);
        if (personId is null)
            db.Add(person);
        db.Add(participant);
        await db.SaveChangesAsync();
        return participant;
    }
}
