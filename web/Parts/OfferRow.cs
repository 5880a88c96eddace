using System.Linq.Expressions;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Places.Offers;

namespace EnVagUt.Web.Parts;

/// <summary>A row of the employer's own list of offers; drawn by _OfferTable.cshtml.</summary>
public sealed record OfferRow(Guid Id, string Title, OfferKind Kind, Form Form, bool IsArranged, string Workplace, int Slots, DateOnly From, DateOnly? To, OfferStatus Status, bool EmployerApproved)
{
    public Period Period => new(From, To);
    public OfferFacts Facts => new(Status) { EmployerIsApproved = EmployerApproved };

    public static Expression<Func<Offer, OfferRow>> Of(AppDb db) => o => new OfferRow(o.Id, o.Title, o.Kind, o.Form, o.ArrangedAt != null,
        db.Workplaces.Where(w => w.Id == o.WorkplaceId).Select(w => w.Name).First(), o.Slots.Count, o.From, o.To, o.Status,
        db.Employers.Any(e => e.Id == o.EmployerId && e.Status == EmployerStatus.Approved));
}
