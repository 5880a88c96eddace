using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Agreements;

/// <summary>What the services of both sides read of a placement and its agreements, and how an approval is given.</summary>
public sealed class AgreementCases(AppDb db, RulebookService rulebook, Municipality municipality, PlacementLetters letters)
{
    internal Task<Agreement?> LatestAsync(Guid placementId, CancellationToken ct) =>
        db.Agreements.Include(a => a.Approvals).Where(a => a.PlacementId == placementId)
            .OrderByDescending(a => a.Number).FirstOrDefaultAsync(ct);

    /// <summary>What all have approved and holds now; null before the first.</summary>
    internal Task<AgreementTerms?> InForceAsync(Guid placementId, CancellationToken ct) =>
        db.Agreements.AsNoTracking().Where(a => a.PlacementId == placementId && a.ConcludedAt != null)
            .OrderByDescending(a => a.Number).Select(a => (AgreementTerms?)a.Terms).FirstOrDefaultAsync(ct);

    internal async Task<AgreementSource> SourceAsync(Placement p, CancellationToken ct)
    {
        var rules = await rulebook.OnAsync(p.From, ct);
        var read = await (
            from seat in db.Slots.AsNoTracking()
            where seat.Id == p.SlotId
            join o in db.Offers on seat.OfferId equals o.Id
            join w in db.Workplaces on seat.WorkplaceId equals w.Id
            join e in db.Employers on o.EmployerId equals e.Id
            select new
            {
                o.Title,
                o.Tasks,
                Employer = e.Name,
                w.Name,
                w.StreetAddress,
                w.PostalCode,
                w.City,
                w.ContactName,
                w.ContactPhone,
                w.ClosedWeeks,
                seat.Pattern,
                SupervisorName = db.Supervisors.Where(s => s.Id == p.SupervisorId).Select(s => s.Name).FirstOrDefault(),
                SupervisorPhone = db.Supervisors.Where(s => s.Id == p.SupervisorId).Select(s => s.Phone).FirstOrDefault(),
                Coordinator = db.Users.Where(u => u.Id == p.CoordinatorId).Select(u => u.DisplayName).FirstOrDefault(),
            }).SingleAsync(ct);
        return new AgreementSource
        {
            Form = p.Form.Row(),
            Period = p.Period,
            Cells = p.Cells,
            ExtentPercent = p.ExtentPercent,
            Pattern = read.Pattern,
            Title = read.Title,
            Tasks = read.Tasks,
            Employer = read.Employer,
            Workplace = read.Name,
            StreetAddress = read.StreetAddress,
            PostalCode = read.PostalCode,
            City = read.City,
            ContactName = read.ContactName,
            ContactPhone = read.ContactPhone,
            ClosedWeeks = read.ClosedWeeks,
            SupervisorName = read.SupervisorName,
            SupervisorPhone = read.SupervisorPhone,
            Coordinator = read.Coordinator,
            MunicipalContact = municipality.Contact,
            Insurance = rules.Of(p.Form).InsuranceText,
        };
    }

    internal async Task<bool> NeedsGuardianAsync(Placement p, Stamp stamp, CancellationToken ct)
    {
        var born = await db.Participants.Where(x => x.Id == p.ParticipantId).Select(x => (DateOnly?)x.BirthDate).SingleOrDefaultAsync(ct);
        return born is { } day && Age.On(day, stamp.Today) < ApprovalOrder.AgeOfMajority;
    }

    /// <summary>The last approval makes the placement's paper done, in the caller's save. A later version finds it done already.</summary>
    internal async Task ApproveAsync(Placement placement, Agreement agreement, Approver approver, GivenApproval given, Stamp stamp, CancellationToken ct)
    {
        agreement.Approve(placement, approver, given, stamp);
        if (agreement.ConcludedAt is null || placement.StatusAt(stamp.At) is not (PlacementStatus.AwaitingPaper or PlacementStatus.ReadyToStart))
            return;
        var wasMissing = placement.Paper.DoneOn is null;
        placement.RecordPaper(stamp.Today, given.GivenBy!, $"Godkänd av alla i portalen, nummer {agreement.Number}", stamp);
        if (wasMissing)
            await letters.SettledAsync(placement, stamp, ct);
    }

    internal Task<string> NameAsync(Stamp stamp, CancellationToken ct) =>
        db.Users.Where(u => u.Id == stamp.UserId).Select(u => u.DisplayName).SingleAsync(ct);
}
