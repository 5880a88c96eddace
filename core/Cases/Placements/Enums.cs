using System.ComponentModel.DataAnnotations;

namespace EnVagUt.Core.Cases.Placements;

public enum PlacementStatus
{
    [Display(Name = "Föreslagen")] Proposed,
    [Display(Name = "Preliminärbokad")] Pencilled,
    [Display(Name = "Förfrågan skickad")] Requested,
    [Display(Name = "Inväntar godkännande")] AwaitingPaper,
    [Display(Name = "Klar för start")] ReadyToStart,
    [Display(Name = "Pågår")] Running,
    [Display(Name = "Uppehåll")] Paused,
    [Display(Name = "Avslutad")] Ended,
    [Display(Name = "Avbruten")] Interrupted,
    [Display(Name = "Blev inte av")] NotHeld,
    [Display(Name = "Makulerad")] Voided,
}

/// <summary>Why a placement ended before its start (docs/model.md, Corrections).</summary>
public enum NotHeldReason
{
    [Display(Name = "Nej från deltagaren")] ParticipantNo,
    [Display(Name = "Nej från arbetsplatsen")] WorkplaceNo,
    [Display(Name = "Blev inaktuell")] Lapsed,
    [Display(Name = "Inställd")] Cancelled,
    [Display(Name = "Annan valdes")] OtherChosen,
    [Display(Name = "Fick arbete eller studier")] WorkOrStudies,
    [Display(Name = "Nej från vårdnadshavare")] GuardianNo,
    [Display(Name = "Flyttade")] Moved,
    [Display(Name = "Avliden")] Deceased,
}

/// <summary>A workplace's no, always about the workplace, never about a person.</summary>
public enum NoCode
{
    [Display(Name = "Ingen handledare")] NoSupervisor,
    [Display(Name = "Hög belastning")] HighLoad,
    [Display(Name = "Omorganisation")] Reorganisation,
    [Display(Name = "Fel tidpunkt")] WrongTime,
    [Display(Name = "Platsens krav passar inte")] RequirementsNotMet,
    [Display(Name = "Facket säger nej")] UnionNo,
    [Display(Name = "Annat")] Other,
}

public enum InterruptedBy
{
    [Display(Name = "Ingen (avslutad som planerat)")] Nobody,
    [Display(Name = "Arbetsplatsen")] Workplace,
    [Display(Name = "Deltagaren")] Participant,
    [Display(Name = "Kommunen")] Municipality,
}

/// <summary>Resultatuppföljning: what the person lives on when asked after the end.</summary>
public enum Outcome
{
    [Display(Name = "Arbete utan stöd")] Work,
    [Display(Name = "Arbete med stöd")] SupportedWork,
    [Display(Name = "Studier")] Studies,
    [Display(Name = "Annan insats")] OtherMeasure,
    [Display(Name = "Arbetssökande")] JobSeeking,
    [Display(Name = "Annat")] Other,
    [Display(Name = "Ej nådd")] NotReached,
}
