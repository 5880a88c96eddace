using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using EnVagUt.Core.Ground.Time;

namespace EnVagUt.Core.Law.Forms;

/// <summary>The forms in which a person can be at a workplace. Stored by name; what is true of each stands in <see cref="FormRegistry"/> below.</summary>
public enum Form
{
    [Display(Name = "Praktik")] Praktik,
    [Display(Name = "Arbetsträning")] Arbetstraning,
    [Display(Name = "Arbetsträning i egen regi")] EgenRegi,
    [Display(Name = "Anpassat arbete")] AnpassatArbete,
    [Display(Name = "Språkträning")] Spraktraning,
    [Display(Name = "Arbetspraktik från Arbetsförmedlingen")] AfPraktik,
    [Display(Name = "Prao")] Prao,
    [Display(Name = "APL i gymnasiet")] AplGymnasium,
    [Display(Name = "APL i komvux")] AplKomvux,
    [Display(Name = "Lärling i gymnasiet")] Larling,
    [Display(Name = "LIA")] Lia,
    [Display(Name = "Feriejobb")] Feriejobb,
    [Display(Name = "Anställning")] Employment,
    [Display(Name = "Aktivitet inom aktivitetskrav")] Aktivitet,
}

/// <summary>
/// What is true of one form by its nature. Pages, services, jobs and reports read it here and nowhere else. Every number
/// and text that a municipality or a law may change is a dated rule instead, see <see cref="Rulebook.ShippedRules"/>.
/// </summary>
/// <param name="Approvers">Who approves the own agreement, in order; empty when the form has none.</param>
/// <param name="Paper">What is needed before start.</param>
/// <param name="PauseCounts">Whether days of uppehåll count toward the longest time.</param>
/// <param name="SeasonIsClosedWeeks">The form's season lies in the weeks when workplaces are closed, so those do not stop it.</param>
/// <param name="Person">What the person is called outwards.</param>
/// <param name="OnCertificate">
/// What a certificate calls the time: the paper is shown to employers for years, so a form whose name tells of health,
/// support or a plan with socialtjänsten is called praktik.
/// </param>
public sealed record FormRow(
    Form Form, FormFamily Family, Decider DecidedBy, Filling Filling, Paper Paper, IReadOnlyList<Approver> Approvers,
    FollowUpPlan FollowUp, RequiredFacts Requires, bool TakesSupport, bool TakesClause, bool PauseCounts,
    bool SeasonIsClosedWeeks, bool IsOnByDefault, string Person, string OnCertificate)
{
    /// <summary>Why an employer can make no offer of the form; null when it can.</summary>
    public string? RefusesOffers { get; init; }

    /// <summary>Only at the municipality's own workplaces.</summary>
    public bool OwnOrganisationOnly { get; init; }

    /// <summary>Whether the employer answers the questions on undanträngning: school and summer jobs replace nobody.</summary>
    public bool AsksStaffing { get; init; } = true;

    /// <summary>The week that stands in a form before anything is typed; whoever the form is for may work it.</summary>
    public WeeklyPattern UsualWeek { get; init; } = FormRegistry.FullWeek;

    public FormNoun Outward { get; init; } = FormNoun.Praktik;

    /// <summary>Outside our parameters another's decision is a warning, never a refusal.</summary>
    public bool IsOurDecision => DecidedBy is Decider.Municipality or Decider.Employer;
}

/// <summary>What must be known of a placement before it starts, beside what every placement has.</summary>
[Flags]
public enum RequiredFacts
{
    None = 0,
    Goals = 1,
    LanguageGoals = 2,
    UnionStatement = 4,
    DecisionReference = 8,
    EducationReference = 16,

    /// <summary>A named handledare, whoever the person is.</summary>
    Supervisor = 32,
}

public static class FormRegistry
{
    private static readonly Approver[] AllThree = [Approver.Workplace, Approver.Participant, Approver.Municipality];
    private static readonly Approver[] Nobody = [];

    /// <summary>Eight hours a day, five days.</summary>
    internal static readonly WeeklyPattern FullWeek = WeeklyPattern.Usual(Cells.OfficeWeek);

    // Seven hours a day, five days: what prao may be, and what an older child may work on a holiday.
    private static readonly WeeklyPattern PupilsWeek =
        new(FullWeek.Times.Select(t => t.Cell % 3 == 1 ? t with { End = t.End.AddHours(-1) } : t));

    public static IReadOnlyList<FormRow> All { get; } = [.. Enum.GetValues<Form>().Select(Of)];

