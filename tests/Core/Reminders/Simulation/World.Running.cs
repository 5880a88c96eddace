using EnVagUt.Core.Cases.BeforeStart;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Absences;
using EnVagUt.Core.Parties.Participants;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Tests.Core.Reminders.Simulation;

/// <summary>What may happen to a placement that runs, and to people and workplaces beside the cases.</summary>
internal sealed partial class World
{
    private static FormRules Rules(Case c, DateOnly day) => RuleSet.Shipped.On(day).Of(c.Form);

    private void LiveRunning(Case c, DateOnly today, TimeOnly hour)
    {
        if (Chance(c.To < today ? 0.1 : c.To == today ? 0.3 : 0.001))
        {
            var on = c.To < today && c.To >= c.StartedOn && Chance(0.6) ? c.To.Value : today;
            c.EndedOn = on;
            Do(c, today, hour, $"ended: {on:yyyy-MM-dd}", (p, s, _) => p.End(on, ExitReason.Work, InterruptedBy.Nobody, s));
        }
        else if (c.Pause is { } pause && pause.To >= today)
        {
            if (Chance(0.04))
                MovePause(c, pause, today, hour);
        }
        else if (Chance(0.008))
            Pause(c, today, hour);
        else if (c.To is { } to && today < to && Chance(to < today.AddDays(25) ? 0.02 : 0.002))
            Move(c, today, to.AddDays(Chance(0.8) ? _random.Next(5, 120) : -_random.Next(1, 40)), today, hour);
        else if (c.Form == Form.Employment && c.Supports.Count == 0 ? Chance(0.05) : c.Supports.LastOrDefault()?.To < today.AddDays(60) && Chance(0.03))
            Decide(c, today, hour, c.Supports.LastOrDefault()?.To.AddDays(1) ?? c.From);
        else if (Chance(0.012))
            AskForMoney(c, today, hour);
    }

    private void Pause(Case c, DateOnly today, TimeOnly hour)
    {
        var from = today.AddDays(_random.Next(0, 4));
        var to = from.AddDays(_random.Next(2, 40));
        if (c.To < to)
            to = c.To.Value;
        if (to < from || c.Pauses.Exists(p => p.To >= from))
            return;
        c.Pauses.Add(new Uppehall { From = from, To = to });
        Do(c, today, hour, $"uppehåll: {from:yyyy-MM-dd}–{to:yyyy-MM-dd}", (p, s, _) => p.Interrupt(new PausePlacement(from, to, PauseReason.Absence, false), s));
    }

    private void MovePause(Case c, Uppehall pause, DateOnly today, TimeOnly hour)
    {
        var last = today.AddDays(_random.Next(-2, 25));
        last = last < pause.From ? pause.From : last > c.To ? c.To.Value : last;
        if (last < pause.From || last == pause.To)
            return;
        pause.To = last;
        Do(c, today, hour, $"uppehåll until: {last:yyyy-MM-dd}", (p, s, _) => p.EndPause(last, s));
    }

    private void Decide(Case c, DateOnly today, TimeOnly hour, DateOnly from)
    {
        if (c.To < from)
            return;
        var support = new Support
        {
            Kind = Chance(0.6) ? Lonestod.Nystartsjobb : Lonestod.LonebidragAnstallning, From = from, To = from.AddDays(_random.Next(60, 364)), AfHasData = Chance(0.15),
        };
        c.Supports.Add(support);
        Do(c, today, hour, $"support decided: {support.Kind} {support.From:yyyy-MM-dd}–{support.To:yyyy-MM-dd}, AF has data {support.AfHasData}", (p, s, _) =>
        {
            p.RecordSupport(new SupportDetails { Kind = support.Kind, From = support.From, To = support.To, DecidedOn = today, Reference = "AF 1", AfHasData = support.AfHasData }, s);
            support.Id = p.Supports[^1].Id;
        });
    }

