using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Law.Forms;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Certificates;

/// <summary>Skriv intyg, when a placement has ended or was interrupted.</summary>
public sealed class CertificateService(AppDb db, Viewer viewer, TimeProvider clock)
{
    public const int LongestWords = 1500;

    public async Task<Guid> IssueAsync(Guid placementId, string? words, CancellationToken ct)
    {
        var grenar = viewer.Grenar;
        // An employer's own placements pass the filter too, so the gren is asked for here.
        var placement = await db.Placements.SingleOrDefaultAsync(p => p.Id == placementId && grenar.Contains(p.Gren), ct)
            ?? throw new NotFoundException(nameof(Placement));
        PlacementTransitions.Table.RequireRole(PlacementAction.Outcome, viewer.RolesIn(placement.Gren));
        var stamp = viewer.Stamp(clock);
        Certificate.EnsureFor(placement, stamp);
        placement.IntygIssued(stamp);
        var by = await db.Users.Where(u => u.Id == stamp.UserId).Select(u => u.DisplayName).SingleAsync(ct);
        var certificate = Certificate.Issue(placement, await TextAsync(db, placement, words, ct), by, stamp);
        db.Certificates.Add(certificate);
        await db.SaveChangesAsync(ct);
        return certificate.Id;
    }

    // The tasks of the last agreement that all approved: those were done, whatever the offer says now.
    private static async Task<CertificateText> TextAsync(AppDb db, Placement p, string? words, CancellationToken ct)
    {
        var agreed = await db.Agreements.AsNoTracking().Where(a => a.PlacementId == p.Id && a.ConcludedAt != null)
            .OrderByDescending(a => a.Number).Select(a => a.Terms).FirstOrDefaultAsync(ct);
        var read = await (
            from x in db.Participants.AsNoTracking()
            where x.Id == p.ParticipantId
            join o in db.Offers on p.OfferId equals o.Id
            join w in db.Workplaces on p.WorkplaceId equals w.Id
            join e in db.Employers on p.EmployerId equals e.Id
            select new { x.FirstName, x.LastName, o.Title, o.Tasks, Employer = e.Name, Workplace = w.Name, w.City }).SingleAsync(ct);
        return new CertificateText
        {
            PersonName = $"{read.FirstName} {read.LastName}",
            What = p.Form.Row().OnCertificate,
            Title = agreed?.Title ?? read.Title,
            Employer = read.Employer,
            Workplace = read.Workplace,
            City = read.City,
            From = p.StartedOn!.Value,
            To = p.Ending.EndedOn!.Value,
            ExtentPercent = p.ExtentPercent,
            Tasks = agreed?.Tasks ?? read.Tasks,
            Words = string.IsNullOrWhiteSpace(words) ? null : words.ReplaceLineEndings("\n").Trim(),
        };
    }
}
