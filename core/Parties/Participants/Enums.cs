using System.ComponentModel.DataAnnotations;

namespace EnVagUt.Core.Parties.Participants;

/// <summary>Kön enligt folkbokföringen; all statistics on persons are split by it.</summary>
public enum Sex
{
    [Display(Name = "Kvinna")] Woman,
    [Display(Name = "Man")] Man,
}

/// <summary>Why no letters about a person leave any more (docs/model.md, Corrections).</summary>
public enum Gone
{
    [Display(Name = "Avliden")] Deceased,
    [Display(Name = "Flyttat från kommunen")] Moved,
}

/// <summary>Why somebody is registered beside a participant of the same name and birth date.</summary>
public enum NamesakeReason
{
    [Display(Name = "Det är en annan person")] AnotherPerson,
    [Display(Name = "Vet inte än, kontrolleras senare")] NotKnownYet,
}

public enum TargetGroup
{
    [Display(Name = "Målgrupp A")] A,
    [Display(Name = "Målgrupp B")] B,
    [Display(Name = "Kommunala aktivitetsansvaret")] Kaa,
    [Display(Name = "Unga som varken arbetar eller studerar")] Uvas,
    [Display(Name = "Annan målgrupp")] Other,
}

/// <summary>Mandatory before a match is decided (municipal plans: it is always to be considered).</summary>
public enum Education
{
    [Display(Name = "Förgymnasial")] PreGymnasium,
    [Display(Name = "Gymnasial")] Gymnasium,
    [Display(Name = "Eftergymnasial")] PostGymnasium,
}

/// <summary>Why somebody is called or written to instead of mailed; those of the codes that a coordinator sets (docs/vardag.md, By hand).</summary>
public enum ByHandReason
{
    [Display(Name = "Saknar e-legitimation")] NoEid,
    [Display(Name = "Språk")] Language,
    [Display(Name = "Annat")] Other,
}
