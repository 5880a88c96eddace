using System.Linq.Expressions;
using EnVagUt.Core.Desk.ByHand;
using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Web.Fields;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Staff.ByHand;

/// <summary>Letters without address, and whom to call or post them to: five statements, whatever the number of letters.</summary>
public abstract class ByHandPage(AppDb db, Viewer viewer, TimeProvider clock) : AppPage
{
    /// <param name="Reminder">Null for a letter that is no reminder.</param>
    public sealed record Letter(Guid Id, string Subject, string Text, string Template, DateTime WrittenAt, Guid CaseId, string? Reminder, WhyNoLetter? Why)
    {
        public string What => (Reminder is null ? null : ReminderCatalogue.Find(Reminder)?.Label) ?? Subject;
        public string Because => (Why ?? WhyNoLetter.NoEmail).Label();
        public string Body => OutgoingMail.WithoutKeys(Text);
        public ReminderReceiver Kind => LetterReceivers.Of(Reminder, Template);
    }

    /// <param name="Address">Where a letter on paper goes: workplaces only, for the portal keeps no person's address.</param>
    /// <param name="Case">The case's page; null when the viewer may not open it.</param>
    public sealed record Receiver(string Name, string? Where = null, string? Phone = null, string? Address = null, string? Case = null);

    protected AppDb Db => db;

    public DateOnly Today => clock.Today();

    protected IQueryable<OutgoingMail> Waiting => ByHandLetters.Waiting(db, viewer, clock.UtcNow()).AsNoTracking();

    private sealed record AtWorkplace(string Name, string ContactName, string? ContactPhone, string Street, string PostalCode, string City);

    public IReadOnlyDictionary<Guid, Receiver> Receivers { get; private set; } = new Dictionary<Guid, Receiver>();

    protected Expression<Func<OutgoingMail, Letter>> Read => m => new Letter(m.Id, m.Subject, m.Text, m.Template, m.CreatedAt, m.CaseId!.Value,
        db.Reminders.Where(e => e.MailId == m.Id).Select(e => e.Reminder).FirstOrDefault(),
        db.Reminders.Where(e => e.MailId == m.Id).Select(e => e.WhyNot).FirstOrDefault());

    protected async Task FindReceiversAsync(IReadOnlyList<Letter> letters)
    {
        var cases = letters.Select(l => l.CaseId).Distinct().ToList();
        var placements = await (
            from p in db.Placements.AsNoTracking()
            where cases.Contains(p.Id)
            join w in db.Workplaces on p.WorkplaceId equals w.Id
            from x in db.Participants.Where(x => x.Id == p.ParticipantId).DefaultIfEmpty()
            select new
            {
                p.Id,
                Person = x == null ? null : x.FirstName + " " + x.LastName,
                Phone = x == null ? null : x.Phone,
                Coordinator = db.Users.Where(u => u.Id == p.CoordinatorId).Select(u => u.DisplayName).FirstOrDefault(),
                At = new AtWorkplace(w.Name, w.ContactName, w.ContactPhone, w.StreetAddress, w.PostalCode, w.City),
            }).ToDictionaryAsync(p => p.Id, Ct);
        var offers = await (
            from o in db.Offers.AsNoTracking()
            where cases.Contains(o.Id)
            join w in db.Workplaces on o.WorkplaceId equals w.Id
            select new { o.Id, At = new AtWorkplace(w.Name, w.ContactName, w.ContactPhone, w.StreetAddress, w.PostalCode, w.City) }).ToDictionaryAsync(o => o.Id, o => o.At, Ct);
        var employers = (await (
            from w in db.Workplaces.AsNoTracking()
            where cases.Contains(w.EmployerId)
            orderby w.Name, w.Seq
            select new { w.EmployerId, At = new AtWorkplace(w.Name, w.ContactName, w.ContactPhone, w.StreetAddress, w.PostalCode, w.City) }).ToListAsync(Ct))
            .DistinctBy(w => w.EmployerId).ToDictionary(w => w.EmployerId, w => w.At);
        var clauses = await (
            from c in db.Contracts.AsNoTracking()
            from k in c.Clauses
            where cases.Contains(k.Id)
            select new { k.Id, ContractId = c.Id, c.SupplierName }).ToDictionaryAsync(k => k.Id, Ct);

        Receivers = letters.ToDictionary(l => l.Id, l => (placements.GetValueOrDefault(l.CaseId), l.Kind) switch
        {
            ({ } p, ReminderReceiver.Participant) => new Receiver(p.Person ?? l.Kind.Label(), null, p.Phone, null, $"/placeringar/{p.Id}"),
            ({ } p, ReminderReceiver.Workplace) => At(p.At, $"/placeringar/{p.Id}"),
            ({ } p, ReminderReceiver.Coordinator) => new Receiver(p.Coordinator ?? l.Kind.Label(), Case: $"/placeringar/{p.Id}"),
            ({ } p, _) => new Receiver(l.Kind.Label(), Case: $"/placeringar/{p.Id}"),
            _ when l.Kind == ReminderReceiver.Workplace && offers.TryGetValue(l.CaseId, out var offer) => At(offer, $"/platser/{l.CaseId}"),
            _ when l.Kind == ReminderReceiver.Workplace && employers.TryGetValue(l.CaseId, out var employer) => At(employer, $"/foretag/{l.CaseId}"),
            _ when clauses.GetValueOrDefault(l.CaseId) is { } clause =>
                new Receiver(l.Kind == ReminderReceiver.Supplier ? clause.SupplierName : l.Kind.Label(), Case: MayOpenContracts ? $"/avtal/{clause.ContractId}" : null),
            _ => new Receiver(l.Kind.Label()),
        });
    }

    private bool MayOpenContracts => viewer.IsAny(Role.Coordinator, Role.UnitManager, Role.BusinessContact);

    private static Receiver At(AtWorkplace w, string address) =>
        new(w.ContactName.Length > 0 ? w.ContactName : w.Name, w.ContactName.Length > 0 ? w.Name : null, w.ContactPhone, $"{w.Name}\n{w.Street}\n{w.PostalCode} {w.City}", address);
}
