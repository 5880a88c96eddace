using System.ComponentModel.DataAnnotations;

namespace EnVagUt.Core.Parties.Users;

/// <summary>What can be said of an account in one word.</summary>
public enum AccountStatus
{
    [Display(Name = "Inbjuden")] Invited,
    [Display(Name = "Obekräftad")] Unconfirmed,
    [Display(Name = "Aktiv")] Active,
    [Display(Name = "Avstängd")] Deactivated,
}

public static class AccountStatuses
{
    public static AccountStatus Of(bool hasPassword, bool emailConfirmed, DateTime? deactivatedAt) =>
        deactivatedAt is not null ? AccountStatus.Deactivated
        : !hasPassword ? AccountStatus.Invited
        : emailConfirmed ? AccountStatus.Active : AccountStatus.Unconfirmed;
}
