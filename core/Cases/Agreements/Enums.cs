using System.ComponentModel.DataAnnotations;

namespace EnVagUt.Core.Cases.Agreements;

/// <summary>
/// What a version of an agreement is, as the coordinator states it. Practical changes (contact, room, breaks, supervisor)
/// make no version, they are only told (docs/model.md, Paper).
/// </summary>
public enum AgreementChange
{
    [Display(Name = "Första överenskommelsen")] First,
    [Display(Name = "Ändrad period")] Period,
    [Display(Name = "Ändrad omfattning eller ändrade tider")] Extent,
    [Display(Name = "Ändrade arbetsuppgifter")] Tasks,
    [Display(Name = "Annan arbetsplats")] Workplace,
    [Display(Name = "Ändrade mål, anpassningar eller introduktion")] Goals,
    /// <summary>Several of them, or not stated.</summary>
    [Display(Name = "Flera viktiga ändringar")] Essential,
}

public enum AgreementStatus
{
    [Display(Name = "Utkast")] Draft,
    [Display(Name = "Väntar på godkännande")] Sent,
    [Display(Name = "Godkänd av alla")] Concluded,
    [Display(Name = "Makulerad")] Voided,
}

/// <summary>How an approval was given.</summary>
public enum ApprovalWay
{
    [Display(Name = "I portalen")] Portal,
    [Display(Name = "På handläggarens skärm")] OnScreen,
    [Display(Name = "På papper")] OnPaper,
    /// <summary>Given by word of mouth; <see cref="BehalfReason"/> says why it could not be given otherwise.</summary>
    [Display(Name = "Antecknat åt personen")] OnBehalf,
    [Display(Name = "Med personlig länk")] ByLink,
}

/// <summary>Why somebody's approval is recorded for them (docs/vardag.md, By hand).</summary>
public enum BehalfReason
{
    [Display(Name = "Saknar e-post")] NoEmail,
    [Display(Name = "Saknar e-legitimation")] NoEid,
    [Display(Name = "Språk")] Language,
    [Display(Name = "Skyddade uppgifter")] Protected,
    [Display(Name = "Annat")] Other,
}