    private void AskForMoney(Case c, DateOnly today, TimeOnly hour)
    {
        foreach (var s in c.Supports.Where(s => s.Kind == Lonestod.Nystartsjobb && !s.AfHasData && s.Id != default))
        {
            var (begins, ends) = (s.From > c.StartedOn ? s.From : c.StartedOn!.Value, c.EndedOn < s.To ? c.EndedOn.Value : s.To);
            var month = new DateOnly(begins.Year, begins.Month, 1);
            while (s.AskedFor.ContainsKey(month))
                month = month.AddMonths(1);
            if (month > ends || begins > ends || month.AddMonths(1) > today)
                continue;
            Do(c, today, hour, $"money asked for: {month:yyyy-MM}", (p, stamp, db) =>
            {
                db.Add(p.NoteCompensation(s.Id, month, today, s.AskedFor.Where(x => x.Key != month).ToDictionary(), RuleSet.Shipped, stamp));
            });
            s.AskedFor[month] = today;
            return;
        }
    }

    private async Task LiveAroundAsync(DateOnly today, TimeOnly hour, double share)
    {
        await using var db = _database.Open();
        var stamp = new EnVagUt.Core.Ground.Entities.Stamp(Coordinators[0].Id, Almanac.Utc(today, hour));
        if (Chance(0.15 * share))
        {
            var place = Any(Places);
            place.Email = place.Email.Length > 0 ? "" : $"ny{today:yyMMdd}@exempel.se";
            _details[place.Id] = _details[place.Id] with { ContactEmail = place.Email };
            (await db.Workplaces.SingleAsync(w => w.Id == place.Id)).Describe(_details[place.Id], stamp);
            Count("workplace's address changed");
        }
        if (Chance(0.7 * share))
        {
            // Union's and risk's answers are a workplace's and a form's; most are asked for because somebody is on the way.
            var coming = Cases.Where(c => !c.IsOver && c.StartedOn is null && c.ParticipantYes == true).ToList();
            var (place, form) = coming.Count > 0 && Any(coming) is var one ? (one.At, one.Form) : (Any(Places), Form.Praktik);
            var (isUnion, accepted) = (Chance(0.6), Chance(0.9));
            place.Checks.Add((form, isUnion, accepted, today.AddYears(1).AddDays(-1)));
            db.Add(WorkplaceCheck.Record(place.Id, form, isUnion ? WorkplaceCheckKind.UnionStatement : WorkplaceCheckKind.RiskAssessment,
                new CheckAnswer(today, today, accepted, "Ombudet"), 12, stamp));
            Count("union or risk answered");
        }
        if (Chance(0.03 * share))
            await ComeOrGoAsync(db, Any(Colleagues), stamp.At);
        if (Chance(0.06 * share))
            GoAway(db, Any(Colleagues), today, stamp);
        await db.SaveChangesAsync();
    }

    private void GoAway(EnVagUt.Core.Ground.Data.AppDb db, Colleague who, DateOnly today, EnVagUt.Core.Ground.Entities.Stamp stamp)
    {
        var others = Colleagues.Where(u => u != who && u.Gren == who.Gren && !u.HasLeft).ToList();
        if (others.Count == 0 || who.Away?.To >= today)
            return;
        var from = today.AddDays(_random.Next(0, 10));
        who.Away = (from, from.AddDays(_random.Next(0, 30)), Any(others));
        db.Add(new Absence(who.Id, who.Away.Value.By.Id, new Period(from, who.Away.Value.To), stamp));
        Count("colleague away");
    }

    private async Task ComeOrGoAsync(EnVagUt.Core.Ground.Data.AppDb db, Colleague who, DateTime at)
    {
        // Somebody must be left to take on the next case.
        if (!who.HasLeft && !Coordinators.Exists(u => u.Gren == who.Gren && !u.HasLeft && u != who))
            return;
        var user = await db.Users.SingleAsync(u => u.Id == who.Id);
        if (who.HasLeft)
            user.Activate();
        else
            user.Deactivate(at);
        who.HasLeft = !who.HasLeft;
        Count(who.HasLeft ? "colleague left" : "colleague came back");
    }

    private void Count(string what) => Happened[what] = Happened.GetValueOrDefault(what) + 1;
}
