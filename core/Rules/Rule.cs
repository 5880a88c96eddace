namespace EnVagUt.Core.Rules;

/// <summary>Every rule that can refuse a command. The Swedish text of each stands in content/texts/regler.md.</summary>
public enum Rule
{
    // Shape and identity
    OrgNumberWrong,
    OrgNumberTaken,
    DateImpossible,
    PeriodReversed,
    Required,
    NotAllowedInStatus,
    ChangedByAnother,
    NotYours,
    NotForYourRole,

    // Employers and workplaces
    EmployerNotApproved,
    EmployerAlreadyDecided,
    WorkplaceInUse,
    CeilingTooLow,
    ExtractNeedsLegalBasis,
    SupervisorElsewhere,
    DeclarationNotConfirmed,

    // Offers
    FormRefusesOffers,
    ClauseRequired,
    ClauseNotAllowed,
    ClauseOtherForm,
    SupportNotAllowed,
    TooFewSlots,
    PatternEmpty,
    PatternTimesReversed,
    OfferHasLivePlacements,
    DisplacementUnanswered,

    // Dated rules
    RuleDayPassed,
    RuleHasBegun,
    RuleNotANumber,
    SchoolHolidaysWrong,
    ClosedWeeksWrong,
    NothingToRemindOf,
    RemindedRecently,
    LetterHandled,
    GoneDayWrong,
    PersonDeceased,
    LettersStopped,
    SupportAbolished,

    // Participants
    AgeOutsideForm,
    ParticipantExists,
    PersonNumberWrong,
    PersonNumberNotBirthDate,
    BirthDateUnlikely,

    // Minors
    MinorTooYoung,
    MinorOutsideClock,
    MinorDayTooLong,
    MinorWeekTooLong,
    MinorBreakMissing,
    MinorNightRestTooShort,
    MinorWeekRestTooShort,

    // Bookings
    SlotTaken,
    PersonBusy,
    WorkplaceFull,
    SupervisorFull,
    OutsideSlotPeriod,
    OutsideSlotPattern,
    PeriodTooLong,
    WorkplaceClosed,
    TooManyRetries,
    FormsDoNotGoTogether,
    WarningsNotAcknowledged,

    // Placements
    ParticipantHasNotSaidYes,
    ParticipantHasAnswered,
    CandidateHoldsNothing,
    NothingReleased,
    PaperMissing,
    StartBeforePeriod,
    EndBeforeStart,
    EndReasonMissing,
    SupportOnlyOnEmployment,
    SupportDateOutside,
    SupportNeedsReference,
    CompensationMonthOutside,
    CompensationAlreadyNoted,
    CompensationBeforeMonthEnd,
    NoCodeMissing,
    EarlierEventAfterLater,
    BeforeStartIncomplete,
    NothingToRecord,
    PauseOutsidePlacement,
    PauseOverlaps,
    PauseReversed,
    PauseIsAhead,
    NoPause,
    ReplanBeforeStart,
    ReplanLeavesGap,
    DateInFuture,
    ExtractNotRequired,
    PersonUnknown,
    WorkplaceNotGiven,
    NumberIsShared,
    TooFewFreeSeats,
    PersonDoesNotFit,
    ContinuesUnstarted,
    ContinuesLater,

    // Agreements
    AgreementNotOurs,
    AgreementUnderWay,
    AgreementConcluded,
    AgreementNotSent,
    AgreementGoalsMissing,
    EffectiveOutsidePeriod,
    ApprovalOutOfOrder,
    ApprovalWayNotAllowed,
    BehalfReasonMissing,
    SignedInFuture,
    AgreementChangeMissing,
    AgreementChangeNotMade,
    AgreementNothingChanged,
    LinkNotForProtected,
    PersonHasNoEmail,

    // Procurement
    CommitmentNotPositive,
    ReductionTooLarge,
    DiaryNumberTaken,
    NotAwarded,
    ContractPeriodReversed,

    // Reports
    ReportAlreadyLocked,
    ReportNotLocked,
    PeriodNotOver,
    ApproverIsAuthor,
    YearNotReportable,
    RegistrarMissing,

    // Questions
    AlreadyAnswered,

    // Import
    ImportRowWrong,
    ImportFileEmpty,
    ImportFileTooLarge,
    ImportFileNotText,

    // Users
    EmailTaken,
    LastAdministrator,
    LastEmployerAdministrator,
    EmployerHasAdministrator,
    RoleAlreadyGranted,
    GrenRequired,
    PasswordTooShort,
    PasswordTooLong,
    PasswordCommon,
    PasswordPersonal,
    PasswordWrong,
    PasswordsDiffer,
    LinkNotValid,
    SignInRefused,
    EmailNotConfirmed,
    CodeWrong,
    RecoveryCodeWrong,

    // Operations
    NoLetterChosen,
}
