using System.ComponentModel.DataAnnotations;

namespace EnVagUt.Core.Law.Days;

public enum DayKind
{
    [Display(Name = "en skoldag")] SchoolDay,
    [Display(Name = "en skolfri dag under terminen")] FreeDay,
    /// <summary>Of a holiday of at least a week.</summary>
    [Display(Name = "en dag på lovet")] Holiday,
}
