using System.ComponentModel.DataAnnotations;

namespace EnVagUt.Core.Law.Forms;

/// <summary>Forms that are handled alike: small tables are merged to them, and the pair table is written in them.</summary>
public enum FormFamily
{
    [Display(Name = "Kommunens praktik och träning")] Municipal,
    [Display(Name = "Arbetsförmedlingens praktik")] Af,
    [Display(Name = "Skolans och utbildningarnas platser")] School,
    [Display(Name = "Feriejobb")] Feriejobb,
    [Display(Name = "Anställning")] Employment,
}

/// <summary>Who decides that the person is to be there. Another authority's decision is recorded, never made or refused here.</summary>
public enum Decider
{
    [Display(Name = "Kommunen")] Municipality,
    [Display(Name = "Arbetsförmedlingen")] Af,
    [Display(Name = "Skolans huvudman")] SchoolOwner,
    [Display(Name = "Utbildningsanordnaren")] EducationProvider,
    [Display(Name = "Arbetsgivaren")] Employer,
    [Display(Name = "Försäkringskassan")] Forsakringskassan,
}

/// <summary>How a slot of the form is filled (docs/model.md, Filling a slot).</summary>
public enum Filling
{
    /// <summary>Several requests may run, the employer recruits, its yes makes the claim.</summary>
    [Display(Name = "Föreslå kandidat")] ProposeCandidate,
    /// <summary>The participant's yes, then the request holds the slot.</summary>
    [Display(Name = "Boka efter ja")] BookAfterYes,
    [Display(Name = "Skolan fördelar")] SchoolDistributes,
    [Display(Name = "Registrera annans beslut")] RecordOthersDecision,
}

/// <summary>Which paper the form asks for before start (docs/model.md, Paper).</summary>
public enum Paper
{
    /// <summary>Our own.</summary>
    [Display(Name = "Kommunens överenskommelse")] OwnAgreement,
    /// <summary>Recorded by type, date and reference, never signed again.</summary>
    [Display(Name = "Annans handling")] OthersDocument,
    [Display(Name = "Ingen")] None,
}

/// <summary>Who approves an own agreement; <see cref="FormRow.Approvers"/> gives the order.</summary>
public enum Approver
{
    [Display(Name = "Arbetsplatsen")] Workplace,
    /// <summary>The guardian too when the person is under 18.</summary>
    [Display(Name = "Deltagaren")] Participant,
    /// <summary>In no form's order: follows on a participant under 18.</summary>
    [Display(Name = "Vårdnadshavaren")] Guardian,
    [Display(Name = "Kommunen")] Municipality,
}

/// <summary>What is asked during the placement, and when.</summary>
public enum FollowUpPlan
{
    [Display(Name = "Vecka 1, halvvägs och vid slutet")] WeekOneHalfEnd,
    [Display(Name = "Månad 1, sedan var tredje månad")] MonthOneThenQuarterly,
    [Display(Name = "Ett samtal")] OneCall,
    [Display(Name = "Skolan eller utbildningen följer upp")] SchoolFollowsUp,
}
