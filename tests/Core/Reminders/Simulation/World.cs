using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Tests.Core.Reminders.Simulation;

/// <summary>
/// A municipality in which things happen at random. Whatever happens is done to the database through the entity's own verb,
/// and told in plain words to the case that the oracle reads.
/// </summary>
internal sealed partial class World
{
    public static readonly DateOnly First = new(2026, 11, 23);
    public static readonly DateOnly Last = new(2028, 11, 22);

    private readonly TestDb _database;
    private readonly Random _random;
    private readonly int _placements;
    private readonly List<Act> _acts = [];

    private World(TestDb database, int seed, int placements) => (_database, _random, _placements) = (database, new Random(seed), placements);

    public List<Case> Cases { get; } = [];
    public List<Human> Humans { get; } = [];
    public List<Place> Places { get; } = [];
    public List<Colleague> Coordinators { get; } = [];
    public List<Colleague> Managers { get; } = [];
    public List<Colleague> Colleagues => [.. Managers, .. Coordinators];
    public SortedDictionary<string, int> Happened { get; } = new(StringComparer.Ordinal);

    /// <summary>What the nightly job for the status of the day does about pencils; only on nights when a server runs.</summary>
    public Task LapsePencilsAsync(DateOnly today, TimeOnly hour)
    {
        foreach (var c in Cases.Where(c => !c.IsOver && c.PencilGoneOn <= today && c.AskedOn is null))
        {
            c.PencilGoneOn = null;
            Do(c, today, hour, "pencil lapses", (p, s, _) => p.LapsePencil(s));
        }
        return FlushAsync();
    }

    /// <summary>One part of a day, between two hours. Each case has its hour in one of the parts.</summary>
    /// <param name="share">How much of what happens in a day happens in the part.</param>
    public async Task LiveAsync(DateOnly today, int from, int to, double share)
    {
        foreach (var c in Cases.Where(c => !c.IsOver))
            if (Chance(share))
                Live(c, today, new TimeOnly(_random.Next(from, to), _random.Next(0, 60)));
        var most = share * _placements / (Last.DayNumber - First.DayNumber - 40);
        for (var left = most; left > 0 && Cases.Count < _placements; left--)
            if (Chance(left))
                Begin(today, new TimeOnly(to - 1, _random.Next(0, 60)));
        await FlushAsync();
        await LiveAroundAsync(today, new TimeOnly(from, 30), share);
    }

    private void Do(Case c, DateOnly day, TimeOnly hour, string what, Action<Placement, Stamp, AppDb> verb)
    {
        c.Story.Add($"{day:yyyy-MM-dd} {hour:HH\\:mm} {what}");
        var kind = what.Split(':')[0];
        Happened[kind] = Happened.GetValueOrDefault(kind) + 1;
        _acts.Add(new Act(c, new Stamp(c.Coordinator.Id, Almanac.Utc(day, hour)), what, verb));
    }

    // All of a part of a day in one save, as many people's saves one after another would leave it.
    private async Task FlushAsync()
    {
        if (_acts.Count == 0)
            return;
        await using var db = _database.Open();
        var ids = _acts.Select(a => a.Case.Id).Where(id => id != default).Distinct().ToList();
        var placements = await db.Placements.Include(p => p.Releases).Include(p => p.Pauses).Include(p => p.Supports).AsSplitQuery()
            .Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        foreach (var act in _acts)
        {
            try
            {
                if (act.Case.Id == default)
                    placements[act.Case.Id = AddTo(db, act)] = db.Placements.Local.Single(p => p.Id == act.Case.Id);
                act.Verb(placements[act.Case.Id], act.Stamp, db);
            }
            catch (RuleBreachException e)
            {
                throw new InvalidOperationException($"The world broke {e.Rule} in {Tell(act.Case)}", e);
            }
        }
        await db.SaveChangesAsync();
        _acts.Clear();
    }

    private Guid AddTo(AppDb db, Act act)
    {
        var (c, stamp) = (act.Case, act.Stamp);
        var participant = c.Who is null ? null : _participants.GetValueOrDefault(c.Who.Id);
        if (participant is not null && db.Entry(participant).State == EntityState.Detached && c.Who!.Cases.Count == 1)
        {
            db.Add(participant.Person);
            db.Add(participant);
            db.Entry(participant).Property(p => p.IsProtected).CurrentValue = c.Who.IsProtected;
        }
        Placement placement;
        if (c.Form == Form.AfPraktik)
        {
            var offer = Offer.Arranged(_workplaces[c.At.Id], Details(c.At, c.Form, c.From, c.To), stamp);
            db.Add(offer);
            placement = Placement.Arranged(participant, c.Coordinator.Gren, Sex.Man, Referrer.Af, offer, stamp);
        }
        else
        {
            var offer = OfferOf(c.At, c.Form, db, stamp);
            placement = Placement.Propose(participant!, offer, offer.Slots[0], new Period(c.From, c.To), offer.Slots[0].Cells, RuleSet.Shipped.On(c.From).Of(c.Form), stamp);
        }
        db.Add(placement);
        return placement.Id;
    }

    public static string Tell(Case c) =>
        $"case {c.Number}, {c.Form} {c.From:yyyy-MM-dd}–{c.To:yyyy-MM-dd} (form, plan as it is now), workplace closed v. {c.At.Closed}\n      {string.Join("\n      ", c.Story)}";

    private bool Chance(double chance) => _random.NextDouble() < chance;

    private T Any<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    private sealed record Act(Case Case, Stamp Stamp, string What, Action<Placement, Stamp, AppDb> Verb);
}
