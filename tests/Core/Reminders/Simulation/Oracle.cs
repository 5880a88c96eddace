using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Law.Forms;

namespace EnVagUt.Tests.Core.Reminders.Simulation;

/// <param name="IsAfternoon">Written by a run in the afternoon, not in the morning.</param>
internal sealed record Row(Guid Case, string Reminder, string Step, DateOnly Day, DateOnly WrittenOn, bool IsAfternoon, string To, WhyNoLetter? WhyNot)
{
    public (Guid, string, string, DateOnly) Key => (Case, Reminder, Step, Day);
}

/// <summary>
/// Walks through every case each time the job has run, and works out with pen and paper what must have been written. Brute
/// force on purpose, and no line in common with the catalogue of reminders.
/// </summary>
internal sealed class Oracle(World world)
{
    private const string LockIn = "inlasning";
    private readonly Dictionary<(Guid, string, string, DateOnly), Row> _rows = [];
    private readonly Dictionary<(Colleague, string), int> _waiting = [];

    public IReadOnlyCollection<Row> Rows => _rows.Values;
    public HashSet<string> Digests { get; } = [];
    public int DigestRows { get; private set; }
    public int RestedForPause { get; private set; }
    public int RestedForClosedWeeks { get; private set; }
    public int ReadByStandIn { get; private set; }
    public int Unwritten { get; private set; }

    public static IReadOnlySet<string> Reminders { get; } = Promises.All.Select(p => p.Id).Append(LockIn).ToHashSet();

    public void Run(DateOnly today, bool isAfternoon)
    {
        foreach (var c in world.Cases.Where(c => !c.IsSilent))
            foreach (var promise in Promises.All)
                foreach (var day in promise.Days(c, today))
                    Judge(promise, c, day, today, isAfternoon);
        foreach (var human in world.Humans)
            JudgeLockIn(human, today, isAfternoon);
        SendDigests(today);
    }

    private void Judge(Promise p, Case c, DateOnly day, DateOnly today, bool isAfternoon)
    {
        if (p.To == To.Participant && c.Who is null)
            return;
        var isBefore = p.Count is Count.OfficeDaysBefore or Count.DaysBefore;
        var due = Enumerable.Range(0, p.Steps.Length)
            .Where(i => !_rows.ContainsKey((c.Id, p.Id, $"{i + 1}", day)) && !(isBefore && day < today)
                && DueOn(p, p.Steps[i], c, day) is var on && on <= today && on >= today.AddDays(-p.Keeps)).ToList();
        if (due.Count == 0)
            return;
        if (p.Rests && c.IsPausedOn(today))
            RestedForPause++;
        else if (p.Rests && p.To == To.Workplace && c.Form != Form.Feriejobb && c.At.IsClosedOn(today))
            RestedForClosedWeeks++;
        else
            Write(c.Id, p.Id, due, day, today, isAfternoon, AddressOf(p.To, c, today));
    }

    private static DateOnly DueOn(Promise p, int count, Case c, DateOnly day)
    {
        var on = p.Count switch
        {
            Count.OfficeDaysBefore => Almanac.OfficeDaysBefore(day, count),
            Count.OfficeDaysAfter => Almanac.OfficeDaysAfter(day, count),
            Count.OurClockAfter => Almanac.OfficeDaysAfter(day, count, c.Form == Form.Feriejobb ? null : c.At.IsClosedOn),
            Count.DaysBefore => day.AddDays(-count),
            _ => day.AddDays(count),
        };
        // Whoever reads at work is told on a day when somebody is there: earlier before what comes, later after what has been.
        while (p.To != To.Participant && !Almanac.IsOfficeDay(on))
            on = on.AddDays(p.Count is Count.OfficeDaysBefore or Count.DaysBefore ? -1 : 1);
        return on;
    }

    // Day by day through all that the person has done in the municipality's praktik, whichever workplace.
    private void JudgeLockIn(Human human, DateOnly today, bool isAfternoon)
    {
        var cases = human.Cases.Where(c => c.IsMunicipal && c.StartedOn is not null && !c.Voided).ToList();
        if (!cases.Exists(c => c.IsRunning && !c.LettersStopped))
            return;
        var days = 0;
        foreach (var c in cases)
            for (var d = c.StartedOn!.Value; d <= today && d <= (c.EndedOn ?? c.To); d = d.AddDays(1))
                if (!c.Pauses.Exists(p => p.From <= d && d <= p.To))
                    days++;
        var first = cases.Min(c => c.StartedOn!.Value);
        var due = new[] { 90, 180 }.Index().Where(x => days >= x.Item && !_rows.ContainsKey((human.Id, LockIn, $"{x.Index + 1}", first))).Select(x => x.Index).ToList();
        if (due.Count > 0)
            Write(human.Id, LockIn, due, first, today, isAfternoon, ManagerOf(human.Gren, today));
    }

    private void Write(Guid id, string reminder, List<int> due, DateOnly day, DateOnly today, bool isAfternoon, (string To, WhyNoLetter? WhyNot) letter)
    {
        foreach (var step in due[..^1])
            Note(new Row(id, reminder, $"{step + 1}", day, today, isAfternoon, "", WhyNoLetter.Superseded));
        Note(new Row(id, reminder, $"{due[^1] + 1}", day, today, isAfternoon, letter.To, letter.WhyNot));
        if (world.Colleagues.Find(u => u.Email == letter.To && u.WantsDigest && !u.HasLeft) is not { } collector)
            return;
        DigestRows++;
        _waiting[(collector, reminder)] = 1;
    }

    private void Note(Row row)
    {
        _rows.Add(row.Key, row);
        Unwritten++;
    }

    // One a day for each kind; what comes later the same day waits for the next.
    private void SendDigests(DateOnly today)
    {
        foreach (var (who, reminder) in _waiting.Keys.ToList())
            if (Digests.Add($"paminnelse-samlad/{who.Id:N}/{reminder}/{today:yyyy-MM-dd}"))
                _waiting.Remove((who, reminder));
    }

    private (string To, WhyNoLetter? WhyNot) AddressOf(To to, Case c, DateOnly today) => to switch
    {
        To.Workplace => Reached(c.At.Email),
        To.Participant when c.Who!.IsProtected => ("", WhyNoLetter.ProtectedIdentity),
        To.Participant when c.Who!.ByHand is { } why => ("", why),
        To.Participant => Reached(c.Who!.Email),
        To.Coordinator when ReaderFor(c.Coordinator, today) is { } reader => Reached(reader.Email),
        _ => ManagerOf(c.Coordinator.Gren, today),
    };

    private (string To, WhyNoLetter? WhyNot) ManagerOf(Verksamhetsgren gren, DateOnly today) =>
        Reached(world.Managers.Find(m => m.Gren == gren && !m.HasLeft) is { } manager ? ReaderFor(manager, today)!.Email : null);

    // Whoever stands in that day; nobody when the colleague has left and nobody does.
    private Colleague? ReaderFor(Colleague who, DateOnly today)
    {
        if (who.Away is { } away && away.From <= today && today <= away.To && !away.By.HasLeft)
        {
            ReadByStandIn++;
            return away.By;
        }
        return who.HasLeft ? null : who;
    }

    private static (string To, WhyNoLetter? WhyNot) Reached(string? email) => string.IsNullOrEmpty(email) ? ("", WhyNoLetter.NoEmail) : (email, null);
}
