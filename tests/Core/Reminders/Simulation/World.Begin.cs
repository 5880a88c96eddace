using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Participants;

namespace EnVagUt.Tests.Core.Reminders.Simulation;

/// <summary>How cases and persons come into the world.</summary>
internal sealed partial class World
{
    private static readonly Form[] Forms =
    [
        .. Enumerable.Repeat(Form.Praktik, 9), .. Enumerable.Repeat(Form.Arbetstraning, 4), .. Enumerable.Repeat(Form.Spraktraning, 3), Form.EgenRegi, Form.AnpassatArbete,
        .. Enumerable.Repeat(Form.AplKomvux, 2), Form.Lia, .. Enumerable.Repeat(Form.AfPraktik, 2), .. Enumerable.Repeat(Form.Employment, 5),
    ];

    private readonly Dictionary<Guid, Participant> _participants = [];

    private void Begin(DateOnly today, TimeOnly hour)
    {
        var form = today.Month is >= 3 and <= 6 && Chance(0.2) ? Form.Feriejobb : Any(Forms);
        var from = form == Form.Feriejobb ? new DateOnly(today.Year, 6, 1).AddDays(_random.Next(14, 60)) : today.AddDays(_random.Next(1, 60));
        DateOnly? to = form switch
        {
            Form.Feriejobb => from.AddDays(20),
            Form.Employment => Chance(0.3) ? null : from.AddDays(_random.Next(100, 700)),
            _ => from.AddDays(_random.Next(4, 175)),
        };
        var gren = form is Form.AplKomvux or Form.Lia ? Verksamhetsgren.Skola : Verksamhetsgren.Arbetsmarknad;
        var coordinator = Any(Coordinators.Where(u => u.Gren == gren && !u.HasLeft).ToList());
        var isMinor = form == Form.Feriejobb || (form is Form.Praktik or Form.Arbetstraning && Chance(0.1));
        var c = new Case
        {
            Number = Cases.Count + 1, Form = form, At = Any(Places), Coordinator = coordinator, From = from, To = to, IsForgotten = Chance(0.1),
            Who = form == Form.AfPraktik && Chance(0.6) ? null : SomebodyFor(gren, isMinor, from, new Stamp(coordinator.Id, Almanac.Utc(today, hour))),
        };
        Cases.Add(c);
        c.Who?.Cases.Add(c);
        if (form == Form.AfPraktik)
            c.WorkplaceYes = true;
        Do(c, today, hour, form == Form.AfPraktik ? "agreed elsewhere" : "proposed", (_, _, _) => { });
    }

    private static readonly (ByHandReason, WhyNoLetter)[] ByHandReasons =
        [(ByHandReason.NoEid, WhyNoLetter.NoEid), (ByHandReason.Language, WhyNoLetter.Language), (ByHandReason.Other, WhyNoLetter.Other)];

    private Human SomebodyFor(Verksamhetsgren gren, bool isMinor, DateOnly from, Stamp stamp)
    {
        if (!isMinor && Chance(0.5) && Humans.Where(h => h.Gren == gren && h.Born.Year < 2000 && h.Cases.TrueForAll(c => c.IsOver || c.EndedOn is not null)).ToList() is { Count: > 0 } free)
            return Any(free);
        var number = Humans.Count + 1;
        var who = new PersonDetails
        {
            FirstName = "Prov", LastName = $"Person{number}", BirthDate = isMinor ? from.AddYears(-17).AddDays(-_random.Next(1, 250)) : new DateOnly(1990, 5, 17),
            Sex = Sex.Woman, HomeMunicipality = "1489", Email = Chance(0.75) ? $"person{number}@exempel.se" : null,
        };
        (ByHandReason Reason, WhyNoLetter Why)? byHand = Chance(0.12) ? ByHandReasons[_random.Next(ByHandReasons.Length)] : null;
        var participant = Participant.Register(new Person(null), gren, who,
            new ParticipantDetails { TargetGroup = TargetGroup.A, Education = Education.PreGymnasium, ExtentPercent = 100, ByHand = byHand?.Reason }, stamp);
        var human = new Human { Id = participant.Id, Gren = gren, Born = who.BirthDate, IsProtected = Chance(0.05), Email = who.Email, ByHand = byHand?.Why };
        Humans.Add(human);
        _participants[human.Id] = participant;
        return human;
    }
}
