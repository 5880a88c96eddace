using EnVagUt.Core.Cases.Compensation;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Law.Supports;
using EnVagUt.Core.Parties.Declarations;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Hosting.Demo;

/// <summary>
/// What employers say of themselves, and what they ask for: most declarations hold, some have run out or were never made;
/// most months of nystartsjobb have been asked for, some not. Draws lots of its own, so that the rest of the demo stays as it is.
/// </summary>
internal sealed class DemoDeclarations(DemoStage stage, DemoLogins logins)
{
    private const int Seed = 20260404;

    private readonly Random _random = new(Seed);

    /// <summary>Those who have or have had somebody.</summary>
    public void PlanDeclarations(IEnumerable<DemoPlace> places)
    {
        foreach (var employer in places.Where(p => p.Cases > 0).Select(p => p.EmployerId).Distinct())
        {
            var daysAgo = _random.Next(10) switch { 0 => (int?)null, 1 => _random.Next(370, 500), _ => _random.Next(5, 340) };
            if (daysAgo is not { } days)
                continue;
            var (day, paper) = (stage.Last.AddDays(-days), _random.Next(4) == 0);
            stage.OnWorkingDay(day, () => paper
                ? stage.DoAsync<EmployerDeclarationService>(logins.Coordinator, s => s.NoteOnPaperAsync(employer, day, "Arbetsgivarens firmatecknare", default))
                : stage.DoAsync<EmployerDeclarationService>(logins.Speaker(employer), s => s.DeclareAsync(employer, confirmed: true, default)));
        }
    }

    /// <summary>On the tenth of each month, for the months before it.</summary>
    public void PlanCompensation()
    {
        for (var day = stage.First; day <= stage.Last; day = day.AddDays(1))
            if (day.Day == 10)
            {
                var on = day;
                stage.On(day, () => NoteMonthsAsync(on));
            }
    }

    private async Task NoteMonthsAsync(DateOnly on)
    {
        var month = CompensationMonths.FirstOf(on).AddMonths(-1);
        var decisions = await stage.ReadAsync(db => CompensationView.Of(db, db.Placements.AsNoTracking()
            .Where(p => p.Supports.Any(s => s.Kind == Lonestod.Nystartsjobb && s.From <= on && s.To >= month))).ToListAsync());
        // Ids are new each time, so nothing may hang on them.
        foreach (var d in decisions.Where(d => d.Kind == Lonestod.Nystartsjobb)
            .OrderBy(d => d.From).ThenBy(d => d.Workplace, StringComparer.Ordinal).ThenBy(d => d.Person, StringComparer.Ordinal))
        {
            var open = d.Months(RuleSet.Shipped, on).FirstOrDefault(m => m.Month == month && m.RequestedOn is null);
            // The same few forget it month after month.
            if (open is null || (d.From.DayNumber + d.Workplace.Length) % 9 == 0 || _random.Next(12) == 0)
                continue;
            await stage.DoAsync<CompensationService>(logins.Speaker(d.EmployerId),
                s => s.NoteAsync(new NoteCompensation { DecisionId = d.DecisionId, Month = month, RequestedOn = on }, default));
        }
    }
}
