using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Staff.Offers;

/// <summary>Offers that wait for AME, the oldest first.</summary>
[AllowRoles(Role.Coordinator, Role.Consultant, Role.BusinessContact, Role.UnitManager)]
public sealed class QueueModel(AppDb db, TimeProvider clock) : AppPage
{
    public const int Most = 100;

    public sealed record QueueRow(Guid Id, string Title, OfferKind Kind, Form Form, string Employer, bool EmployerApproved, DateOnly From, DateOnly? To, DateTime SubmittedAt)
    {
        public Period Period => new(From, To);
    }

    public IReadOnlyList<QueueRow> Offers { get; private set; } = [];
    public bool HasMore { get; private set; }
    public DateOnly Today { get; } = clock.Today();

    protected override async Task LoadAsync()
    {
        var rows = await db.Offers.AsNoTracking().Where(o => o.Status == OfferStatus.Submitted)
            .OrderBy(o => o.SubmittedAt).ThenBy(o => o.Seq).Take(Most + 1)
            .Select(o => new QueueRow(o.Id, o.Title, o.Kind, o.Form,
                db.Employers.Where(e => e.Id == o.EmployerId).Select(e => e.Name).First(),
                db.Employers.Any(e => e.Id == o.EmployerId && e.Status == EmployerStatus.Approved),
                o.From, o.To, o.SubmittedAt!.Value)).ToListAsync(Ct);
        HasMore = rows.Count > Most;
        Offers = [.. rows.Take(Most)];
    }

    public void OnGet()
    {
    }
}
