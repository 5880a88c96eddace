using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Slots;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>
/// «Upptagen» is all that one gren learns of another: the days and cells that were asked for and no others, in the same
/// words wherever the person is. That it was told about the person is in the read log (docs/model.md, Persons and participants).
/// </summary>
public sealed class BusyAnswer(Viewer viewer, ReadLog readLog)
{
    internal RuleBreachException About(Guid personId, Claim meeting, Period period, Cells cells)
    {
        readLog.Note(viewer, nameof(Person), personId);
        return new RuleBreachException(Rule.PersonBusy, null, Times(meeting, period, cells));
    }

    /// <summary>«2027-01-11–2027-03-31, mån–ons fm»: dates and cells only, never whose.</summary>
    internal static string Times(Claim claim, Period period, Cells cells) => $"{claim.Period.Intersect(period)}, {claim.Cells.And(cells)}";
}
