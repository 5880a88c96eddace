using EnVagUt.Core.Cases.Warnings;

namespace EnVagUt.Tests.Common;

/// <summary>For tests that are about something else: every warning is read and answered.</summary>
public static class Answered
{
    public static readonly Acknowledged ToAll = new(Enum.GetValues<SoftRule>(), AcknowledgeReason.OwnGoal);
}
