using System.Globalization;
using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Desk.RuleEffects;

/// <summary>Whom a new value would affect, in numbers only: an administrator of the rules sees no persons.</summary>
/// <param name="Planned">Placements under the rule that begin on the day or later and have not ended.</param>
/// <param name="Outside">Those of them that the new value would not have let through; null when the rule cannot be tried so.</param>
public sealed record RuleEffect(int Planned, int? Outside)
{
    /// <summary>The rule of a reminder: how many cases it may still come to, as they stand.</summary>
    public int? Reminded { get; init; }

    public static async Task<RuleEffect> OfAsync(AppDb db, RuleSet rules, string subject, Limit limit, DateOnly from, string value, CancellationToken ct)
    {
        if (ReminderRules.ReminderOf(subject) is { } id && ReminderCatalogue.Find(id) is { } reminder)
        {
            var window = ReminderWindow.Of(reminder, rules, from, withPlanned: true);
            return new RuleEffect(0, null) { Reminded = (await reminder.FindAsync(db, window, null, ct)).Count };
        }
        // Counts over all grenar: a municipality's rule holds for all of them, and no row is shown.
        var planned = db.Placements.IgnoreQueryFilters().AsNoTracking()
            .Where(p => p.From >= from && p.Ending.EndedOn == null && p.Ending.NotHeldAt == null && p.Ending.VoidedAt == null);
        if (Enum.TryParse<Form>(subject, out var form))
            planned = planned.Where(p => p.Form == form);
        else if (Enum.TryParse<Lonestod>(subject, out var support))
            planned = planned.Where(p => p.Supports.Any(s => s.Kind == support));
        var rows = await planned.Select(p => new { p.From, p.To, BirthDate = db.Participants.Where(q => q.Id == p.ParticipantId).Select(q => (DateOnly?)q.BirthDate).FirstOrDefault() }).ToListAsync(ct);
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return new RuleEffect(rows.Count, null);
        return new RuleEffect(rows.Count, limit switch
        {
            Limit.LongestMonths when Enum.TryParse<Form>(subject, out _) => rows.Count(r => new Period(r.From, r.To).Last >= r.From.AddMonths(number)),
            Limit.MinAge => rows.Count(r => r.BirthDate is { } born && Age.On(born, r.From) < number),
            Limit.MaxAge => rows.Count(r => r.BirthDate is { } born && Age.On(born, r.From) > number),
            _ => null,
        });
    }
}
