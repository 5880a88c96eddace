using EnVagUt.Core.Cases.BeforeStart;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;

namespace EnVagUt.Tests.Core.Reminders.Simulation;

/// <summary>What may happen to a case in a day.</summary>
internal sealed partial class World
{
    private void Live(Case c, DateOnly today, TimeOnly hour)
    {
        if (Chance(0.0003))
        {
            c.Voided = true;
            Do(c, today, hour, "annulled", (p, s, _) => p.Void(s));
        }
        else if (!c.LettersStopped && Chance(0.0003))
        {
            c.LettersStopped = true;
            // No verb does it yet.
            Do(c, today, hour, "letters stopped", (p, s, db) => db.Entry(p).Property(x => x.LettersStoppedAt).CurrentValue = s.At);
        }
        else if (c.EndedOn is not null)
            LiveAfter(c, today, hour);
        else if (c.StartedOn is not null)
            LiveRunning(c, today, hour);
        else if (c.WorkplaceYes == true)
            LiveArranged(c, today, hour);
        else
            LiveBefore(c, today, hour);
    }

    private void LiveBefore(Case c, DateOnly today, TimeOnly hour)
    {
        if (Chance(c.From.AddDays(10) < today ? 0.2 : 0.004))
            Cancel(c, today, hour);
        else if (c.AskedOn is not null && !c.IsForgotten && Chance(0.12))
            Answer(c, today, hour, yes: Chance(0.85));
        else if (c.AskedOn is null && c.ParticipantYes is null && Chance(0.25))
        {
            c.ParticipantYes = Chance(0.95);
            c.NotHeld = c.ParticipantYes == false;
            Do(c, today, hour, $"participant answers: {c.ParticipantYes}", (p, s, _) => p.ParticipantAnswered(c.ParticipantYes!.Value, s));
        }
        else if (c.AskedOn is null && c.ParticipantYes == true && Chance(0.35))
        {
            c.AskedOn = today;
            Do(c, today, hour, "asked", (p, s, _) =>
            {
                p.ReleaseToWorkplace(new ReleasedFacts("Prov", "Person", null, 100, null), s);
                p.Request(s);
            });
        }
        else if (c.AskedOn is null && c.PencilGoneOn is null && c.Form != Form.Employment && Chance(0.15))
        {
            c.PencilGoneOn = Almanac.OfficeDaysAfter(today, 5).AddDays(1);
            Do(c, today, hour, "pencilled", (p, s, _) => p.Pencil(Almanac.Utc(c.PencilGoneOn!.Value, TimeOnly.MinValue), s));
        }
    }

    private void Answer(Case c, DateOnly today, TimeOnly hour, bool yes)
    {
        c.WorkplaceYes = yes;
        c.NotHeld = !yes;
        Do(c, today, hour, $"workplace answers: {yes}", (p, s, _) => p.EmployerAnswered(yes ? EmployerAnswer.Yes : EmployerAnswer.No(NoCode.HighLoad), s));
    }

    private void Cancel(Case c, DateOnly today, TimeOnly hour)
    {
        c.NotHeld = true;
        Do(c, today, hour, "came to nothing", (p, s, _) => p.NotHeld(NotHeldReason.Cancelled, s));
    }

    private void LiveArranged(Case c, DateOnly today, TimeOnly hour)
    {
        if (Chance(c.To < today ? 0.1 : 0.003))
            Cancel(c, today, hour);
        else if (c.PaperDone && c.From <= today && c.From <= (c.To ?? today) && Chance(c.IsForgotten ? 0.02 : 0.7))
        {
            var on = Chance(0.8) || c.To < today ? c.From : today;
            c.StartedOn = on;
            Do(c, today, hour, $"started: {on:yyyy-MM-dd}", (p, s, _) => p.Start(on, [], s));
        }
        else if (!c.PaperDone && Chance(0.08))
        {
            c.PaperDone = true;
            Do(c, today, hour, "paper done", (p, s, _) => p.RecordPaper(today, "Konsulenten", "AF 17", s));
        }
        else if (c.At.AsksExtract && !c.ExtractShown && Chance(0.06))
        {
            c.ExtractShown = true;
            Note(c, today, hour, "extract shown", new BeforeStartDetails { ExtractShownOn = today });
        }
        else if (c.Who?.Born.AddYears(18) > c.From && !c.IsForgotten && Chance(0.3))
            PrepareMinor(c, today, hour);
        else if (!c.SupervisorNamed && c.Who is not null && !c.IsForgotten && Chance(0.1))
            NameSupervisor(c, today, hour);
        else if (c.Form == Form.Employment && c.Supports.Count == 0 && Chance(0.1))
            Decide(c, today, hour, c.From);
        else if (c.To is not null && today < c.From && Chance(0.004))
            Move(c, c.From, c.To.Value.AddDays(_random.Next(-20, 30)), today, hour);
    }

    private void PrepareMinor(Case c, DateOnly today, TimeOnly hour)
    {
        if (!c.GuardianInformed || !c.ForbiddenTasksShown)
        {
            (c.GuardianInformed, c.ForbiddenTasksShown) = (true, true);
            Note(c, today, hour, "guardian informed", new BeforeStartDetails { GuardianInformedOn = today, GuardianInformedBy = "Konsulenten", ForbiddenTasksShownOn = today });
        }
        else if (!c.SupervisorNamed)
            NameSupervisor(c, today, hour);
    }

    private void NameSupervisor(Case c, DateOnly today, TimeOnly hour)
    {
        c.SupervisorNamed = true;
        Do(c, today, hour, "supervisor named", (p, s, _) => p.Supervise(c.At.SupervisorId, p.StartedOn ?? p.From, s));
    }

    private void Note(Case c, DateOnly today, TimeOnly hour, string what, BeforeStartDetails details) =>
        Do(c, today, hour, what, (p, s, _) => p.NoteBeforeStart(details, details.ExtractShownOn is null ? null : "Skollagen 2 kap. 31 §", s));

    private void LiveAfter(Case c, DateOnly today, TimeOnly hour)
    {
        if (!c.OutcomeKnown && c.Who is not null && Chance(c.IsForgotten ? 0.005 : 0.05))
        {
            c.OutcomeKnown = true;
            Do(c, today, hour, "outcome known", (p, s, _) => p.RecordOutcome(Outcome.Work, today, s));
        }
        else if (Chance(0.02))
            AskForMoney(c, today, hour);
    }

    private void Move(Case c, DateOnly from, DateOnly to, DateOnly today, TimeOnly hour)
    {
        if (to <= from || to == c.To || (c.Form != Form.Employment && to >= from.AddDays(175)) || (c.Form == Form.Feriejobb && to >= from.AddDays(27)))
            return;
        c.To = to;
        if (c.StartedOn is null && c.IsMunicipal)
            c.PaperDone = false;
        Do(c, today, hour, $"last day moved: {to:yyyy-MM-dd}", (p, s, db) =>
            p.Replan(new Replan(from, to, Cells.OfficeWeek, ReplanReason.GoalNotReached), db.Slots.Find(p.SlotId)!, null, Rules(c, from), s));
    }
}
