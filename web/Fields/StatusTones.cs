namespace EnVagUt.Web.Fields;

/// <summary>The colour of a status, by the name of its value, with the enum before it where the same word means something else.</summary>
internal static class StatusTones
{
    private static readonly Dictionary<string, string> Tones = new(StringComparer.Ordinal)
    {
        // somebody has to do something
        ["Submitted"] = "warning",
        ["Returned"] = "warning",
        ["Registered"] = "warning",
        ["Pending"] = "warning",
        ["AwaitingApproval"] = "warning",
        ["RequestSent"] = "warning",
        ["Unanswered"] = "warning",
        ["Requested"] = "warning",
        ["AwaitingPaper"] = "warning",
        ["BeforeAward"] = "warning",
        ["AgreementStatus.Sent"] = "warning",
        ["Expired"] = "warning",
        ["Missing"] = "warning",
        ["FirstWarning"] = "warning",
        ["LastWarning"] = "warning",
        // on its way, nothing wrong
        ["Proposed"] = "info",
        ["Pencilled"] = "info",
        ["Paused"] = "info",
        ["OnHold"] = "info",
        ["Running"] = "info",
        ["Queued"] = "info",
        ["Sending"] = "info",
        ["Locked"] = "info",
        // in order
        ["Published"] = "success",
        ["Approved"] = "success",
        ["ReadyToStart"] = "success",
        ["Ongoing"] = "success",
        ["Filled"] = "success",
        ["Answered"] = "success",
        ["Done"] = "success",
        ["Sent"] = "success",
        ["Awarded"] = "success",
        ["Concluded"] = "success",
        ["Valid"] = "success",
        ["RequestedInTime"] = "success",
        ["HandedOver"] = "success",
        // gone wrong
        ["Rejected"] = "danger",
        ["Interrupted"] = "danger",
        ["Failed"] = "danger",
        ["Dead"] = "danger",
        ["Passed"] = "danger",
        ["RequestedLate"] = "danger",
    };

    public static string Of(Enum value) =>
        Tones.GetValueOrDefault($"{value.GetType().Name}.{value}") ?? Tones.GetValueOrDefault(value.ToString(), "neutral");
}
