using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.Participants;

[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class ShowModel(AppDb db, Viewer viewer, ReadLog readLog, TimeProvider clock, HomeMunicipalities homes) : AppPage
{
    public sealed record Facts(
        string FirstName, string LastName, DateOnly BirthDate, Sex Sex, bool HasNumber, string? Email, string? Phone, string HomeMunicipality,
        Verksamhetsgren Gren, TargetGroup TargetGroup, Education Education, int ExtentPercent, SwedishLevel Swedish, bool DrivingLicence, string? Wish,
        Guid? ResponsibleId, string? Responsible, DateTime RegisteredAt, Gone? Gone, DateOnly? GoneOn, ByHandReason? ByHand, DateOnly? ClosedOn, ExitReason? ClosedBecause, bool LettersStopped, bool IsProtected)
    {
        public string Name => $"{FirstName} {LastName}";
    }

    public sealed record Placed(
        Guid Id, StatusFacts Facts, Form Form, DateOnly From, DateOnly? To, int CellMask, string Title, string Workplace,
        bool? SaidYes, bool Released, Outcome? Outcome, ExitReason? ExitReason)
    {
        public PlacementStatus Status(DateTime now) => Facts.At(now);
    }

    [FromRoute] public Guid Id { get; set; }

    public Facts Person { get; private set; } = null!;
    public IReadOnlyList<Placed> Placements { get; private set; } = [];

    /// <summary>«2024-02-12–2025-06-30, arbete utan stöd»: when the person has been here.</summary>
    public IReadOnlyList<string> Periods { get; private set; } = [];

    public DateOnly Today => clock.Today();
    public DateTime Now => clock.UtcNow();
    public bool IsMine => Person.ResponsibleId == viewer.UserId;
    public QueuePriority Priority => QueuePriority.Of(Person.BirthDate, Person.Education, Today);
    public string Home => homes.NameOf(Person.HomeMunicipality);

    /// <summary>The placement that something happens with now.</summary>
    public Placed? Current => Placements.FirstOrDefault(s => Coordinator.Placements.ListModel.Open.Contains(s.Status(Now)));

    protected override async Task LoadAsync()
    {
        Person = await db.Participants.AsNoTracking().Where(p => p.Id == Id)
            .Select(p => new Facts(
                p.FirstName, p.LastName, p.BirthDate, p.Sex, p.Person.Number != null, p.Email, p.Phone,
                p.HomeMunicipality, p.Gren, p.TargetGroup, p.Education, p.ExtentPercent, p.Swedish, p.DrivingLicence, p.Wish,
                p.ResponsibleId, db.Users.Where(u => u.Id == p.ResponsibleId).Select(u => u.DisplayName).FirstOrDefault(), p.RegisteredAt, p.Gone, p.GoneOn, p.ByHand, p.ClosedOn, p.ClosedBecause, p.LettersStoppedAt != null, p.IsProtected))
            .SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("Participant");
        Placements = await (
            from p in db.Placements.AsNoTracking()
            where p.ParticipantId == Id
            join o in db.Offers on p.OfferId equals o.Id
            join w in db.Workplaces on p.WorkplaceId equals w.Id
            orderby p.From descending, p.Seq descending
            select new Placed(p.Id, new StatusFacts(p.PencilledUntil, p.Answers, p.Paper, p.StartedOn, p.PausedFrom, p.PausedTo, p.Ending), p.Form, p.From, p.To, p.CellMask, o.Title, w.Name,
                p.Answers.ParticipantSaidYes, p.Releases.Any(r => r.WithdrawnAt == null), p.Ending.Outcome, p.Ending.ExitReason))
            .Take(100).ToListAsync(Ct);
        Periods = await PeriodsAsync();
        if (HttpMethods.IsGet(Request.Method))
            readLog.Note(viewer, nameof(Participant), Id);
    }

    public void OnGet()
    {
    }

    private async Task<IReadOnlyList<string>> PeriodsAsync()
    {
        var facts = await db.Facts.AsNoTracking().Where(f => f.SubjectId == Id && (f.Kind == FactKind.Opened || f.Kind == FactKind.Closed))
            .OrderBy(f => f.RecordedAt).ThenBy(f => f.Seq).Take(100).ToListAsync(Ct);
        return [.. facts.Where(f => f.Kind == FactKind.Opened).Select(o => facts.Find(c => c.Kind == FactKind.Closed && c.RecordedAt >= o.RecordedAt) is { } end
            ? $"{new Period(o.Effective, end.Effective)}, {Enum.Parse<ExitReason>(end.Value).Label().ToLower(SwedishTime.Culture)}"
            : $"{new Period(o.Effective, null)}")];
    }

    public string WhatNow(Placed s) => Core.Cases.Placements.WhatNow.For(Party.Coordinator, new CaseFacts(s.Status(Now), s.Form, s.From, s.To, Today)
    {
        ParticipantSaidYes = s.SaidYes == true, Released = s.Released, WantsToMeet = s.Facts.WantsToMeet, HasOutcome = s.Outcome is not null,
        PauseIsNotOver = s.Facts.PausedTo >= Today, PausedFrom = s.Facts.PausedFrom, PausedTo = s.Facts.PausedTo,
    });
}
