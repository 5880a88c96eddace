using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;

namespace EnVagUt.Core.Parties.Participants;

/// <summary>A person in one verksamhetsgren, with no more data than the work needs. Carries the access filter.</summary>
public sealed class Participant : Root, IOfGren, IProtectable
{
    /// <summary>Youngest and oldest that the portal takes on: prao from 13, employment to 67.</summary>
    private const int MinAge = 13, MaxAge = 67;

    private Participant() { }

    public static Participant Register(Person person, Verksamhetsgren gren, PersonDetails who, ParticipantDetails details, Stamp stamp, NamesakeReason? despite = null)
    {
        var participant = new Participant
        {
            PersonId = person.Id,
            Person = person,
            Gren = gren,
            RegisteredAt = stamp.At,
            ResponsibleId = stamp.UserId,
            OpenedOn = stamp.Today,
        };
        participant.Set(who, stamp);
        participant.Set(details);
        participant.NoteFacts(stamp);
        participant.Fact(stamp, FactKind.Opened, stamp.Today, true);
        participant.Changed(stamp, "Registered", gren.ToString(), despite?.ToString() ?? "");
        return participant;
    }

    public Guid PersonId { get; private set; }
    public Person Person { get; private set; } = null!;
    public Verksamhetsgren Gren { get; private set; }

    public string FirstName { get; private set; } = "";
    public string LastName { get; private set; } = "";
    public DateOnly BirthDate { get; private set; }
    public Sex Sex { get; private set; }
    public string? Email { get; private set; }
    public string? Phone { get; private set; }

    /// <summary>SCB's four-digit municipality code; reports split by it where municipalities cooperate.</summary>
    public string HomeMunicipality { get; private set; } = "";

    /// <summary>Avliden or flyttat as this gren has recorded it, and since which day; null for everybody else.</summary>
    public Gone? Gone { get; private set; }
    public DateOnly? GoneOn { get; private set; }

    /// <summary>No letter of this gren about the person leaves: it has recorded why, or another gren has, which is not told here.</summary>
    public DateTime? LettersStoppedAt { get; private set; }

    public TargetGroup TargetGroup { get; private set; }
    public Education Education { get; private set; }

    /// <summary>Percent of full time that the person can take part.</summary>
    public int ExtentPercent { get; private set; }

    public SwedishLevel Swedish { get; private set; }
    public bool DrivingLicence { get; private set; }

    /// <summary>What the person wants to do, in own words as the coordinator wrote them down.</summary>
    public string? Wish { get; private set; }

    /// <summary>Why reminders do not go by e-mail though there may be an address; null when they do (docs/vardag.md, By hand).</summary>
    public ByHandReason? ByHand { get; private set; }

    public DateTime RegisteredAt { get; private set; }

    /// <summary>Din kontaktperson: the one member of staff who answers for the person.</summary>
    public Guid? ResponsibleId { get; private set; }

    /// <summary>Skyddade personuppgifter: only staff who are named for it find the person (docs/model.md, Protected identity).</summary>
    public bool IsProtected { get; private set; }

    /// <summary>One of the two who lift the protection in this gren has asked for it.</summary>
    public DateTime? LiftAskedAt { get; private set; }
    public Guid? LiftAskedBy { get; private set; }

    /// <summary>Turned out to be this one, who has all that was here; null for everybody else. What said who it was is gone.</summary>
    public Guid? JoinedInto { get; private set; }

    /// <summary>Avslutad; null for whoever is here. The periods before stand as facts.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>The last day here.</summary>
    public DateOnly? ClosedOn { get; private set; }
    public ExitReason? ClosedBecause { get; private set; }

    /// <summary>The first day of the period that is, or was the last.</summary>
    public DateOnly OpenedOn { get; private set; }

    public string SortKey { get; private set; } = "";

    public void Describe(PersonDetails who, ParticipantDetails details, Stamp stamp)
    {
        RuleBreachException.When(JoinedInto is not null, Rule.ChangedByAnother);
        Set(who, stamp);
        Set(details);
        NoteFacts(stamp);
        Changed(stamp, "Described");
    }

    /// <summary>The number is another human being's than was thought, or one that the portal knows.</summary>
    internal void MoveTo(Person person, Stamp stamp)
    {
        (PersonId, Person) = (person.Id, person);
        Changed(stamp, "NumberSet");
    }

    internal void NumberSet(Stamp stamp) => Changed(stamp, "NumberSet");

    /// <summary>Slå ihop: the older row is kept, this one only leads there (docs/model.md, Persons and participants).</summary>
    internal void JoinInto(Participant kept, Person nobody, Stamp stamp)
    {
        (JoinedInto, PersonId, Person, ClosedAt, ClosedOn) = (kept.Id, nobody.Id, nobody, ClosedAt ?? stamp.At, ClosedOn ?? stamp.Today);
        (FirstName, LastName, Email, Phone, Wish) = ("", "", null, null, null);
        SortKey = Folding.SortKey("", Id);
        Changed(stamp, "Joined");
    }

    /// <summary>What the other row says of the same human being holds here: dead or moved, and that the gren has the person now.</summary>
    internal void Absorb(Participant other, Stamp stamp)
    {
        (Gone, GoneOn, LettersStoppedAt) = (Gone ?? other.Gone, GoneOn ?? other.GoneOn, LettersStoppedAt ?? other.LettersStoppedAt);
        if (ClosedAt is not null && other.ClosedAt is null)
            Reopen(stamp);
        Changed(stamp, "Absorbed");
    }

    /// <summary>Ta över.</summary>
    public void TakeOver(Stamp stamp)
    {
        ResponsibleId = stamp.UserId;
        Changed(stamp, "TakenOver");
    }

