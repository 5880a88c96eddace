using EnVagUt.Core.Cases.Arranged;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;

namespace EnVagUt.Tests.Common;

/// <summary>Placements that were agreed elsewhere, with sensible defaults: Arbetsförmedlingen's, nameless, office hours, three months.</summary>
public static class ArrangedStage
{
    public static ArrangedByOthers ByOthers(Workplace workplace, DateOnly from) => new()
    {
        Gren = Verksamhetsgren.Arbetsmarknad,
        Sex = Sex.Man,
        Form = Form.AfPraktik,
        ReferredBy = Referrer.Af,
        At = new ArrangedWorkplace(workplace.Id, null),
        From = from,
        To = from.AddMonths(3),
        Pattern = WeeklyPattern.Usual(Cells.OfficeWeek).Times,
        Reference = "AF 17",
    };

    public static ArrangedByParticipant ByParticipant(Participant participant, Workplace workplace, DateOnly from) => new()
    {
        ParticipantId = participant.Id,
        Form = Form.Praktik,
        At = new ArrangedWorkplace(workplace.Id, null),
        Title = "Cykelreparatör",
        Tasks = "Laga punkteringar.",
        From = from,
        To = from.AddMonths(3),
        Pattern = WeeklyPattern.Usual(Cells.OfficeWeek).Times,
    };

    public static RegisterByPhone NewEmployer(string orgNumber) => new()
    {
        OrgNumber = orgNumber,
        Employer = new EmployerDetails { Name = "Nya cykelverkstaden", Sector = Sector.Private, Branch = Branch.Trade, Size = SizeClass.From5To9 },
        Workplace = new WorkplaceDetails
        {
            Name = "Verkstan", StreetAddress = "Bakgatan 2", PostalCode = "123 45", City = "Lindköping", ContactName = "Cy Kel", ContactEmail = "", Employees = 6,
        },
    };
}
