using System.ComponentModel.DataAnnotations;

namespace EnVagUt.Core.Agreements;

/// <summary>What a version of an agreement is (decisions 9): practical changes make no version, they are only told.</summary>
public enum AgreementChange
{
    [Display(Name = "Första överenskommelsen")] First,
    [Display(Name = "Ändring som alla godkänner på nytt")] Essential,
}

public enum AgreementStatus
{
    [Display(Name = "Utkast")] Draft,
    [Display(Name = "Väntar på godkännande")] Sent,
    [Display(Name = "Godkänd av alla")] Concluded,
}

/// <summary>How an approval was given.</summary>
public enum ApprovalWay
{
    [Display(Name = "I portalen")] Portal,
    [Display(Name = "På handläggarens skärm")] OnScreen,
    [Display(Name = "På papper")] OnPaper,
    /// <summary>Given by word of mouth; <see cref="BehalfReason"/> says why it could not be given otherwise.</summary>
    [Display(Name = "Antecknat åt personen")] OnBehalf,
}

/// <summary>Why somebody's approval is recorded for them (practice.md 15).</summary>
public enum BehalfReason
{
    [Display(Name = "Saknar e-post")] NoEmail,
    [Display(Name = "Saknar e-legitimation")] NoEid,
    [Display(Name = "Språk")] Language,
    [Display(Name = "Skyddade uppgifter")] Protected,
    [Display(Name = "Annat")] Other,
}
