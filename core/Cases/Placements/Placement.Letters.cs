using EnVagUt.Core.Ground.Entities;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>What letters lead to, and that they stop.</summary>
public sealed partial class Placement
{
    /// <summary>The workplace's answer to «Kom deltagaren?»; a later answer replaces an earlier one.</summary>
    internal void AnswerFirstDay(bool came, Stamp stamp) => Settle(stamp, came ? "CameFirstDay" : "DidNotComeFirstDay");

    /// <summary>Somebody has asked why the person did not come.</summary>
    internal void FollowUpAbsence(Stamp stamp) => Settle(stamp, "AbsenceFollowedUp");

    /// <summary>The person has died or moved.</summary>
    internal void StopLetters(Stamp stamp)
    {
        LettersStoppedAt = stamp.At;
        Settle(stamp, "LettersStopped");
    }

    /// <summary>That the person had died or moved was taken back.</summary>
    internal void ResumeLetters(Stamp stamp)
    {
        LettersStoppedAt = null;
        Settle(stamp, "LettersResumed");
    }
}
