using System.ComponentModel.DataAnnotations;

namespace EnVagUt.Core.Parties.Employers;

public enum Sector
{
    [Display(Name = "Företag")] Private,
    [Display(Name = "Förening eller annan idéburen organisation")] Association,
    [Display(Name = "Kommunens egen verksamhet")] OwnMunicipality,
    [Display(Name = "Annan offentlig arbetsgivare")] OtherPublic,
}

public static class Sectors
{
    /// <summary>State, region or municipality: may have a support that is for public employers, and cannot go bankrupt.</summary>
    public static bool IsPublic(this Sector sector) => sector is Sector.OwnMunicipality or Sector.OtherPublic;
}

/// <summary>Sections of SNI 2007 (SCB).</summary>
public enum Branch
{
    [Display(Name = "Jordbruk, skogsbruk och fiske")] Agriculture,
    [Display(Name = "Utvinning av mineral")] Mining,
    [Display(Name = "Tillverkning")] Manufacturing,
    [Display(Name = "El, gas, värme och kyla")] Energy,
    [Display(Name = "Vatten, avlopp och återvinning")] Water,
    [Display(Name = "Bygg")] Construction,
    [Display(Name = "Handel och fordonsverkstad")] Trade,
    [Display(Name = "Transport och magasinering")] Transport,
    [Display(Name = "Hotell och restaurang")] Hospitality,
    [Display(Name = "Information och kommunikation")] Information,
    [Display(Name = "Finans och försäkring")] Finance,
    [Display(Name = "Fastighet")] RealEstate,
    [Display(Name = "Juridik, ekonomi och teknik")] Professional,
    [Display(Name = "Uthyrning, fastighetsservice och resetjänster")] Support,
    [Display(Name = "Offentlig förvaltning")] PublicAdministration,
    [Display(Name = "Utbildning")] Education,
    [Display(Name = "Vård och omsorg")] Care,
    [Display(Name = "Kultur, nöje och fritid")] Culture,
    [Display(Name = "Annan service")] OtherService,
}

/// <summary>SCB's size classes.</summary>
public enum SizeClass
{
    [Display(Name = "Inga anställda")] None,
    [Display(Name = "1–4 anställda")] From1To4,
    [Display(Name = "5–9 anställda")] From5To9,
    [Display(Name = "10–19 anställda")] From10To19,
    [Display(Name = "20–49 anställda")] From20To49,
    [Display(Name = "50–99 anställda")] From50To99,
    [Display(Name = "100 eller fler anställda")] From100,
}

public enum EmployerStatus
{
    [Display(Name = "Väntar på godkännande")] Pending,
    [Display(Name = "Godkänd")] Approved,
    [Display(Name = "Nekad")] Rejected,
}