    /// <exception cref="RuleBreachException">The person has died, or has left and is not opened again: nothing new begins.</exception>
    internal void EnsureIsHere()
    {
        RuleBreachException.When(Gone == Participants.Gone.Deceased, Rule.PersonDeceased);
        RuleBreachException.When(ClosedAt is not null, Rule.ParticipantClosed);
    }

    internal void Close(ExitReason because, DateOnly on, Stamp stamp)
    {
        RuleBreachException.When(ClosedAt is not null, Rule.ChangedByAnother);
        RuleBreachException.When(on > stamp.Today || on < OpenedOn, Rule.CloseDayWrong, "On", OpenedOn.Written());
        (ClosedAt, ClosedOn, ClosedBecause) = (stamp.At, on, because);
        Fact(stamp, FactKind.Closed, on, because);
        Changed(stamp, "Closed", because.ToString());
    }

    internal void Reopen(Stamp stamp)
    {
        RuleBreachException.When(ClosedAt is null || JoinedInto is not null, Rule.ChangedByAnother);
        (ClosedAt, ClosedOn, ClosedBecause, OpenedOn) = (null, null, null, stamp.Today);
        Fact(stamp, FactKind.Opened, stamp.Today, true);
        Changed(stamp, "Reopened");
    }

    /// <summary>Avliden or flyttat, as this gren has recorded it.</summary>
    public void RecordGone(Gone why, DateOnly on, Stamp stamp)
    {
        RuleBreachException.When(JoinedInto is not null, Rule.ChangedByAnother);
        RuleBreachException.When(on > stamp.Today || on < BirthDate, Rule.GoneDayWrong, "On");
        (Gone, GoneOn, LettersStoppedAt) = (why, on, LettersStoppedAt ?? stamp.At);
        Changed(stamp, why == Participants.Gone.Deceased ? "Deceased" : "Moved");
    }

    /// <summary>It was a mistake, the person has moved back, or letters were stopped for a reason that does not hold here.</summary>
    public void TakeBackGone(Stamp stamp)
    {
        RuleBreachException.When(LettersStoppedAt is null || JoinedInto is not null, Rule.ChangedByAnother);
        (Gone, GoneOn, LettersStoppedAt) = (null, null, IsProtected ? LettersStoppedAt : null);
        Changed(stamp, "GoneTakenBack");
    }

    /// <summary>Another gren has learnt that the person has died or moved, or that it was a mistake.</summary>
    internal void StopLetters(bool stop, Stamp stamp)
    {
        if (IsProtected || stop == LettersStoppedAt is not null)
            return;
        LettersStoppedAt = stop ? stamp.At : null;
        Changed(stamp, stop ? "LettersStopped" : "LettersResumed");
    }

    internal void Protect(Stamp stamp)
    {
        if (IsProtected)
            return;
        (IsProtected, LettersStoppedAt) = (true, LettersStoppedAt ?? stamp.At);
        Changed(stamp, "Protected");
    }

    internal void AskLift(Stamp stamp)
    {
        RuleBreachException.When(!IsProtected || LiftAskedAt is not null, Rule.ChangedByAnother);
        (LiftAskedAt, LiftAskedBy) = (stamp.At, stamp.UserId);
        Changed(stamp, "LiftAsked");
    }

    internal void KeepProtected(Stamp stamp)
    {
        RuleBreachException.When(LiftAskedAt is null, Rule.ChangedByAnother);
        (LiftAskedAt, LiftAskedBy) = (null, null);
        Changed(stamp, "LiftRefused");
    }

    /// <exception cref="RuleBreachException">Nobody has asked for it, or the same person has.</exception>
    /// <param name="isGone">This gren or another has recorded that the person has died or moved.</param>
    internal void Lift(bool isGone, Stamp stamp)
    {
        RuleBreachException.When(LiftAskedAt is null, Rule.ChangedByAnother);
        RuleBreachException.When(LiftAskedBy == stamp.UserId, Rule.LiftNeedsTwo);
        (IsProtected, LiftAskedAt, LiftAskedBy) = (false, null, null);
        // Whoever has died or moved gets no letters for other reasons.
        LettersStoppedAt = isGone ? LettersStoppedAt : null;
        Changed(stamp, "ProtectionLifted");
    }

    private void Set(PersonDetails d, Stamp stamp)
    {
        RuleBreachException.When(Age.On(d.BirthDate, stamp.Today) is < MinAge or > MaxAge, Rule.BirthDateUnlikely, nameof(d.BirthDate), MinAge, MaxAge);
        (FirstName, LastName, BirthDate, Sex, Email, Phone, HomeMunicipality) =
            (d.FirstName.Trim(), d.LastName.Trim(), d.BirthDate, d.Sex, Blank(d.Email), Blank(d.Phone), d.HomeMunicipality);
        SortKey = Folding.SortKey($"{LastName} {FirstName}", Id);
    }

    private void Set(ParticipantDetails d)
    {
        RuleBreachException.When(d.ExtentPercent is < 1 or > 100, Rule.Required, nameof(d.ExtentPercent));
        (TargetGroup, Education, ExtentPercent, Swedish, DrivingLicence, Wish, ByHand) =
            (d.TargetGroup, d.Education, d.ExtentPercent, d.Swedish, d.DrivingLicence, d.Wish?.Trim(), d.ByHand);
    }

    private void NoteFacts(Stamp stamp)
    {
        Fact(stamp, FactKind.Sex, stamp.Today, Sex);
        Fact(stamp, FactKind.TargetGroup, stamp.Today, TargetGroup);
        Fact(stamp, FactKind.Education, stamp.Today, Education);
        Fact(stamp, FactKind.HomeMunicipality, stamp.Today, HomeMunicipality);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