    public static FormRow Of(Form form) => form switch
    {
        Form.Praktik => Municipal(form, RequiredFacts.Goals | RequiredFacts.UnionStatement) with { TakesClause = true },
        Form.Arbetstraning => Municipal(form, RequiredFacts.Goals | RequiredFacts.UnionStatement) with { TakesClause = true },
        Form.EgenRegi => Municipal(form, RequiredFacts.Goals) with { OwnOrganisationOnly = true },
        Form.AnpassatArbete => Municipal(form, RequiredFacts.Goals | RequiredFacts.UnionStatement),
        Form.Spraktraning => Municipal(form, RequiredFacts.LanguageGoals | RequiredFacts.UnionStatement) with
        {
            OnCertificate = "språkträning",
            Outward = new("språkträning", "språkträningen", "din språkträning"),
        },
        // The law on aktivitetskrav has not been read in an official source: a municipality switches the form on itself.
        Form.Aktivitet => Municipal(form, RequiredFacts.Goals | RequiredFacts.DecisionReference) with { IsOnByDefault = false },
        Form.AfPraktik => new(form, FormFamily.Af, Decider.Af, Filling.RecordOthersDecision, Paper.OthersDocument, Nobody,
            FollowUpPlan.WeekOneHalfEnd, RequiredFacts.DecisionReference, TakesSupport: false, TakesClause: false, PauseCounts: true,
            SeasonIsClosedWeeks: false, IsOnByDefault: true, "deltagaren", "praktik")
        { RefusesOffers = "Arbetsförmedlingen beslutar om praktiken" },
        // The school and the workplace answer for prao and APL together; the pupil's guardian is informed by the school.
        Form.Prao => School(form, Decider.SchoolOwner, Paper.OwnAgreement, [Approver.Workplace, Approver.Municipality]) with
        {
            FollowUp = FollowUpPlan.OneCall,
            OnCertificate = "prao",
            Outward = new("prao", "praon", "din prao"),
            UsualWeek = PupilsWeek,
        },
        Form.AplGymnasium or Form.AplKomvux => School(form, Decider.SchoolOwner, Paper.OthersDocument, Nobody),
        Form.Larling => School(form, Decider.SchoolOwner, Paper.OthersDocument, Nobody) with
        {
            Requires = RequiredFacts.EducationReference | RequiredFacts.Supervisor,
            Outward = new("lärlingsutbildning", "lärlingsperioden", "din lärlingsperiod"),
        },
        Form.Lia => School(form, Decider.EducationProvider, Paper.OthersDocument, Nobody) with
        {
            Person = "den studerande",
            Outward = new("LIA", "LIA-perioden", "din LIA-period"),
        },
        Form.Feriejobb => new(form, FormFamily.Feriejobb, Decider.Municipality, Filling.BookAfterYes, Paper.OthersDocument, Nobody,
            FollowUpPlan.OneCall, RequiredFacts.Supervisor, TakesSupport: false, TakesClause: false, PauseCounts: true,
            SeasonIsClosedWeeks: true, IsOnByDefault: true, "ungdomen", "feriejobb")
        {
            AsksStaffing = false,
            UsualWeek = PupilsWeek,
            Outward = new("feriejobb", "feriejobbet", "ditt feriejobb"),
        },
        Form.Employment => new(form, FormFamily.Employment, Decider.Employer, Filling.ProposeCandidate, Paper.OthersDocument, Nobody,
            FollowUpPlan.MonthOneThenQuarterly, RequiredFacts.None, TakesSupport: true, TakesClause: true, PauseCounts: true,
            SeasonIsClosedWeeks: false, IsOnByDefault: true, "kandidaten", "anställning")
        { Outward = new("anställning", "anställningen", "din anställning") },
        _ => throw new UnreachableException($"{form} has no row"),
    };

    public static FormRow Row(this Form form) => Of(form);

    private static FormRow Municipal(Form form, RequiredFacts requires) => new(
        form, FormFamily.Municipal, Decider.Municipality, Filling.BookAfterYes, Paper.OwnAgreement, AllThree,
        FollowUpPlan.WeekOneHalfEnd, requires | RequiredFacts.Supervisor, TakesSupport: false, TakesClause: false, PauseCounts: false,
        SeasonIsClosedWeeks: false, IsOnByDefault: true, "deltagaren", "praktik");

    private static FormRow School(Form form, Decider decider, Paper paper, IReadOnlyList<Approver> approvers) => new(
        form, FormFamily.School, decider, Filling.SchoolDistributes, paper, approvers,
        FollowUpPlan.SchoolFollowsUp, RequiredFacts.Supervisor, TakesSupport: false, TakesClause: false, PauseCounts: true,
        SeasonIsClosedWeeks: false, IsOnByDefault: true, "eleven", "arbetsplatsförlagt lärande")
    {
        AsksStaffing = false,
        Outward = new("APL", "APL-perioden", "din APL-period"),
    };
}
