using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Reminders.Simulation;

/// <summary>The ledger and its letters against the oracle's rows, one stretch of days at a time so that a fault is told early.</summary>
internal sealed class Comparison(TestDb database, World world, Oracle oracle)
{
    private const int Shown = 6;

    public async Task AssertSameAsync(DateOnly from, DateOnly through)
    {
        var expected = oracle.Rows.Where(r => r.WrittenOn >= from && r.WrittenOn <= through).ToHashSet();
        var actual = await ActualAsync(Almanac.Utc(from, TimeOnly.MinValue), Almanac.Utc(through.AddDays(1), TimeOnly.MinValue));
        var missing = expected.Where(r => !actual.Contains(r)).ToList();
        var extra = actual.Where(r => !expected.Contains(r)).ToList();
        if (missing.Count + extra.Count == 0)
            return;
        Assert.Fail($"{from:yyyy-MM-dd}–{through:yyyy-MM-dd}: {missing.Count} promised and not written so, {extra.Count} written and not promised so.\n"
            + string.Join("\n", missing.Select(r => ("promised", r)).Concat(extra.Select(r => ("written ", r))).OrderBy(x => x.r.WrittenOn).ThenBy(x => x.r.Case)
                .Take(Shown).Select(x => $"  {x.Item1} {Tell(x.r)}")));
    }

    public async Task AssertEveryLetterOnceAsync()
    {
        await using var db = database.Open();
        var keys = await db.Mail.AsNoTracking().Select(m => m.Key).ToListAsync();
        var ids = await db.Reminders.AsNoTracking().Where(e => Oracle.Reminders.Contains(e.Reminder)).Select(e => e.MailId).ToListAsync();
        var letters = keys.Where(k => k.StartsWith("paminnelse/", StringComparison.Ordinal) && Oracle.Reminders.Contains(k.Split('/')[1])).ToList();
        Assert.Equal(oracle.Rows.Count(r => r.WhyNot != WhyNoLetter.Superseded) - oracle.DigestRows, letters.Count);
        Assert.Equal(letters.Count, letters.Distinct().Count());
        Assert.Equal(oracle.Digests.Order(StringComparer.Ordinal), keys.Where(k => k.StartsWith("paminnelse-samlad/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(letters.Count + oracle.Digests.Count, ids.OfType<Guid>().Distinct().Count());
    }

    private async Task<HashSet<Row>> ActualAsync(DateTime since, DateTime before)
    {
        await using var db = database.Open();
        var rows = await (from e in db.Reminders.AsNoTracking()
                          where e.CreatedAt >= since && e.CreatedAt < before
                          from m in db.Mail.Where(m => m.Id == e.MailId).DefaultIfEmpty()
                          from u in db.Users.Where(u => u.Id == e.DigestFor).DefaultIfEmpty()
                          select new { Entry = e, Letter = m == null ? null : m.To, State = m == null ? (MailState?)null : m.State, Collector = u == null ? null : u.Email })
            .ToListAsync();
        Assert.All(rows, r => Assert.True(r.Letter is null || r.State == (r.Letter.Length == 0 ? MailState.NoAddress : MailState.Queued)));
        return [.. rows.Where(r => Oracle.Reminders.Contains(r.Entry.Reminder)).Select(r => new Row(r.Entry.CaseId, r.Entry.Reminder, r.Entry.Step, r.Entry.Day,
            Day(r.Entry.CreatedAt), (r.Entry.CreatedAt - Almanac.Utc(Day(r.Entry.CreatedAt), new TimeOnly(5, 0))).TotalHours > 8,
            r.Collector ?? r.Letter ?? "", r.Entry.WhyNot))];
    }

    // No run is near midnight, so that the hour of UTC says the day.
    private static DateOnly Day(DateTime utc) => DateOnly.FromDateTime(utc);

    private string Tell(Row r) =>
        $"{r.WrittenOn:yyyy-MM-dd}{(r.IsAfternoon ? " (afternoon)" : "")} {r.Reminder} step {r.Step} for {r.Day:yyyy-MM-dd} to «{r.To}» {r.WhyNot}\n    "
        + (world.Cases.Find(c => c.Id == r.Case) is { } one ? World.Tell(one)
            : string.Join("\n    ", world.Humans.Find(h => h.Id == r.Case)?.Cases.Select(World.Tell) ?? ["no such case"]));
}
